"""How lessons are taken up in Sundhamn: most by few, some by many, step by step and each from somebody."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

import numpy as np
from django.utils import timezone

from ledstjarna.demo.trials import NO, QUIT
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep
from ledstjarna.rooms.experiments.room import IN_USE
from ledstjarna.thread.models import Node, Strand

MOST = 24
APART = 55  # days between one unit and the next that hears of a lesson


@dataclass(frozen=True, slots=True)
class Heard:
    """A step that a unit takes with a lesson, all as rows; `origin` is the unit that it learnt it from."""

    at: datetime
    lesson: int
    unit: int
    state: str
    because: str = ""
    origin: int | None = None
    test: int | None = None

    @classmethod
    def told(
        cls,
        lesson: int,
        owner: int,
        near: Sequence[int],
        every: Sequence[int],
        at: datetime,
        rng: np.random.Generator,
    ) -> Iterator[Self]:
        """The steps of those who hear of a lesson, from its owner or from one who took it up before."""
        tellers, met = [owner], {owner}
        for _n in range(min(int(rng.pareto(1.1) * 1.6), MOST)):
            pool = near if rng.random() < 0.93 else every
            unit = pool[int(rng.integers(len(pool)))]
            at += timedelta(days=float(rng.exponential(APART)))
            if unit in met:
                continue
            met.add(unit)
            steps = list(cls._path(lesson, unit, tellers[int(rng.integers(len(tellers)))], at, rng))
            yield from steps
            if steps[-1].state in IN_USE:
                tellers.append(unit)

    @classmethod
    def _path(
        cls, lesson: int, unit: int, origin: int, heard: datetime, rng: np.random.Generator
    ) -> Iterator[Self]:
        """One unit's way with a lesson: it hears of it, and perhaps says no, tries, uses and stops."""
        yield cls(heard, lesson, unit, "heard", "", origin)
        fate = rng.random()
        then = heard + timedelta(days=float(rng.exponential(40)) + 2)
        if fate < 0.16:
            yield cls(then, lesson, unit, "declined", str(rng.choice(NO)), origin)
        elif fate > 0.34:
            yield cls(then, lesson, unit, "tries", "", origin)
            after = then + timedelta(days=float(rng.uniform(14, 60)))
            yield cls(after, lesson, unit, str(rng.choice(["uses", "uses", "adapted"])), "", origin)
            if rng.random() < 0.3:
                end = after + timedelta(days=float(rng.exponential(260)) + 20)
                yield cls(end, lesson, unit, "stopped", str(rng.choice(QUIT)), origin)

    @classmethod
    def tried(
        cls, lesson: int, unit: int, origin: int, begins: datetime, ended: datetime, last: str, test: int
    ) -> Iterator[Self]:
        """What follows from a unit's own test of a lesson."""
        yield cls(begins, lesson, unit, "tries", "", origin, test)
        if last and last != "tries":
            yield cls(ended, lesson, unit, last, "", origin, test)


def adopted(heard: Sequence[Heard], people: dict[int, int]) -> list[dict[str, Any]]:
    """Lay the steps with what units do now and what they used; the facts that are to be recorded of them."""
    by: dict[tuple[int, int], list[Heard]] = defaultdict(list)
    for one in sorted(heard, key=lambda one: one.at):
        steps = by[one.lesson, one.unit]
        if rules.is_step(steps[-1].state if steps else None, one.state):
            steps.append(one)
    ways = [steps for steps in by.values() if steps]
    rows = Adoption.objects.bulk_create([_stands(steps) for steps in ways], batch_size=500)
    AdoptionStep.objects.bulk_create(
        [
            AdoptionStep(adoption=row, state=one.state, on=timezone.localdate(one.at), because=one.because)
            for row, steps in zip(rows, ways, strict=True)
            for one in steps
        ],
        batch_size=500,
    )
    Strand.objects.bulk_create([strand for steps in ways for strand in _used(steps)], batch_size=500)
    return _facts([one for steps in ways for one in steps if one.test is None], people)


def _stands(steps: Sequence[Heard]) -> Adoption:
    """What a unit does with a lesson after its last step."""
    last, tests = steps[-1], [one.test for one in steps if one.test]
    return Adoption(
        lesson_id=last.lesson, unit_id=last.unit, origin_id=steps[0].origin, state=last.state,
        since=timezone.localdate(last.at), because=last.because, experiment_id=tests[-1] if tests else None,
    )  # fmt: skip


def _used(steps: Sequence[Heard]) -> Iterator[Strand]:
    """While a unit uses a lesson, a strand says so."""
    since = None
    for one in steps:
        if one.state in IN_USE and since is None:
            since = one.at
        elif one.state not in IN_USE and since is not None:
            yield Strand(
                source_id=one.unit, name="uses", target_id=one.lesson, since=since, until=one.at, cut=True
            )
            since = None
    if since is not None:
        yield Strand(source_id=steps[-1].unit, name="uses", target_id=steps[-1].lesson, since=since)


def _facts(steps: Sequence[Heard], people: dict[int, int]) -> list[dict[str, Any]]:
    """What units said that they do, as it is to be recorded."""
    nodes = Node.objects.in_bulk({one.lesson for one in steps} | {one.unit for one in steps})
    return [
        {
            "who": people[one.unit], "verb": "experiments.taken_up", "node": nodes[one.lesson],
            "other": nodes[one.unit], "at": one.at,
        }
        for one in steps
    ]  # fmt: skip
