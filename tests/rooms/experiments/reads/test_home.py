"""The room's front, and the list of tests."""

from datetime import date, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions, reads
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import concluded, lesson_of, running, sketched


def test_an_empty_room_teaches(city: SmallCity) -> None:
    page = reads.home(viewer=city.viewer("employee"), now=NOW)
    assert (page.own, page.served, page.lessons, page.may_try) == ((), (), (), True)
    assert not reads.home(viewer=city.viewer("resident"), now=NOW).may_try


def test_ones_own_come_first_and_what_waits_before_them(city: SmallCity) -> None:
    sketch, run = sketched(city), running(city)
    page = reads.home(viewer=city.viewer("employee"), now=NOW)
    assert [row.ref for row in page.own] == [sketch, run]
    later = reads.home(viewer=city.viewer("employee"), now=NOW + timedelta(days=14))
    assert [row.ref for row in later.waiting] == [run]


def test_a_sketch_is_on_nobody_elses_page_until_they_are_asked(city: SmallCity) -> None:
    ref = sketched(city)
    assert reads.home(viewer=city.viewer("manager"), now=NOW).asked == ()
    actions.ask(ref=ref, viewer=city.viewer("employee"), now=NOW)
    (row,) = reads.home(viewer=city.viewer("manager"), now=NOW).asked
    assert (row.test.ref, row.promised, row.late) == (ref, date(2026, 9, 8), False)
    later = reads.home(viewer=city.viewer("manager"), now=NOW + timedelta(days=8)).asked
    assert [row.late for row in later] == [True]


def test_R8_a_lesson_counts_as_an_innovation_when_another_unit_uses_it_and_its_owner_sees_it(
    city: SmallCity,
) -> None:
    ref, owner = lesson_of(city), city.viewer("employee")
    north, colleague = city.units["north"].node.ref, city.viewer("colleague")
    actions.take_up(ref=ref, unit=north, state="heard", viewer=colleague, now=NOW)
    assert reads.home(viewer=owner, now=NOW).innovations == 0
    actions.take_up(ref=ref, unit=north, state="uses", viewer=colleague, now=NOW)
    page = reads.home(viewer=owner, now=NOW)
    assert page.innovations == 1
    assert [(line.lesson.ref, line.unit) for line in page.uptakes] == [(ref, "Norra skolan")]
    manager = reads.home(viewer=city.viewer("manager"), now=NOW)
    assert [line.lesson.ref for line in manager.uptakes] == [ref]
    assert reads.home(viewer=city.viewer("colleague"), now=NOW).uptakes == ()
    actions.offer(ref=ref, viewer=city.viewer("colleague"), now=NOW)
    assert [line.unit for line in reads.home(viewer=colleague, now=NOW).uptakes] == ["Norra skolan"]


@pytest.mark.parametrize("many", [1, 3])
def test_the_front_asks_as_often_whatever_the_tests_are(
    city: SmallCity, many: int, django_assert_num_queries: Any
) -> None:
    for _n in range(many):
        running(city)
        concluded(city)
    viewer = city.viewer("employee")
    with django_assert_num_queries(14):
        reads.home(viewer=viewer, now=NOW)
