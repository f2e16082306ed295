"""How sure is a share, and a difference of two shares?

Wilson's score interval (1927) for a share, Newcombe's (1998, method 10) for a difference. Each bound is
one-sided at 95 %. The smallest of many lower bounds needs no correction: to say "at least L in every
group" wrongly, the bound of the one group that is below L must have failed (intersection-union test,
Berger 1982).
"""

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.opinion.votes import Flags, Floats

SURE = 1.6448536269514722
"""Standard normal deviate of 95 %, one-sided."""


def share(hits: ArrayLike, trials: ArrayLike) -> Floats:
    """The share itself; one half where nothing was tried."""
    hit, count = np.asarray(hits, dtype=np.float64), np.asarray(trials, dtype=np.float64)
    return np.where(count > 0, hit / np.maximum(count, 1), 0.5)


def wilson(hits: ArrayLike, trials: ArrayLike) -> tuple[Floats, Floats]:
    """Lower and upper bound of a share; 0 and 1 where nothing was tried."""
    hit, count = np.asarray(hits, dtype=np.float64), np.asarray(trials, dtype=np.float64)
    square = SURE**2
    middle = hit + square / 2
    half = SURE * np.sqrt(hit * (count - hit) / np.maximum(count, 1) + square / 4)
    low, high = (middle - half) / (count + square), (middle + half) / (count + square)
    told = share(hit, count)
    return np.clip(low, 0, told), np.clip(high, told, 1)


def gap(high: tuple[Floats, Floats, Floats], low: tuple[Floats, Floats, Floats]) -> tuple[Floats, Floats]:
    """Bounds of a difference, each side given as its lower bound, share and upper bound."""
    difference = high[1] - low[1]
    down = np.sqrt((high[1] - high[0]) ** 2 + (low[2] - low[1]) ** 2)
    up = np.sqrt((high[2] - high[1]) ** 2 + (low[1] - low[0]) ** 2)
    return difference - down, difference + up


def discoveries(chances: Floats, *, false_share: float = 0.05) -> Flags:
    """Which of many tests may be believed, so that at most `false_share` of them are expected to be false.

    Benjamini and Hochberg (1995); `chances` are p-values of any shape, the answer has the same.
    """
    flat = np.sort(chances, axis=None)
    allowed = flat <= false_share * np.arange(1, flat.size + 1) / max(flat.size, 1)
    edge = flat[allowed].max() if allowed.any() else -1.0
    return np.asarray(chances <= edge)
