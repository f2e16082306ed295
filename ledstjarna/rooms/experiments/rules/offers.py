"""Which lessons a person is offered: a few, for reasons that can be told, and fewer of what was declined.

A trait is a short text of two parts, such as "group:older", "setting:home" or "need:4711". What a lesson and
a person have in common are traits; each weighs by its sort, and half as much for every lesson with that
trait that the person has said no to.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

MOST = 3  # offers to a person in a month
WEIGHTS = {"need": 2.0, "words": 1.5, "group": 1.0, "setting": 1.0}
ENOUGH = 1.5  # what shared traits must weigh together: one alone says too little, but for a need


@dataclass(frozen=True, slots=True)
class Candidate:
    """A lesson that may be offered: its row, and its traits."""

    lesson: int
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A lesson that is offered, what speaks for it (the weightiest first), and how much."""

    lesson: int
    shared: tuple[str, ...]
    weight: float


def sort_of(trait: str) -> str:
    """The sort of a trait: what stands before its colon."""
    return trait.partition(":")[0]


def weigh(trait: str, declined: Mapping[str, int]) -> float:
    """What a shared trait weighs for somebody who has declined that many lessons with it."""
    return WEIGHTS.get(sort_of(trait), 0.0) * 0.5 ** max(declined.get(trait, 0), 0)


def choice(one: Candidate, wanted: Collection[str], declined: Mapping[str, int]) -> Choice:
    """What a lesson and a person have in common."""
    weights = {trait: weigh(trait, declined) for trait in one.traits if trait in wanted}
    shared = sorted(
        (trait for trait in weights if weights[trait]), key=lambda trait: (-weights[trait], trait)
    )
    return Choice(one.lesson, tuple(shared), sum(weights[trait] for trait in shared))


def chosen(
    candidates: Iterable[Candidate],
    *,
    wanted: Collection[str],
    declined: Mapping[str, int],
    passed: Collection[int],
    given: int,
) -> tuple[Choice, ...]:
    """What to offer now: `passed` are lessons not to offer, `given` is how many were offered this month."""
    left = max(MOST - max(given, 0), 0)
    weighed = (choice(one, wanted, declined) for one in candidates if one.lesson not in passed)
    enough = [one for one in weighed if one.weight >= ENOUGH]
    return tuple(sorted(enough, key=lambda one: (-one.weight, one.lesson))[:left])
