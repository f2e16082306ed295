"""Tests of the same thing, together."""

from datetime import date, timedelta

import pytest

from ledstjarna.rooms.experiments import reads
from ledstjarna.rooms.experiments.models import Experiment, Lesson, Observation
from ledstjarna.thread import actions as thread
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of, row, running

LATER = NOW + timedelta(days=200)


@pytest.fixture
def lesson(city: SmallCity) -> str:
    return lesson_of(city)


def page(city: SmallCity, lesson: str) -> reads.SpreadPage:
    return reads.spread(ref=lesson, viewer=city.viewer("colleague"), now=LATER)


def counted(ref: str, before: list[int], after: list[int]) -> None:
    """What was counted in a test, and that it is over."""
    one = row(ref)
    begins = one.begins or date(2026, 9, 1)
    days = [begins + timedelta(days=at) for at in range(len(before) + len(after))]
    Observation.objects.filter(experiment=one).delete()
    Observation.objects.bulk_create(
        [
            Observation(experiment=one, on=day, value=value)
            for day, value in zip(days, [*before, *after], strict=True)
        ]
    )
    Experiment.objects.filter(pk=one.pk).update(stage="concluded", quiet=len(before))


def test_tests_that_counted_the_same_are_pooled_with_how_they_differ(city: SmallCity, lesson: str) -> None:
    own = Lesson.objects.select_related("experiment__node").get()
    assert own.experiment is not None
    counted(own.experiment.node.ref, [10, 11, 9, 10, 12], [5, 6, 4, 5, 6, 5, 4])
    assert page(city, lesson).pooled is None
    other = running(city, "colleague")
    Experiment.objects.filter(node__ref=other).update(adopts=own)
    thread.open_to(node=row(other).node, audience="city")
    counted(other, [8, 9, 10, 9, 8], [5, 5, 4, 6, 5, 5, 4])
    found = page(city, lesson).pooled
    assert found is not None
    assert (found.tests, -100 <= found.low < found.change < min(found.high, 0)) == (2, True)
