"""How a lesson spreads, from the steps that units have taken with it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.rooms.experiments import reads
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep, Lesson
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of

LATER = NOW + timedelta(days=200)


@pytest.fixture
def lesson(city: SmallCity) -> str:
    return lesson_of(city)


def takes(city: SmallCity, code: str, *steps: tuple[str, int], origin: str = "home") -> Adoption:
    """A unit takes steps with the only lesson, so many days after it was written."""
    one, units = Lesson.objects.get(), city.units
    start = timezone.localdate(one.set_at)
    made = Adoption.objects.create(
        lesson=one,
        unit=units[code],
        origin=units[origin],
        state=steps[-1][0],
        since=start + timedelta(days=steps[-1][1]),
    )
    for state, after in steps:
        AdoptionStep.objects.create(adoption=made, state=state, on=start + timedelta(days=after))
    return made


def page(city: SmallCity, lesson: str) -> reads.SpreadPage:
    return reads.spread(ref=lesson, viewer=city.viewer("colleague"), now=LATER)


def test_R8_a_lesson_is_an_innovation_when_another_unit_uses_it(city: SmallCity, lesson: str) -> None:
    takes(city, "north", ("tries", 3))
    assert (page(city, lesson).innovation, page(city, lesson).second) == (False, None)
    takes(city, "school", ("tries", 5), ("uses", 20))
    found = page(city, lesson)
    assert (found.innovation, found.in_use, found.second) == (True, 1, 20)


def test_the_tree_the_table_and_who_stopped(city: SmallCity, lesson: str) -> None:
    takes(city, "north", ("uses", 10), ("stopped", 60))
    takes(city, "school", ("uses", 30), origin="north")
    takes(city, "care", ("declined", 5))
    found = page(city, lesson)
    (root,) = found.twigs
    assert (root.unit.title, [one.unit.title for one in root.below]) == ("Hemtjänsten", ["Norra skolan"])
    assert [one.unit.title for one in root.below[0].below] == ["Skolförvaltningen"]
    assert (found.use.followed, found.use.stopped, found.use.rows[0].share) == (2, 1, 100)
    assert {state.label: state.units for state in found.states} == {
        "Använder den": 1, "Har slutat": 1, "Har avböjt": 1
    } or sum(state.units for state in found.states) == 3  # fmt: skip


def test_with_few_units_there_is_a_table_and_no_curve(city: SmallCity, lesson: str) -> None:
    takes(city, "north", ("uses", 10))
    takes(city, "school", ("heard", 10))
    found = page(city, lesson)
    assert (found.ahead.chart, found.could) == ({}, 3)
    assert [row.unit.title for row in found.ahead.rows] == ["Skolförvaltningen"]


def test_a_page_costs_the_same_however_many_units_there_are(city: SmallCity, lesson: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(city, lesson)
        return len(asked)

    takes(city, "north", ("uses", 10))
    page(city, lesson)  # the words are read once
    one = cost()
    takes(city, "school", ("uses", 10))
    takes(city, "care", ("uses", 12), ("stopped", 15))
    assert cost() == one <= 25
    assert Unit.objects.count() >= 4
