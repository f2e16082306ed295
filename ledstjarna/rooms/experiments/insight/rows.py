"""Observations as arrays: by day, by way, by pair of places, or places by days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from ledstjarna.rooms.experiments.room import Sort

Floats = NDArray[np.float64]
MOST_DAYS = 1100
MOST_SINGLE = 40_000


@dataclass(frozen=True, slots=True)
class Row:
    """An observation as it is kept: its day, value, times, way and place."""

    on: date
    value: float
    many: int
    having: bool | None
    site: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it was drawn: its pair and way, or the day that it begins."""

    id: int
    pair: int | None
    having: bool | None
    begins: date | None


def together(sort: str, rows: Iterable[Row]) -> float:
    """Several observations of a day as one number: how many, which share, or the mean."""
    found = list(rows)
    total = sum(row.value for row in found)
    if sort == Sort.COUNT:
        return total
    return total / sum(row.many for row in found)


def _by_day(rows: Iterable[Row]) -> dict[date, list[Row]]:
    found: dict[date, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.on].append(row)
    return found


def calendar(rows: Sequence[Row]) -> list[date]:
    """Every day from the first that was observed to the last; of a very long time, the latest of it."""
    if not rows:
        return []
    last = max(row.on for row in rows)
    first = max(min(row.on for row in rows), last - timedelta(days=MOST_DAYS))
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def series(sort: str, rows: Sequence[Row], days: Sequence[date]) -> Floats:
    """One number for each day; not a number where nothing was observed."""
    found = _by_day(rows)
    return np.array([together(sort, found[day]) if day in found else np.nan for day in days])


def ways(sort: str, rows: Sequence[Row]) -> tuple[Floats, Floats]:
    """What was observed without and with the change, in the order in which it came."""
    sides = tuple([row for row in rows if row.having is having] for having in (False, True))
    if sort == Sort.COUNT:
        days = calendar(rows)
        return series(sort, sides[0], days), series(sort, sides[1], days)
    return _single(sort, sides[0]), _single(sort, sides[1])


def _single(sort: str, rows: Iterable[Row]) -> Floats:
    """Yes and no one by one, and amounts as they are.

    Of several at once nobody knows the order; one is drawn, the same each time, for the engine pairs the
    two sides as they come.
    """
    if sort != Sort.YES_NO:
        return np.array([row.value for row in rows], dtype=np.float64)
    dice = np.random.default_rng(1)
    found = [(int(row.value), row.many - int(row.value)) for row in rows]
    parts = [dice.permutation(np.repeat((1.0, 0.0), pair)) for pair in found]
    return np.concatenate(parts)[:MOST_SINGLE] if parts else np.array([], dtype=np.float64)


def matched(sort: str, rows: Sequence[Row], places: Sequence[Place]) -> tuple[Floats, Floats]:
    """For each pair, what is usual in the place without the change and in the one with it."""
    means = _means(sort, rows)
    sides: dict[int, dict[bool, float]] = defaultdict(dict)
    for one in places:
        if one.pair is not None and one.having is not None:
            sides[one.pair][one.having] = means.get(one.id, np.nan)
    whole = [sides[pair] for pair in sorted(sides) if len(sides[pair]) == 2]
    return np.array([pair[False] for pair in whole]), np.array([pair[True] for pair in whole])


def _means(sort: str, rows: Sequence[Row]) -> dict[int, float]:
    """What is usual on a day in each place."""
    by_site: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.site is not None:
            by_site[row.site].append(row)
    return {
        site: float(np.mean([together(sort, day) for day in _by_day(found).values()]))
        for site, found in by_site.items()
    }


def staggered(
    sort: str, rows: Sequence[Row], places: Sequence[Place]
) -> tuple[Floats, NDArray[np.int64], list[date]]:
    """Places by days, and the day (from 0) on which each begins."""
    days = calendar(rows)
    table = [series(sort, [row for row in rows if row.site == one.id], days) for one in places]
    begins = [(one.begins - days[0]).days if one.begins and days else len(days) for one in places]
    starts = np.array([max(begin, 1) for begin in begins], dtype=np.int64)
    return np.array(table).reshape(len(places), len(days)), starts, days
