"""One division into groups that are as diverse as can be: the maximally diverse grouping problem.

Given distances between people, sizes within bounds, the sum of distances inside groups is made large. Method:
sweeps as in a camp, from the sizes with most pairs, at temperatures calibrated on how often exchanges happen
at a local optimum; the best of what was seen at the end of each stage is kept. With unequal sizes do not use
it to make groups alike: the sum then draws sizes to their bounds, and tells nothing of likeness (see
`balance`). Reference: Gallego, Laguna, Martí and Duarte (2013), J. Oper. Res. Soc. 64, 724-734, for problem
and instances. Cost: `proposals` exchanges priced.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.groups.cost import NONE, NOTHING, Costs
from ledstjarna.engines.groups.noise import heated, pool
from ledstjarna.engines.groups.people import Floats, Ints
from ledstjarna.engines.groups.rounds import bounds_of
from ledstjarna.engines.groups.seating import Seating, group_of, noise_needed, seated, slots_of, sweep
from ledstjarna.engines.groups.sizes import most_pairs

STEPS = 1 << 20
"""Whole-number steps of the largest distance."""
STAGES = 600
CALIBRATION = 40
HOT = 0.45
COLD = 0.02
"""Exchanges per pair of groups at the first and last temperature."""
CYCLE = 25_000
"""Exchanges priced per squared number of people; with more, heating up again beats cooling slower."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """`group` of each person, and the sum of distances inside groups."""

    group: Ints
    value: float


def _distances(given: ArrayLike) -> Floats:
    distances = np.asarray(given, dtype=np.float64)
    if distances.ndim != 2 or distances.shape[0] != distances.shape[1]:
        raise ValueError("d must be a square table of distances")
    if not np.isfinite(distances).all() or (distances != distances.T).any():
        raise ValueError("d must be finite and the same both ways")
    return distances


def _costs(distances: Floats) -> Costs:
    """Distances as negative whole-number costs, with a row for an empty seat."""
    people = len(distances)
    pair = np.zeros((people + 1, people + 1), dtype=np.int64)
    largest = float(np.abs(distances).max()) or 1.0
    pair[:-1, :-1] = np.rint(-distances / largest * STEPS)
    np.fill_diagonal(pair, 0)
    return Costs(pair, NOTHING, NONE)


def _total(costs: Costs, seating: Seating) -> int:
    """Twice the cost of the groups."""
    return int(np.take_along_axis(seating.near, seating.slots, axis=1).sum())


def _rate(costs: Costs, seating: Seating, noise: Ints, heat: int, rng: np.random.Generator) -> float:
    """Exchanges per pair of groups at a temperature, tried out on a copy."""
    trial = Seating(
        seating.slots.copy(),
        seating.size.copy(),
        seating.lower,
        seating.upper,
        seating.near.copy(),
        NOTHING,
        NONE,
    )
    done = sweep(costs, trial, heated(noise, heat), CALIBRATION, rng)
    return done / (CALIBRATION * (len(seating.slots) // 2))


def _temperature(costs: Costs, seating: Seating, noise: Ints, goal: float, rng: np.random.Generator) -> int:
    """The temperature at which so many exchanges happen from where the groups are, by halving."""
    low, high = 1.0, float(STEPS) * seating.slots.shape[1]
    for _ in range(14):
        middle = float(np.sqrt(low * high))
        if _rate(costs, seating, noise, int(middle), rng) > goal:
            high = middle
        else:
            low = middle
    return int(high)


def mdgp(
    d: ArrayLike, lower: ArrayLike, upper: ArrayLike, *, rng: np.random.Generator, proposals: int
) -> Grouping:
    """Groups with a large sum of distances inside; `proposals`: exchanges that may be priced.

    ValueError for distances that are not symmetric and sizes that do not hold everyone.
    """
    distances = _distances(d)
    low, high = bounds_of(lower, upper, len(distances))
    if proposals < 1:
        raise ValueError(f"proposals must be at least 1, not {proposals}")
    costs = _costs(distances)
    size = most_pairs(len(distances), low, high)
    group = np.empty(len(distances), dtype=np.int64)
    group[rng.permutation(len(distances))] = np.repeat(np.arange(len(size)), size)
    place = np.zeros((len(size), len(distances) + 1), dtype=np.int64)
    seating = seated(costs, slots_of(group, high), place, low, high)
    best = _annealed(costs, seating, proposals, rng)
    inside = best[:, None] == best
    return Grouping(best, float((distances * inside).sum() - distances.diagonal().sum()) / 2)


def _annealed(costs: Costs, seating: Seating, proposals: int, rng: np.random.Generator) -> Ints:
    """Cool down from a local optimum; the best groups seen."""
    groups, seats = seating.slots.shape
    people = len(costs.pair) - 1
    noise = pool(noise_needed(groups, seats), rng)
    prices = max(groups // 2 * seats * seats, 1)
    still = np.zeros_like(noise)
    while sweep(costs, seating, still, 4 * groups, rng):
        pass
    hot, cold = (_temperature(costs, seating, noise, goal, rng) for goal in (HOT, COLD))
    cycles = max(proposals // (CYCLE * people**2), 1)
    stages = int(np.clip(proposals // prices // 20 // cycles, 1, STAGES))
    each = max(proposals // prices // stages // cycles, 1)
    best, lowest = group_of(seating.slots, people), _total(costs, seating)
    for heat in np.tile(np.geomspace(max(hot, cold), cold, stages), cycles):
        sweep(costs, seating, heated(noise, int(heat)), each, rng)
        found = _total(costs, seating)
        if found < lowest:
            best, lowest = group_of(seating.slots, people), found
    sweep(costs, seating, still, 4 * groups, rng)
    return group_of(seating.slots, people) if _total(costs, seating) < lowest else best
