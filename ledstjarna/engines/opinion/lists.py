"""Statements that the rankings would bury: those few have seen, and those a minority stands behind.

Overlooked: not known yet, but on the votes there are a majority likely agrees (chance from a uniform prior,
Laplace 1774). Minority: one group of a partition surely agrees, and all others together surely do not.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import betainc

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.intervals import share, wilson
from ledstjarna.engines.opinion.ranking import MAJORITY, Unknown

PROMISING = 0.9


@dataclass(frozen=True, slots=True)
class Overlooked:
    """`statement` lacks votes, but a majority agrees with probability `chance`, by `votes` votes."""

    statement: int
    chance: float
    votes: int


@dataclass(frozen=True, slots=True)
class Minority:
    """`group`, a `part` of the people of its partition, agrees with `statement`: `share`, surely `lower`.

    All others: `elsewhere`, surely at most `upper`.
    """

    statement: int
    group: int
    part: float
    share: float
    lower: float
    elsewhere: float
    upper: float


def overlooked(
    everyone: Counts, unknown: tuple[Unknown, ...], *, promising: float = PROMISING
) -> tuple[Overlooked, ...]:
    """Unknown statements that deserve to be seen, most promising first; `everyone`: counts of one group."""
    agree, disagree, seen = everyone.agree[0], everyone.disagree[0], everyone.seen[0]
    chance = betainc(disagree + 1, agree + 1, MAJORITY)
    found = (
        Overlooked(one.statement, float(chance[one.statement]), int(seen[one.statement])) for one in unknown
    )
    return tuple(sorted((one for one in found if one.chance >= promising), key=lambda one: -one.chance))


def minorities(counts: Counts, *, minimum: int = 7) -> tuple[Minority, ...]:
    """What a group smaller than half stands behind and the others do not, the clearest first.

    Both sides must have given `minimum` votes. ValueError for a minimum under 1.
    """
    if minimum < 1:
        raise ValueError("minimum must be at least 1")
    rest, silent = counts.agree.sum(axis=0) - counts.agree, counts.stands.sum(axis=0) - counts.stands
    lower, upper = wilson(counts.agree, counts.stands)[0], wilson(rest, silent)[1]
    part = counts.size / max(int(counts.size.sum()), 1)
    heard = (counts.seen >= minimum) & (counts.seen.sum(axis=0) - counts.seen >= minimum)
    stands = heard & (lower > MAJORITY) & (upper < MAJORITY) & (part < MAJORITY)[:, None]
    own, others = share(counts.agree, counts.stands), share(rest, silent)
    places = sorted(zip(*np.nonzero(stands), strict=True), key=lambda at: upper[at] - lower[at])
    return tuple(
        Minority(
            int(statement),
            int(group),
            float(part[group]),
            *(float(table[group, statement]) for table in (own, lower, others, upper)),
        )
        for group, statement in places
    )
