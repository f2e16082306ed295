"""How hot, for how long: temperatures of a camp's annealing, in the whole numbers of the cost.

First pairs find their order (repeats, units, acquaintances), from a third of the smallest weight of a pair
down; then traits are balanced, where prices are some hundred times smaller; at last everything cools at once.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.cost import whole
from ledstjarna.engines.groups.people import People
from ledstjarna.engines.groups.rules import Rules

SWEEPS = 40
"""Sweeps in one visit to a round, before the next round's turn."""
LONG = 300
"""The same where every round is finished before the next is begun."""
PASSES = (8, 600)
PAIRS = (0.3, 0.01)
BALANCE = (0.05, 0.01)
COOL = 0.0007
SHARES = (0.1, 0.8)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The temperature of each pass over the rounds, and how many sweeps each visit makes."""

    temperatures: tuple[int, ...]
    sweeps: int


def _falling(ends: tuple[float, float], unit: float, passes: int) -> list[int]:
    return [whole(float(share) * unit) for share in np.geomspace(*ends, passes)] if passes else []


def _smallest(people: People, rules: Rules) -> float:
    """The smallest weight that any pair or wish of this camp can cost."""
    weights = rules.weights
    matters = (
        (weights.repeat, True),
        (weights.unit, int(people.unit.max()) + 1 < people.count),
        (weights.acquainted, len(people.acquainted) > 0),
        (weights.wish, len(rules.wishes) > 0),
    )
    return min((weight for weight, there in matters if weight and there), default=1.0)


def schedule(people: People, rules: Rules, *, sweeps: int, visit: int = SWEEPS) -> Schedule:
    """Temperatures for `sweeps` sweeps per round in all, about `visit` of them at a time."""
    passes = int(np.clip(sweeps // visit, *PASSES))
    smallest, weights = _smallest(people, rules), rules.weights
    if not people.traits.shape[1] or not weights.balance:
        return Schedule(tuple(_falling(PAIRS, smallest, passes)), sweeps // passes)
    first, middle = (round(share * passes) for share in SHARES)
    found = _falling((PAIRS[0], PAIRS[1]), smallest, first) + _falling(BALANCE, weights.balance, middle)
    found += _falling((BALANCE[1], COOL), weights.balance, passes - first - middle)
    return Schedule(tuple(found), sweeps // passes)
