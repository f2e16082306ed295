"""When use of a lesson began and ended, from when a curve is honest, and the order of names."""

from collections.abc import Sequence
from datetime import date

IN_USE = frozenset({"uses", "adapted"})
LAST = str.maketrans("åäö", "{|}")
CURVE_FROM = 30  # units: below so many a table says more than a curve
POOL_FROM = 2  # tests of it with a figure


def use_of(steps: Sequence[tuple[str, date]]) -> tuple[date | None, date | None]:
    """When a unit's use of a lesson began, and when it last ended; steps are (state, day), oldest first.

    Use that was taken up again has not ended; what was only heard of, tried or declined never began.
    """
    began: date | None = None
    ended: date | None = None
    for state, on in steps:
        if state in IN_USE:
            began, ended = began or on, None
        elif began and ended is None:
            ended = on
    return began, ended


def is_worth_a_curve(units: int) -> bool:
    """Whether so many units could use it that a curve is honest."""
    return units >= CURVE_FROM


def order(text: str) -> str:
    """What a name is put in order by, as Swedish has it: å, ä and ö come last."""
    return text.lower().translate(LAST)
