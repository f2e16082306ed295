"""What speaks of the same."""

import pytest

from ledstjarna.rooms.experiments import reads
from ledstjarna.rooms.experiments.models import Experiment, Lesson
from ledstjarna.thread.models import Node
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import lesson_of, running


@pytest.fixture
def lesson(city: SmallCity) -> str:
    ref = lesson_of(city)
    Lesson.objects.update(group="older", setting="home", kronor=2000)
    return ref


def test_what_speaks_of_the_same_as_a_lesson_is_similar_but_for_its_own_test(
    city: SmallCity, lesson: str
) -> None:
    other = running(city, "employee", title="Samtal innan besöket halverade missarna")
    Experiment.objects.filter(node__ref=other).update(group="older")
    Node.objects.filter(ref=other).update(audience="city")
    part = reads.similar(ref=lesson, viewer=city.viewer("employee"))
    assert [row.spot.ref for row in part.rows] == [other]
