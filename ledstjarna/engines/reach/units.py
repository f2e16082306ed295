"""Units and the units above them: which belong to a unit's tree, and what adds up along it."""

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach.arrays import Counts, Flags, Ints, whole_numbers


def parents_of(given: ArrayLike, units: int) -> Ints:
    """The unit above each unit, -1 for the top.

    Raises:
        ValueError: a unit is above itself, is no unit, or there are fewer parents than units.
    """
    found = whole_numbers("parent_unit", given)
    wrong = np.flatnonzero((found < -1) | (found >= len(found)))
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(
            f"the unit above unit {at} is {found[at]}, but there are {len(found)} units: give -1 for the top"
        )
    if len(found) < units:
        raise ValueError(f"unit {units - 1} has nodes, but parent_unit ends at unit {len(found) - 1}: add it")
    parent = found.astype(np.int32)
    ringed = np.flatnonzero(depths(parent) < 0)
    if ringed.size:
        raise ValueError(f"unit {ringed[0]} is above itself: take it off the ring of units it is on")
    return parent


def depths(parent: Ints) -> Ints:
    """How many units are above each; -1 for those on or under a ring."""
    depth = np.where(parent < 0, 0, -1).astype(np.int32)
    for level in range(len(parent)):
        fresh = (depth < 0) & (parent >= 0) & (depth[parent] == level)
        if not fresh.any():
            break
        depth[fresh] = level + 1
    return depth


def rolled_up(count: Counts, parent: Ints) -> Counts:
    """What each unit and all units in its tree have together."""
    total, depth = count.copy(), depths(parent)
    for level in range(int(depth.max(initial=0)), 0, -1):
        here = np.flatnonzero(depth == level)
        np.add.at(total, parent[here], total[here])
    return total


def tree_of(unit: int, parent: Ints) -> Flags:
    """Which units are in a unit's tree, itself among them."""
    inside = np.zeros(len(parent), dtype=np.bool_)
    inside[unit] = True
    while True:
        more = ~inside & (parent >= 0) & inside[parent]
        if not more.any():
            return inside
        inside |= more
