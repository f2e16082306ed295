"""How lessons are taken up holds to the rules that everybody's steps hold to."""

from datetime import timedelta

import numpy as np

from ledstjarna.demo.spreading import Heard, adopted
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep, Lesson
from ledstjarna.thread.models import Strand
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of


def test_nobody_is_told_of_their_own_lesson_and_each_hears_once() -> None:
    steps = [
        step
        for seed in range(40)
        for step in Heard.told(1, 7, range(5, 30), range(5, 90), NOW, np.random.default_rng(seed))
    ]
    assert {step.unit for step in steps} & {7} == set()
    assert {step.state for step in steps} == {"heard", "tries", "uses", "adapted", "stopped", "declined"}
    assert all(step.because for step in steps if step.state in {"stopped", "declined"})


def test_steps_become_what_stands_their_history_and_a_strand_while_it_is_used(city: SmallCity) -> None:
    lesson_of(city)
    lesson, unit = Lesson.objects.get().pk, city.units["north"].pk
    people = {unit: city.persons["colleague"].pk}
    steps = [
        Heard(NOW + timedelta(days=n), lesson, unit, state)
        for n, state in enumerate(("heard", "uses", "uses", "stopped"))
    ]
    facts = adopted(steps, people)
    assert Adoption.objects.get().state == "stopped"
    assert AdoptionStep.objects.count() == len(facts) == 3
    strand = Strand.objects.get(name="uses")
    assert (strand.since, strand.until, strand.cut) == (steps[1].at, steps[3].at, True)
