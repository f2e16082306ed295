"""What may be said of all statements and groups at once, not of one at a time.

A bound that fails one time in twenty fails somewhere among a thousand. Three answers, all from exact
binomial bounds (Clopper and Pearson 1934), which never promise more than they keep:

- Every cell: bounds at a level divided by the number of cells (Bonferroni) hold all together.
- Every list: the least of a statement's bounds over its groups is wrong only if that of the one group below
  it is, so groups cost nothing (intersection-union test, Berger 1982) and the level is divided by the number
  of statements alone.
- What to believe: p-values of "a majority in every group agrees", "... disagrees" and "the groups differ"
  (chi-square test of homogeneity, times the number of partitions), of which as many are believed as keep the
  expected share of false ones at 5 % (Benjamini and Hochberg 1995).

Groups that were found in the same votes are told apart a little more sharply than they are; for them these
answers are a filter, as `bench.opinion` shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, betaincinv, chdtrc

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.intervals import discoveries
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints

MAJORITY = 0.5


@dataclass(frozen=True, slots=True)
class Listed:
    """Per statement: the least share of any heard group, as far as it is sure; its p-value; whether believed.

    `lower` holds for all statements at once; 0 where no group was heard.
    """

    lower: Floats
    chance: Floats
    believed: Flags


@dataclass(frozen=True, slots=True)
class Simultaneous:
    """Bounds of agree shares that hold all at once with probability `sure`, and what may be believed.

    `lower`, `upper`: by partition, groups x statements; 0 and 1 where a group was not heard.
    `divides`, `divides_chance`: per statement, whether groups of a partition are believed to differ, and the
    p-value.
    """

    sure: float
    lower: Mapping[str, Floats]
    upper: Mapping[str, Floats]
    unites: Listed
    rejects: Listed
    divides: Flags
    divides_chance: Floats


def exact_lower(hits: Ints, trials: Ints, chance: float) -> Floats:
    """The share that is exceeded but for `chance` (Clopper and Pearson, one-sided); 0 without hits."""
    some = hits > 0
    return np.where(some, betaincinv(np.where(some, hits, 1), trials - hits + 1, chance), 0.0)


def _listed(hits: Ints, stands: Ints, heard: Flags, chance: float) -> Listed:
    """All groups of all partitions as rows; a list for the side whose votes are `hits`."""
    ever: Flags = np.asarray(heard.any(axis=0))
    lower = np.where(heard, exact_lower(hits, stands, chance / max(int(ever.sum()), 1)), np.inf).min(axis=0)
    tail = np.where(hits > 0, betainc(np.maximum(hits, 1), stands - hits + 1, MAJORITY), 1.0)
    worst = np.where(ever, np.where(heard, tail, 0.0).max(axis=0), 1.0)
    believed = np.zeros(heard.shape[1], dtype=np.bool_)
    believed[ever] = discoveries(worst[ever])
    return Listed(np.where(ever, lower, 0.0), worst, believed)


def _homogeneity(counts: Counts, minimum: int) -> Floats:
    """Per statement the p-value of "all heard groups agree to the same share"; 1 without two groups."""
    heard = counts.seen >= minimum
    agree, stands = np.where(heard, counts.agree, 0), np.where(heard, counts.stands, 0)
    share = agree.sum(axis=0) / np.maximum(stands.sum(axis=0), 1)
    variance = stands * share * (1 - share)
    fair = variance > 0
    square = np.where(fair, (agree - stands * share) ** 2 / np.where(fair, variance, 1), 0).sum(axis=0)
    degrees = fair.sum(axis=0) - 1
    return np.where(degrees > 0, chdtrc(np.maximum(degrees, 1), square), 1.0)


def simultaneous(counts: Mapping[str, Counts], *, minimum: int = 7, sure: float = 0.9) -> Simultaneous:
    """What holds of all cells and all statements at once; `counts` by partition, as in `Opinion`.

    A group is heard on a statement from `minimum` votes. ValueError for bad limits, or no partition.
    """
    if not counts:
        raise ValueError("there is no partition to speak of")
    if minimum < 1 or not 0 < sure < 1:
        raise ValueError("minimum must be at least 1, and sure lie between 0 and 1")
    heard = {name: table.seen >= minimum for name, table in counts.items()}
    cells = max(sum(int(flags.sum()) for flags in heard.values()), 1)
    each = (1 - sure) / (2 * cells)
    lower, upper = {}, {}
    for name, table in counts.items():
        lower[name] = np.where(heard[name], exact_lower(table.agree, table.stands, each), 0.0)
        upper[name] = np.where(heard[name], 1 - exact_lower(table.disagree, table.stands, each), 1.0)
    agree, disagree, stands = (
        np.concatenate([getattr(table, side) for table in counts.values()])
        for side in ("agree", "disagree", "stands")
    )
    rows = np.concatenate(list(heard.values()))
    apart = np.min([_homogeneity(table, minimum) for table in counts.values()], axis=0) * len(counts)
    chance = np.minimum(apart, 1.0)
    return Simultaneous(
        sure,
        lower,
        upper,
        _listed(agree, stands, rows, 1 - sure),
        _listed(disagree, stands, rows, 1 - sure),
        discoveries(chance),
        chance,
    )
