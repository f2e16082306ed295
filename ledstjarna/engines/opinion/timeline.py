"""How opinion moved: the same groups followed from day to day, and each statement's share over time.

Groups have no names of their own, so a later group is the earlier one with which it shares most people: the
matching with the largest summed Jaccard overlap (Kuhn 1955), of those who were placed both times. A pair with
less than half in common is not called the same group.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import linear_sum_assignment

from ledstjarna.engines.opinion.analysis import Opinion, analyse
from ledstjarna.engines.opinion.votes import Flags, Ints, Votes

SAME = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """The answer to all votes until `day`; `identity`: per group a number it keeps from step to step."""

    day: int
    votes: int
    seen: Opinion
    identity: tuple[int, ...]


def match_groups(before: Ints, after: Ints, *, same: float = SAME) -> Ints:
    """For each group of `after` the group of `before` it continues, -1 if none.

    `before`, `after`: a group per person, negative for those in none. ValueError for rows of unequal length.
    """
    if len(before) != len(after):
        raise ValueError("before and after must be of the same people")
    groups, old = int(after.max(initial=-1)) + 1, int(before.max(initial=-1)) + 1
    both = (before >= 0) & (after >= 0)
    shared = np.bincount(after[both] * max(old, 1) + before[both], minlength=groups * old)
    table = shared[: groups * old].reshape(groups, old)
    either = table.sum(axis=1)[:, None] + table.sum(axis=0) - table
    overlap = table / np.maximum(either, 1)
    found = np.full(groups, -1, dtype=np.int64)
    rows, columns = linear_sum_assignment(-overlap)
    kept = overlap[rows, columns] >= same
    found[rows[kept]] = columns[kept]
    return found


def until(votes: Votes, kept: Flags) -> Votes:
    """The same people and statements with some of the votes: `kept` has one place per vote."""
    start = np.concatenate(([0], np.cumsum(kept)))[votes.start]
    return Votes(votes.people, votes.statements, start, votes.statement[kept], votes.value[kept])


def _named(before: Step | None, seen: Opinion, fresh: int) -> tuple[int, ...]:
    """Each group's lasting number; new ones from `fresh` on."""
    if before is None:
        return tuple(range(fresh, fresh + seen.groups))
    names = []
    for old in match_groups(before.seen.group, seen.group).tolist():
        names.append(before.identity[old] if old >= 0 else fresh)
        fresh += old < 0
    return tuple(names)


def timeline(
    votes: Votes, day: ArrayLike, days: Sequence[int], *, look: Callable[[Votes], Opinion] = analyse
) -> tuple[Step, ...]:
    """The answer as it was at the end of each of `days` (rising), each vote being cast on its `day`.

    `day`: a whole number per vote, in the order of `votes`. `look` makes the answer.
    ValueError for days that do not rise, or that are not one per vote.
    """
    cast = np.asarray(day)
    if cast.shape != (votes.total,) or (cast.size and cast.dtype.kind not in "iu"):
        raise ValueError("day must be one whole number per vote")
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise ValueError("the days to look at must rise")
    steps: list[Step] = []
    fresh = 0
    for end in days:
        some = until(votes, np.asarray(cast <= end))
        seen = look(some)
        names = _named(steps[-1] if steps else None, seen, fresh)
        fresh = max((fresh, *(name + 1 for name in names)))
        steps.append(Step(end, some.total, seen, names))
    return tuple(steps)
