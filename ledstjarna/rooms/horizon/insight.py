"""How fast the city parries: the time from a signal to its first small test, where many have had none yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledstjarna.engines import spread


@dataclass(frozen=True, slots=True)
class Speed:
    """How many signals were followed and how many met a test, the median of the days with its interval.

    `days`, `share`, `low` and `high` are the curve: the share that had met a test by then. What was never
    reached is None.
    """

    count: int
    parried: int
    median: int | None
    low: int | None
    high: int | None
    days: tuple[int, ...] = ()
    share: tuple[float, ...] = ()
    share_low: tuple[float, ...] = ()
    share_high: tuple[float, ...] = ()


def speed(followed: Sequence[tuple[int, bool]]) -> Speed:
    """The speed by Kaplan and Meier: a signal without a test counts for as long as it was seen."""
    if not followed:
        return Speed(0, 0, None, None, None)
    days, met = zip(*followed, strict=True)
    curve = spread.survival(days, met)
    middle = curve.median
    return Speed(
        count=curve.count,
        parried=sum(met),
        median=_whole(middle.value),
        low=_whole(middle.low),
        high=_whole(middle.high),
        days=tuple(int(day) for day in curve.time),
        share=tuple(round(1 - float(share), 3) for share in curve.share),
        share_low=tuple(round(1 - float(share), 3) for share in curve.high),
        share_high=tuple(round(1 - float(share), 3) for share in curve.low),
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
