"""Where figures have come from and got to: the first, the latest, the change, and what may be chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """A figure for a day, with its interval where one is known."""

    on: date
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The first and the latest figure, the change, and whether their intervals overlap, where known."""

    first: Point
    latest: Point
    change: float
    overlap: bool | None


def trend_of(points: Sequence[Point]) -> Trend | None:
    """The trend of figures in any order; nothing where there is none."""
    if not points:
        return None
    ordered = sorted(points, key=lambda one: one.on)
    first, latest = ordered[0], ordered[-1]
    return Trend(first, latest, round(latest.value - first.value, 6), _overlap(first, latest))


def _overlap(one: Point, other: Point) -> bool | None:
    ends = (one.low, one.high, other.low, other.high)
    if None in ends or one is other:
        return None
    low, high, other_low, other_high = (float(end) for end in ends if end is not None)
    return low <= other_high and other_low <= high


def within(points: Sequence[Point], begins: date, ends: date) -> tuple[Point, ...]:
    """The figures that tell of a period: its own, after the last one before it where there is one.

    Nothing where no figure came in the period itself: an old figure tells nothing of it.
    """
    ordered = sorted((one for one in points if one.on <= ends), key=lambda one: one.on)
    own = tuple(one for one in ordered if one.on >= begins)
    before = tuple(one for one in ordered if one.on < begins)[-1:]
    return (*before, *own) if own else ()
