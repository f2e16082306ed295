"""A value with its interval."""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.spread.checks import Floats


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval; None where what was seen does not reach so far."""

    value: float | None
    low: float | None
    high: float | None


def quantiles(values: Floats, weight: Floats, shares: tuple[float, ...]) -> list[float]:
    """The values up to which each of `shares` of the weight lies.

    The values are places on a grid, each of which stands for what is nearest to it: its weight is spread
    evenly over that, so quantiles do not jump from place to place.

    Args:
        values: in any order, equal ones allowed.
        weight: of each; they sum to 1.
        shares: from 0 to 1.
    """
    place, at = np.unique(values, return_inverse=True)
    below = np.r_[0.0, np.cumsum(np.bincount(at, weights=weight))]
    edges = np.r_[place[0], (place[1:] + place[:-1]) / 2, place[-1]]
    found: list[float] = np.interp(shares, below, edges).tolist()
    return found


def estimate(values: Floats, weight: Floats, confidence: float) -> Estimate:
    """The weighted median, and the middle part of the weight that `confidence` asks for."""
    tail = (1 - confidence) / 2
    return Estimate(*quantiles(values, weight, (0.5, tail, 1 - tail)))
