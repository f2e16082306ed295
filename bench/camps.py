"""Made-up camps in the size of a city's leaders, seeded, for the measurements of the grouping engine.

Shape: 450 leaders in 20 units whose sizes fall as in a real organisation chart; 4,331 acquainted pairs, three
in four of them inside a unit; 430 managers with their own staff; 45 pairs that must not meet; four traits to
balance, one of them skewed (years as a leader). The hard kind adds dates, venues and pairs that belong
together, so that about 83 of 100 places are possible for a person.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

UNITS = (103, 57, 41, 32, 27, 22, 20, 17, 16, 14, 13, 12, 12, 11, 10, 10, 9, 8, 8, 8)
ACQUAINTED = 4331
INSIDE = 3207
APART = 45
TOGETHER = 15
DATES = 5
SPAN = 8
"""Staff per manager."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Camp:
    """One made-up camp; `can`: per round, people x groups, or nothing where every place is possible."""

    unit: Ints
    manager: Ints
    traits: NDArray[np.float64]
    acquainted: Ints
    apart: Ints
    together: Ints
    can: tuple[Flags, ...]


def _managers(unit: Ints) -> Ints:
    """The manager of each person, -1 for the head of a unit."""
    manager = np.full(len(unit), -1)
    for label in np.unique(unit):
        staff = np.flatnonzero(unit == label)
        manager[staff[1:]] = staff[(np.arange(1, len(staff)) - 1) // SPAN]
    return manager


def _distinct(pairs: Ints, weight: NDArray[np.float64], count: int, rng: np.random.Generator) -> Ints:
    return pairs[np.sort(rng.choice(len(pairs), count, replace=False, p=weight / weight.sum()))]


def _acquainted(unit: Ints, rng: np.random.Generator, scale: float) -> Ints:
    """Pairs of people who know each other, most of them in one unit."""
    pairs = np.stack(np.triu_indices(len(unit), 1), axis=1)
    same = unit[pairs[:, 0]] == unit[pairs[:, 1]]
    near, far = pairs[same], pairs[~same]
    weight = 1.0 / np.bincount(unit)[unit[near[:, 0]]]
    inside = _distinct(near, weight, int(INSIDE * scale), rng)
    outside = _distinct(far, np.ones(len(far)), int((ACQUAINTED - INSIDE) * scale), rng)
    return np.concatenate([inside, outside])


def _strangers(count: int, taken: set[tuple[int, int]], people: int, rng: np.random.Generator) -> Ints:
    """Pairs that are not taken; each person is in at most one of them."""
    found: list[tuple[int, int]] = []
    used: set[int] = set()
    while len(found) < count:
        one, two = sorted(rng.choice(people, 2, replace=False).tolist())
        if (one, two) not in taken and not used & {one, two}:
            found.append((one, two))
            used |= {one, two}
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def _possible(
    people: int, groups: int, rounds: int, pairs: Ints, rng: np.random.Generator
) -> tuple[Flags, ...]:
    """Which groups each person can come to: groups have a date and a venue, accessible or not."""
    found = []
    needs = rng.random(people) < 0.03
    for _ in range(rounds):
        free = rng.random((people, DATES)) < 0.845
        free[np.arange(people), rng.integers(0, DATES, people)] = True
        free[pairs[:, 1]] = free[pairs[:, 0]]
        accessible = rng.random(groups) < 0.6
        found.append(free[:, np.arange(groups) % DATES] & (accessible | ~needs[:, None]))
    return tuple(found)


def camp(seed: int, *, hard: bool = False, groups: int = 50, rounds: int = 6, times: int = 1) -> Camp:
    """A camp; `times`: that many cities beside one another, for larger camps."""
    rng = np.random.default_rng(seed)
    unit = np.repeat(np.arange(len(UNITS) * times), UNITS * times)
    people = len(unit)
    manager = _managers(unit)
    traits = rng.standard_normal((people, 4))
    traits[:, 3] = np.exp(0.6 * traits[:, 3])
    line = {(min(i, m), max(i, m)) for i, m in enumerate(manager.tolist()) if m >= 0}
    apart = _strangers(APART * times, line, people, rng)
    taken = line | {(one, two) for one, two in apart.tolist()}
    together = _strangers(TOGETHER * times if hard else 0, taken, people, rng)
    can = _possible(people, groups, rounds, together, rng) if hard else ()
    return Camp(unit, manager, traits, _acquainted(unit, rng, float(times)), apart, together, can)
