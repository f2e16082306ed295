"""A small test as it is met."""

from datetime import date, timedelta

import pytest

from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.reads.tests import mandate
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.house import world
from tests.rooms.experiments.stage import IDEA, concluded, lesson_of, running, sketched


def seen(city: SmallCity, ref: str, who: str = "employee", days: int = 0) -> reads.TestPage:
    return reads.small_test(ref=ref, viewer=city.viewer(who), now=NOW + timedelta(days=days))


def test_a_sketch_can_be_started_mended_and_let_go_by_its_own(city: SmallCity) -> None:
    page = seen(city, sketched(city))
    assert (page.may_start, page.may_mend, page.may_cancel, page.may_log) == (True, True, True, False)
    assert page.precision.startswith("You will")


def test_what_runs_is_counted_by_the_unit_and_decided_by_those_in_it(city: SmallCity) -> None:
    ref = running(city)
    assert (seen(city, ref).may_log, seen(city, ref).may_conclude) == (True, True)
    assert (seen(city, ref, "hr").may_log, seen(city, ref, "hr").may_conclude) == (True, False)
    assert not seen(city, ref, "colleague").may_log


def test_the_stage_follows_the_day(city: SmallCity) -> None:
    ref = running(city)
    assert [seen(city, ref, days=days).stage for days in (0, 13, 14)] == ["running", "running", "review"]


def test_a_rule_that_was_altered_shows_for_ever(city: SmallCity) -> None:
    ref = running(city)
    actions.alter(ref=ref, why="Semester", worth=0.1, days=28, viewer=city.viewer("employee"), now=NOW)
    page = seen(city, ref, "colleague")
    assert [row.why for row in page.versions] == ["Semester"]
    assert {part.kind for part in page.versions[0].passages} == {"same", "gone", "new"}


def test_the_names_of_those_in_it_are_for_those_signed_in_and_never_a_protected_ones(city: SmallCity) -> None:
    """R18."""
    ref = running(city)
    for who in ("colleague", "protected"):
        actions.join(ref=ref, viewer=city.viewer(who), now=NOW)
    assert seen(city, ref).members == (city.persons["colleague"].name,)
    actions.open_test(ref=ref, audience="public", viewer=city.viewer("employee"), now=NOW)
    assert seen(city, ref, "resident").members == ()


def test_that_my_manager_has_been_asked_is_said(city: SmallCity) -> None:
    ref = sketched(city)
    assert (seen(city, ref).asking, seen(city, ref).may_ask) == (None, True)
    actions.ask(ref=ref, viewer=city.viewer("employee"), now=NOW)
    for who, answers in (("employee", False), ("manager", True)):
        page = seen(city, ref, who)
        assert page.asking is not None
        assert (page.asking.asker, page.asking.manager) == ("Kim Employee", "Kim Manager")
        assert page.asking.promised == date(2026, 9, 8)
        assert (page.may_answer, page.may_ask, page.may_start) == (answers, False, True)
    actions.let_decide(ref=ref, answer="alone", words="Kör", viewer=city.viewer("manager"), now=NOW)
    answered = seen(city, ref).asking
    assert answered is not None
    assert (answered.answer, answered.words) == ("Decide it yourselves", "Kör")


def test_the_mission_card_is_a_link_to_where_the_city_keeps_them(city: SmallCity) -> None:
    assert mandate() == "/my-mission/"


def test_a_lesson_tried_here_half_fills_the_sketch(city: SmallCity) -> None:
    desk = reads.new_desk(viewer=city.viewer("colleague"), to=lesson_of(city))
    assert desk.adopts is not None
    assert (desk.values["measure"], desk.values["need"]) == (IDEA["measure"], IDEA["need"])


def test_a_test_is_begun_from_what_it_can_serve_and_from_nothing_else(city: SmallCity) -> None:
    refs = world.build(city).refs
    desk = reads.new_desk(viewer=city.viewer("employee"), to=refs["goal"])
    assert desk.values == {"serves": refs["goal"]}
    with pytest.raises(Missing):
        reads.new_desk(viewer=city.viewer("employee"), to=refs["unit_home"])


def test_who_may_not_sketch_meets_no_desk(city: SmallCity) -> None:
    for who in ("elected", "resident"):
        with pytest.raises(Missing):
            reads.new_desk(viewer=city.viewer(who))


def test_what_has_started_has_no_desk_to_mend_at(city: SmallCity) -> None:
    assert reads.mend_desk(ref=sketched(city), viewer=city.viewer("employee")).values["worth"] == 20
    with pytest.raises(Missing):
        reads.mend_desk(ref=running(city), viewer=city.viewer("employee"))


def test_a_concluded_test_is_gone_on_from(city: SmallCity) -> None:
    page = seen(city, concluded(city), days=20)
    assert (page.may_go_on, page.may_cancel, page.verdict) == (True, False, "scale")
    assert [one.spot.kind for one in page.lessons] == ["lesson"]
