"""The periods that a report may tell of: thirds, halves and years of the calendar."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

LENGTHS = {"T": 4, "H": 6}
SPANS = {"T": "third", "H": "half", "": "year"}
KEY = re.compile(r"(20\d\d)(?:-([TH])([123]))?")
BACK = 2  # whole years before this one whose reports are offered


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole months, its key and how long it is."""

    key: str
    span: str
    begins: date
    ends: date


def period_of(key: str) -> Period | None:
    """The period of a key such as `2026`, `2026-T1` or `2026-H2`; nothing where there is no such."""
    found = KEY.fullmatch(key)
    if found is None:
        return None
    year, sort, place = int(found[1]), found[2] or "", int(found[3] or 1)
    months = LENGTHS.get(sort, 12)
    last = months * place
    if last > 12:
        return None
    return Period(
        key, SPANS[sort], date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])
    )


def periods(today: date) -> tuple[Period, ...]:
    """The periods that have begun, this year and the two before, the latest first, the longer before."""
    keys = [
        key
        for year in range(today.year - BACK, today.year + 1)
        for key in (str(year), *(f"{year}-H{n}" for n in (1, 2)), *(f"{year}-T{n}" for n in (1, 2, 3)))
    ]
    found = [one for key in keys if (one := period_of(key)) is not None and one.begins <= today]
    return tuple(sorted(found, key=lambda one: (one.ends, -one.begins.toordinal()), reverse=True))


def is_over(period: Period, today: date) -> bool:
    """Whether a period has ended, so that its report can be settled."""
    return today > period.ends
