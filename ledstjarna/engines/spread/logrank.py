"""Does it come at another pace in one kind of unit than in another?

Method: the log-rank test (Mantel 1966; Peto and Peto 1972): at each event the number in each group is
compared with what its share of those at risk would have; the squared sum of the differences, over their
covariance, is about chi-square distributed if the pace is the same. Cost: one sort, then times x groups^2.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc

from ledstjarna.engines.spread.checks import Flags, Floats, Ints, durations_of, flags_of, labels_of


@dataclass(frozen=True, slots=True)
class LogRank:
    """`group`: labels; `observed` and `expected` events of each; the test, its degrees of freedom, p."""

    group: tuple[object, ...]
    observed: Floats
    expected: Floats
    statistic: float
    freedom: int
    p: float


def _tables(time: Floats, event: Flags, code: Ints, groups: int) -> tuple[Floats, Floats]:
    """Events and people at risk: times x groups, for the times at which anything happened."""
    moment, place = np.unique(time, return_inverse=True)
    gone, died = np.zeros((2, len(moment), groups))
    np.add.at(gone, (place, code), 1.0)
    np.add.at(died, (place, code), event.astype(np.float64))
    at_risk = gone[::-1].cumsum(axis=0)[::-1]
    some = died.sum(axis=1) > 0
    return died[some], at_risk[some]


def logrank(time: ArrayLike, event: ArrayLike, group: Sequence[object] | ArrayLike) -> LogRank:
    """Compare two or more groups; without any event there is no difference to see (p is 1).

    Args:
        time: how long each was followed.
        event: 1 where it happened then, 0 where it had not.
        group: a label for each.

    Raises:
        ValueError: fewer than two groups, or a value that does not fit.
    """
    length = durations_of(time)
    happened = flags_of(event, len(length), "event")
    label, code = labels_of(group, len(length), "group")
    if len(label) < 2:
        raise ValueError("group must have at least two different labels to compare")
    died, at_risk = _tables(length, happened, code, len(label))
    deaths, risk = died.sum(axis=1, keepdims=True), at_risk.sum(axis=1, keepdims=True)
    share = at_risk / risk
    expected = (deaths * share).sum(axis=0)
    scale = (deaths * (risk - deaths) / np.maximum(risk - 1, 1))[:, 0]
    spread = np.diag(scale @ share) - (share * scale[:, None]).T @ share
    gap = (died.sum(axis=0) - expected)[:-1]
    statistic = float(gap @ np.linalg.pinv(spread[:-1, :-1]) @ gap)
    freedom = len(label) - 1
    return LogRank(
        label, died.sum(axis=0), expected, statistic, freedom, float(chdtrc(freedom, max(statistic, 0.0)))
    )
