"""A first seating of one round that keeps limits, fixed places, sizes and blocks.

Blocks are seated first, the largest and least free before others, each where most room is left; then everyone
else by `matching`. If that fails, other orders are tried.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.matching import Shortage, seat
from ledstjarna.engines.groups.people import Flags, Ints
from ledstjarna.engines.groups.sizes import even_sizes

TRIES = 40


@dataclass(frozen=True, slots=True)
class Task:
    """One round to seat: who is there, where each may be (people x groups), bounds, and blocks."""

    there: Ints
    can: Flags
    lower: Ints
    upper: Ints
    blocks: tuple[Ints, ...]


def _seat_blocks(task: Task, target: Ints, rng: np.random.Generator) -> Ints | None:
    """The group of each person in a block, -1 for others; None where a block finds no room."""
    group = np.full(len(task.can), -1)
    room = target.astype(np.float64) + rng.random(len(target)) / 2
    options = [task.can[block].all(axis=0) for block in task.blocks]
    lot = rng.random(len(options))
    order = sorted(range(len(options)), key=lambda k: (-len(task.blocks[k]), options[k].sum() + lot[k]))
    for number in order:
        block = task.blocks[number]
        fits = options[number] & (room >= len(block))
        if not fits.any():
            return None
        chosen = int(np.where(fits, room, -1.0).argmax())
        group[block] = chosen
        room[chosen] -= len(block)
    return group


def _seat_all(task: Task, target: Ints, order: Ints, rng: np.random.Generator) -> Ints | Shortage | None:
    group = _seat_blocks(task, target, rng)
    if group is None:
        return None
    taken = np.bincount(group[group >= 0], minlength=len(target))
    single = order[group[order] < 0]
    found = seat(task.can[single], np.maximum(task.lower - taken, 0), target - taken)
    if isinstance(found, Shortage):
        return Shortage(tuple(single[list(found.items)].tolist()), found.groups, found.too_few)
    group[single] = found
    return group


def first_seating(task: Task, unit: Ints, rng: np.random.Generator) -> Ints | Shortage | None:
    """The group of each person (-1: not there), units spread; or why not, or None where the search gave up.

    A `Shortage` is a proof only where there are no blocks.
    """
    order = task.there[np.lexsort((rng.random(len(task.there)), unit[task.there]))]
    found = _seat_all(task, even_sizes(len(order), task.lower, task.upper), order, rng)
    tries = TRIES if task.blocks else 1
    while tries and not isinstance(found, np.ndarray):
        found = _seat_all(task, task.upper, order, rng)
        tries -= 1
    return found
