"""The story: of what was done, what has been told of, and where it is silent."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight.city import Ints
from ledstjarna.rooms.atlas.insight.dials.cases import Cases, at_last
from ledstjarna.rooms.atlas.insight.past import Days, Past


def story(past: Past) -> Cases:
    """Of what was done in a year, what is told of: something said after it of the same or its place."""
    rows = np.flatnonzero(past.that(lambda kind: kind.deed)).astype(np.int32)
    lag = _told_after(past, rows)
    born = past.born[rows]
    told = past.within(born + lag, np.full(len(rows), np.inf))
    year = past.within(born, born + rules.YEAR)
    ripe = past.within(born + rules.LATELY, np.full(len(rows), np.inf))
    why = tuple("told" if one else "untold" for one in at_last(told).tolist())
    return Cases(
        rows, (year & (ripe | told)).astype(np.uint32), told, why, np.where(np.isfinite(lag), lag, np.nan)
    )


def _told_after(past: Past, deeds: Ints) -> Days:
    """Days from each deed until something was said of the same thing, its unit or its board."""
    words: dict[int, list[float]] = {}
    word = past.that(lambda kind: kind.word)
    about = _about(past)
    for row in np.flatnonzero(word).tolist():
        for other in about.get(row, ()):
            words.setdefault(other, []).append(float(past.born[row]))
    for days in words.values():
        days.sort()
    found = np.full(len(deeds), np.inf)
    for place, (row, born) in enumerate(zip(deeds.tolist(), past.born[deeds].tolist(), strict=True)):
        said = (words[other] for other in (row, *about.get(row, ())) if other in words)
        after = [days[first] for days in said if (first := bisect_left(days, born)) < len(days)]
        if after:
            found[place] = min(after) - born
    return found


def _about(past: Past) -> dict[int, set[int]]:
    """What each deed and each word is about: what it is tied to, its unit, and who answers for it.

    What the whole city answers for tells of no board's deed.
    """
    speaks = past.that(lambda kind: kind.deed or kind.word)
    leaned = past.that(lambda kind: kind.leaned)
    found: dict[int, set[int]] = {}
    for begin, end in ((past.low, past.high), (past.source, past.target)):
        for one, other in zip(begin.tolist(), end.tolist(), strict=True):
            if speaks[one] and not leaned[other]:
                found.setdefault(one, set()).add(other)
    for row in np.flatnonzero(speaks).tolist():
        home = past.told.homes[row]
        found.setdefault(row, set()).update({past.row[home]} if home in past.row else set())
        place = int(past.place[row])
        if place >= 0 and past.kinds[place].name != "organisation":
            found[row].add(place)
    return found


@dataclass(frozen=True, slots=True)
class Silence:
    """A board or company: deeds in the year, and days since something was last told of it, if ever."""

    place: int
    deeds: int
    days: int | None


def silences(past: Past, cases: Cases) -> tuple[Silence, ...]:
    """For each place with deeds in the year, how long it has been silent."""
    counted = cases.rows[at_last(past.within(past.born[cases.rows], past.born[cases.rows] + rules.YEAR))]
    words = np.flatnonzero(past.that(lambda kind: kind.word))
    last: dict[int, float] = {}
    for row in words.tolist():
        place = int(past.place[row])
        last[place] = max(last.get(place, -np.inf), float(past.born[row]))
    found = []
    for place in np.unique(past.place[counted]).tolist():
        if place >= 0 and past.kinds[place].name != "organisation":
            day = last.get(place)
            since = int(past.moments[-1] - day) if day is not None and np.isfinite(day) else None
            found.append(Silence(place, int((past.place[counted] == place).sum()), since))
    return tuple(found)
