"""One round as it is being planned: who sits where, and what each person would cost in each group."""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups import _kernels
from ledstjarna.engines.groups.cost import NONE, NOTHING, Costs
from ledstjarna.engines.groups.noise import SPARE
from ledstjarna.engines.groups.people import Ints


@dataclass(slots=True)
class Seating:
    """Mutable. `slots`: groups x seats, an empty seat holds the number of people; `size` per group, with
    bounds.

    `near[g, i]`: what i costs in g (pairs and place); `pull[g, i]`: trait products with g; `square`: |sum|^2.
    """

    slots: Ints
    size: Ints
    lower: Ints
    upper: Ints
    near: Ints
    pull: Ints
    square: Ints


def slots_of(group: Ints, upper: Ints) -> Ints:
    """Groups x seats from the group of each person (-1: not there)."""
    slots = np.full((len(upper), int(upper.max())), len(group), dtype=np.int64)
    seated = np.flatnonzero(group >= 0)
    order = seated[np.argsort(group[seated], kind="stable")]
    size = np.bincount(group[seated], minlength=len(upper))
    seat = np.arange(len(order)) - np.repeat(np.cumsum(size) - size, size)
    slots[group[order], seat] = order
    return slots


def group_of(slots: Ints, people: int) -> Ints:
    """The group of each person, -1 for who is not there."""
    group = np.full(people + 1, -1, dtype=np.int64)
    group[slots] = np.arange(len(slots))[:, None]
    group[people] = -1
    return group[:people]


def seated(costs: Costs, slots: Ints, place: Ints, lower: Ints, upper: Ints) -> Seating:
    """The state of a round: `place` is what each person costs in each group by rule or wish, groups x
    people+1.
    """
    near = costs.pair[slots].sum(axis=1) + place
    size = (slots < len(costs.pair) - 1).sum(axis=1)
    if not len(costs.gram):
        return Seating(slots, size, lower, upper, near, NOTHING, NONE)
    pull = costs.gram[slots].sum(axis=1)
    square = np.take_along_axis(pull, slots, axis=1).sum(axis=1)
    return Seating(slots, size, lower, upper, near, pull, square)


def noise_needed(groups: int, seats: int) -> int:
    """How many numbers one sweep reads."""
    return groups // 2 * (seats * seats + 1)


def sweep(costs: Costs, seating: Seating, noise: Ints, sweeps: int, rng: np.random.Generator) -> int:
    """Sweep that many times at the temperature of the noise; how many exchanges were done."""
    groups = len(seating.slots)
    if groups < 2 or sweeps < 1:
        return 0
    order = rng.permuted(np.broadcast_to(np.arange(groups), (sweeps, groups)), axis=1)
    half = groups // 2
    start = rng.integers(0, SPARE, sweeps)
    return _kernels.sweeps(
        costs.pair, costs.gram, costs.by_size, seating.near, seating.pull, seating.square, seating.slots,
        seating.size, seating.lower, seating.upper, np.ascontiguousarray(order[:, :half]),
        np.ascontiguousarray(order[:, half : 2 * half]), start, noise,
    )  # fmt: skip
