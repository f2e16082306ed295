"""Things that are counted: in how many something holds, how sure that is, and how even."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from ledstjarna.rooms.atlas.insight.city import Flags, Ints
from ledstjarna.rooms.atlas.insight.past import Bits, Days, many

NOW = np.uint32(12)
"""The last moment's bit."""


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Things that are counted, one to a row of each array.

    `rows`: which thing; `counted`, `held`: at which moments it is counted, and at which it holds; `why`: what
    decided at the last moment, one word; `days`: a number of days that goes with it, or NaN.
    """

    rows: Ints
    counted: Bits
    held: Bits
    why: tuple[str, ...]
    days: Days

    def now(self) -> Flags:
        """Which are counted today."""
        return at_last(self.counted)

    def holds(self) -> Flags:
        """In which it holds today."""
        return at_last(self.counted & self.held)

    def trend(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """In how many it held, of how many, at each moment."""
        return many(self.counted & self.held), many(self.counted)


def at_last(bits: Bits) -> Flags:
    """Which rows have the last moment's bit."""
    return np.asarray((bits >> NOW) & 1, dtype=np.bool_)


def wilson(hits: int, total: int, confidence: float = 0.95) -> tuple[float, float]:
    """Lower and upper bound of a share (Wilson 1927); from 0 to 1 where nothing was counted."""
    if not total:
        return 0.0, 1.0
    wide = float(ndtri((1 + confidence) / 2))
    square = wide * wide
    middle = hits + square / 2
    half = wide * float(np.sqrt(hits * (total - hits) / total + square / 4))
    share = hits / total
    low, high = (middle - half) / (total + square), (middle + half) / (total + square)
    return max(0.0, min(low, share)), min(1.0, max(high, share))


def evenness(shares: Sequence[float]) -> float:
    """One minus the Gini coefficient: 1 where all have the same, near 0 where one has all.

    Raises:
        ValueError: a share is negative.
    """
    values = np.sort(np.asarray(shares, dtype=np.float64))
    if values.size and values[0] < 0:
        raise ValueError("a share cannot be negative")
    total = float(values.sum())
    if not total:
        return 1.0
    rank = np.arange(1, values.size + 1)
    gini = float((2 * rank - values.size - 1) @ values) / (values.size * total)
    return 1.0 - gini


def joined(one: Cases, other: Cases) -> Cases:
    """The cases of both."""
    return Cases(
        np.concatenate([one.rows, other.rows]),
        np.concatenate([one.counted, other.counted]),
        np.concatenate([one.held, other.held]),
        one.why + other.why,
        np.concatenate([one.days, other.days]),
    )
