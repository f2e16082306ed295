"""What the actions of the room have in common."""

import pytest

from ledstjarna.rooms.experiments.actions import shared
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep, Lesson, Wording
from ledstjarna.thread.models import Words
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of, row, running, sketched


def test_a_test_is_led_by_its_own_and_a_sketch_is_not_even_there_for_others(city: SmallCity) -> None:
    ref = running(city)
    assert shared.led(ref, city.viewer("director")).node.ref == ref
    with pytest.raises(Refused):
        shared.led(ref, city.viewer("hr"))
    with pytest.raises(Missing):
        shared.led(sketched(city), city.viewer("hr"))


def test_a_lesson_is_answered_for_by_its_own(city: SmallCity) -> None:
    ref = lesson_of(city)
    assert shared.taught(ref, city.viewer("manager")).node.ref == ref
    with pytest.raises(Refused):
        shared.taught(ref, city.viewer("colleague"))


def test_a_step_that_is_none_leaves_nothing(city: SmallCity) -> None:
    lesson_of(city)
    lesson = Lesson.objects.get()
    assert shared.stepped(lesson, city.units["north"], "stopped", NOW) is None
    assert not Adoption.objects.exists()
    assert shared.stepped(lesson, city.units["north"], "heard", NOW) is not None
    assert shared.stepped(lesson, city.units["north"], "heard", NOW) is None
    assert AdoptionStep.objects.count() == 1


def test_what_stood_is_kept_and_a_test_is_found_by_its_words(city: SmallCity) -> None:
    one = row(running(city))
    shared.kept(one.node, 1, "Som det var", "Semester", NOW)
    assert Wording.objects.get().text == "Som det var"
    shared.indexed(one)
    assert "miss" in Words.objects.get(node=one.node).stems
