"""From the capital against each hypothetical change to the interval of those that are left."""

import numpy as np

from ledstjarna.engines.trial.checks import Floats
from ledstjarna.engines.trial.result import Reason

Edge = float | None


def interval(
    changes: Floats, log_capital: Floats, confidence: float, *, edges: tuple[Edge, Edge]
) -> tuple[Edge, Edge, Reason]:
    """The least and the largest change that are not excluded, each moved outwards to the next excluded one.

    Args:
        changes: hypothetical changes, rising.
        log_capital: the largest log capital so far against each.
        confidence: of the interval.
        edges: what lies beyond the first and the last change, None for without end.

    Returns:
        The two ends (None: without end) and why there is an interval or none.
    """
    left = np.flatnonzero(log_capital < -np.log1p(-confidence))
    if not len(left):
        return None, None, Reason.CONTRADICTION
    first, last = int(left[0]), int(left[-1])
    if first == 0 and last == len(changes) - 1:
        return edges[0], edges[1], Reason.TOO_WIDE
    low = float(changes[first - 1]) if first else edges[0]
    high = float(changes[last + 1]) if last + 1 < len(changes) else edges[1]
    return low, high, Reason.ENOUGH
