"""What unites, what divides, and what is not known yet.

A statement unites by the smallest lower bound of its agree share over every group of every partition that
was heard on it: the group that agrees least, at its least favourable. It divides by the largest gap
between two groups of one partition that is certain, that is by the lower bound of their difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.counts import Bounds, Counts
from ledstjarna.engines.opinion.intervals import gap
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints

MAJORITY = 0.5


@dataclass(frozen=True, slots=True)
class United:
    """At least `bound` of those who take a stand, in every group that was heard, think alike on `statement`.

    The weakest is `group` of `partition`: `share` of its `votes` votes. `silent` groups had too few votes to
    be heard. `holds`: the bound is a majority.
    """

    statement: int
    bound: float
    share: float
    partition: str
    group: int
    votes: int
    silent: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Divided:
    """Groups `high` and `low` of `partition` differ by `gap` in the share that agrees: `lower` to `upper`.

    `holds`: that they differ is certain.
    """

    statement: int
    gap: float
    lower: float
    upper: float
    partition: str
    high: int
    low: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """`statement` has `votes` votes of the `needed`; the opinion groups in `silent` were not heard on it."""

    statement: int
    votes: int
    needed: int
    silent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """All groups of all partitions, one row each: where it belongs, what it says and where it was heard."""

    partition: tuple[str, ...]
    group: tuple[int, ...]
    seen: Ints
    heard: Flags
    share: Floats
    lower: Floats
    upper: Floats


def stacked(counts: Mapping[str, Counts], bounds: Mapping[str, Bounds], minimum: int) -> Heard:
    """Every group of every partition; a group is heard on a statement from `minimum` votes."""
    rows = [(name, group) for name, table in counts.items() for group in range(len(table.size))]
    seen = np.concatenate([table.seen for table in counts.values()])
    return Heard(
        tuple(name for name, _ in rows),
        tuple(group for _, group in rows),
        seen,
        seen >= minimum,
        np.concatenate([table.share for table in bounds.values()]),
        np.concatenate([table.lower for table in bounds.values()]),
        np.concatenate([table.upper for table in bounds.values()]),
    )


def _ranked(score: Floats, known: Flags, ties: Ints) -> list[int]:
    """Known statements from the highest score; equals in the order of `ties`."""
    order = np.lexsort((ties, -score))
    return [int(statement) for statement in order if known[statement]]


def _united(heard: Heard, lower: Floats, share: Floats, known: Flags, ties: Ints) -> tuple[United, ...]:
    """The ranking for one direction, whose lower bounds and shares are given (groups x statements)."""
    counted = np.where(heard.heard, lower, np.inf)
    weakest, bound = counted.argmin(axis=0), counted.min(axis=0)
    silent = (~heard.heard).sum(axis=0)
    return tuple(
        United(
            statement,
            float(bound[statement]),
            float(share[row, statement]),
            heard.partition[row],
            heard.group[row],
            int(heard.seen[row, statement]),
            int(silent[statement]),
            bool(bound[statement] > MAJORITY),
        )
        for statement in _ranked(bound, known, ties)
        for row in (int(weakest[statement]),)
    )


def unites(heard: Heard, known: Flags, ties: Ints) -> tuple[United, ...]:
    """Known statements, the one whose least agreeing group agrees most first."""
    return _united(heard, heard.lower, heard.share, known, ties)


def rejects(heard: Heard, known: Flags, ties: Ints) -> tuple[United, ...]:
    """Known statements, the one all groups reject most clearly first; bound and share are of disagreement."""
    return _united(heard, 1 - heard.upper, 1 - heard.share, known, ties)


def _widest(heard: Heard, rows: list[int]) -> tuple[Floats, Floats, Ints, Ints]:
    """Per statement the most certain gap between two of these rows: its bounds, and the rows."""
    lower, share, upper = heard.lower[rows], heard.share[rows], heard.upper[rows]
    least, most = gap(
        (lower[:, None], share[:, None], upper[:, None]), (lower[None], share[None], upper[None])
    )
    both = heard.heard[rows][:, None] & heard.heard[rows][None] & ~np.eye(len(rows), dtype=bool)[:, :, None]
    flat = np.where(both, least, -1.0).reshape(len(rows) ** 2, -1)
    best = flat.argmax(axis=0)
    place = np.arange(flat.shape[1])
    found = np.array(rows)
    high, low = found[best // len(rows)], found[best % len(rows)]
    return flat[best, place], most.reshape(flat.shape)[best, place], high, low


def divides(heard: Heard, known: Flags, ties: Ints) -> tuple[Divided, ...]:
    """Known statements that two groups of one partition were heard on, the most certain gap first."""
    names = dict.fromkeys(heard.partition)
    tables = [_widest(heard, [i for i, own in enumerate(heard.partition) if own == name]) for name in names]
    least = np.stack([table[0] for table in tables])
    best = least.argmax(axis=0)
    score = least.max(axis=0)
    made = []
    for statement in _ranked(score, known & (score > -1), ties):
        _, most, highs, lows = tables[int(best[statement])]
        high, low = int(highs[statement]), int(lows[statement])
        made.append(
            Divided(
                statement,
                float(heard.share[high, statement] - heard.share[low, statement]),
                float(score[statement]),
                float(most[statement]),
                heard.partition[high],
                heard.group[high],
                heard.group[low],
                bool(score[statement] > 0),
            )
        )
    return tuple(made)


def unknown(total: Ints, opinion: Counts, *, needed: int, minimum: int, ties: Ints) -> tuple[Unknown, ...]:
    """Statements that may not be ranked yet, those nearest to it first.

    One is known from `needed` votes in all, when every opinion group has given at least `minimum`.
    """
    deaf = opinion.seen < minimum
    unsure = (total < needed) | deaf.any(axis=0)
    return tuple(
        Unknown(statement, int(total[statement]), needed, tuple(np.flatnonzero(deaf[:, statement]).tolist()))
        for statement in _ranked(total.astype(np.float64), unsure, ties)
    )
