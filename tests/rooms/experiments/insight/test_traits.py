"""What speaks for which lesson: what one tries and what it was for, never what is one's own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.rooms.experiments.insight.traits import SINCE, known_of
from ledstjarna.rooms.experiments.models import Experiment, Lesson
from ledstjarna.thread import actions as thread
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of, row, sketched

TODAY = NOW.date()


@pytest.fixture
def lesson(city: SmallCity) -> int:
    lesson_of(city)
    Lesson.objects.update(group="older", setting="home")
    return int(Lesson.objects.get().pk)


def test_what_one_tries_is_what_one_wants(city: SmallCity, lesson: int) -> None:
    ref = sketched(city, "colleague", title="Färre missade besök")
    Experiment.objects.filter(node__ref=ref).update(group="older", setting="school")
    known = known_of(viewer=city.viewer("colleague"), today=TODAY)
    own = f"words:{row(ref).pk}"
    assert {"group:older", "setting:school", own} <= known.wanted
    (one,) = known.candidates
    assert one.lesson == lesson
    assert {"group:older", "setting:home", own} <= one.traits
    assert known.passed == frozenset()


def test_what_is_ones_own_is_passed(city: SmallCity, lesson: int) -> None:
    assert lesson in known_of(viewer=city.viewer("employee"), today=TODAY).passed


def test_what_was_tried_long_ago_says_nothing(city: SmallCity, lesson: int) -> None:
    sketched(city, "colleague")
    assert (
        known_of(viewer=city.viewer("colleague"), today=TODAY + SINCE + timedelta(days=1)).wanted
        == frozenset()
    )


def test_it_costs_the_same_however_many_lessons_there_are(city: SmallCity, lesson: int) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            known_of(viewer=city.viewer("hr"), today=TODAY)
        return len(asked)

    cost()  # the words are read once
    one = cost()
    for title in ("Två", "Tre"):
        node = thread.add_node(kind="lesson", title=title)
        Lesson.objects.create(node=node, unit=city.units["home"], set_at=NOW)
    assert len(known_of(viewer=city.viewer("hr"), today=TODAY).candidates) == 3
    assert cost() == one
