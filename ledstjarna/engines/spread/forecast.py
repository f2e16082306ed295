"""When will each unit begin, in many futures that agree with what was seen?

Method: each future has its own point of the posterior and its own dice. A unit has a threshold, drawn from
the exponential distribution; it begins in the period in which the sum of its rates passes it. That is the
same as a throw in each period, at one draw per unit.
Cost: futures x units x units for each period and each channel but the first.
"""

import numpy as np

from ledstjarna.engines.spread.checks import Floats, Ints
from ledstjarna.engines.spread.exposure import Units
from ledstjarna.engines.spread.posterior import Points

UNEVEN = 0.25
"""What a difference between both ends costs, where being off what is asked costs 1."""


def futures(units: Units, points: Points, horizon: int, rng: np.random.Generator) -> Floats:
    """The period in which each unit begins: points x units; infinity where not within the horizon."""
    begun = np.tile(units.begun, (len(points.own), 1))
    left = rng.standard_exponential(begun.shape)
    factor, pull = points.factor(units.features), points.heed[:, None] * points.mix
    for period in range(units.seen + 1, units.seen + horizon + 1):
        using = np.isfinite(begun)
        if using.all():
            break
        exposure = units.exposure(using.T.astype(np.float64))
        rate = points.own[:, None] + np.einsum("gk,kug->gu", pull, exposure)
        left -= rate * factor
        begun[(left <= 0) & ~using] = period
    return begun


def counts_by_period(begun: Floats, periods: Ints) -> Floats:
    """Futures x periods: how many use it by the end of each period."""
    return np.stack([(begun <= period).sum(axis=1) for period in periods.tolist()], axis=1).astype(np.float64)


def time_to(begun: Floats, count: int) -> Floats:
    """In each future the period by whose end `count` units use it, infinity for not within the horizon."""
    return np.asarray(np.partition(begun, count - 1, axis=1)[:, count - 1])


def whole_range(values: Floats, confidence: float) -> tuple[float, float, float]:
    """From which whole number to which lies about `confidence` of the values, and how much really does.

    A range of whole numbers cannot hold just what is asked: the plain one holds more, often much more. Of all
    ranges that one is taken which holds nearest to it, with what lies below and above as alike as may be.
    Where more is infinite than may lie above, the range is open: it leaves out what may lie below, and
    nothing above.

    Args:
        values: whole numbers or infinity, at least one.
        confidence: above 0 and under 1.
    """
    step, count = np.unique(values, return_counts=True)
    share = count / len(values)
    below = np.cumsum(share) - share
    above = 1 - np.cumsum(share)
    held = 1 - below[:, None] - above
    tail = (1 - confidence) / 2
    if np.isinf(step[-1]) and share[-1] > tail:
        low = int(np.abs(below - tail).argmin())
        return float(step[low]), np.inf, float(held[low, -1])
    cost = np.abs(held - confidence) + UNEVEN * np.abs(below[:, None] - above)
    cost[np.tril_indices(len(step), -1)] = np.inf
    first, last = np.unravel_index(cost.argmin(), cost.shape)
    return float(step[first]), float(step[last]), float(held[first, last])
