"""A lesson as others meet it."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import END, TAUGHT, lesson_of, running


def seen(city: SmallCity, ref: str, who: str = "colleague", days: int = 0) -> reads.LessonPage:
    return reads.lesson(ref=ref, viewer=city.viewer(who), now=NOW + timedelta(days=days))


def adopted(city: SmallCity, ref: str, held: str) -> None:
    own = running(city, "colleague", lesson=ref)
    viewer = city.viewer("colleague")
    actions.conclude(ref=own, **END | TAUGHT, held=held, viewer=viewer, now=NOW + timedelta(days=16))


def test_its_own_test_supports_it_and_each_other_says_yes_or_no(city: SmallCity) -> None:
    ref = lesson_of(city)
    assert (seen(city, ref).holds, seen(city, ref).tried) == (1, 1)
    adopted(city, ref, "yes")
    adopted(city, ref, "no")
    adopted(city, ref, "unclear")
    page = seen(city, ref)
    assert (page.holds, page.tried, page.innovation) == (2, 3, True)


def test_what_is_missing_is_told_to_those_who_can_mend_it(city: SmallCity) -> None:
    ref = lesson_of(city)
    assert seen(city, ref, "employee").gaps == ("core", "adaptable")
    assert seen(city, ref).gaps == ()


def test_one_tries_it_where_one_works_but_not_where_it_comes_from(city: SmallCity) -> None:
    ref = lesson_of(city)
    assert (seen(city, ref).may_try, seen(city, ref, "hr").may_try) == (True, False)
    assert [name for _ref, name in seen(city, ref).own_units] == ["Norra skolan"]
    assert seen(city, ref, "hr").own_units == ()


def test_R18_who_can_be_asked_is_named_by_themselves_to_those_signed_in_and_a_protected_person_never_is(
    city: SmallCity,
) -> None:
    ref = lesson_of(city, "public")
    for who in ("employee", "protected"):
        actions.offer(ref=ref, viewer=city.viewer(who), now=NOW)
    assert seen(city, ref).named == (city.persons["employee"].name,)
    assert seen(city, ref, "resident").guides == ()
    assert seen(city, ref, "employee").guiding


def test_why_a_unit_said_no_stays_in_the_city(city: SmallCity) -> None:
    ref = lesson_of(city, "public")
    north, colleague = city.units["north"].node.ref, city.viewer("colleague")
    actions.take_up(ref=ref, unit=north, state="declined", because="Trångt", viewer=colleague, now=NOW)
    assert [row.because for row in seen(city, ref, "hr").uptakes] == ["Trångt"]
    assert [row.because for row in seen(city, ref, "resident").uptakes] == [""]


def test_past_its_day_it_is_said_to_be(city: SmallCity) -> None:
    ref = lesson_of(city)
    assert [seen(city, ref, days=days).stale for days in (380, 381)] == [False, True]


def test_a_lesson_of_the_unit_is_not_there_for_others(city: SmallCity) -> None:
    ref = lesson_of(city, "unit")
    assert seen(city, ref, "hr").audience == "unit"
    with pytest.raises(Missing):
        seen(city, ref)
    assert reads.lessons(viewer=city.viewer("colleague"), now=NOW).total == 0
