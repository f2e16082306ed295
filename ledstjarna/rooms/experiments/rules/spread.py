"""When use of a lesson began and ended, and who tries what: plain rows in, plain values out."""

from collections.abc import Iterable, Sequence
from datetime import date

IN_USE = frozenset({"uses", "adapted"})
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


def themes(rows: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    """Rows of (theme, place, what) by theme and place, each in order of the alphabet: nobody is before another."""
    found: dict[str, dict[str, set[str]]] = {}
    for theme, place, what in rows:
        found.setdefault(theme, {}).setdefault(place, set()).add(what)
    return tuple(
        (theme, tuple((place, tuple(sorted(places[place]))) for place in sorted(places, key=_order)))
        for theme, places in sorted(found.items(), key=lambda pair: _order(pair[0]))
    )


def _order(text: str) -> str:
    """The Swedish order: å, ä and ö come last."""
    return text.lower().translate(str.maketrans("åäö", "{|}"))
