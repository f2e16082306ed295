"""Clear leadership: of what those who lead asked of others and promised, what they have done themselves."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import numpy as np

from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight.dials.cases import Cases, at_last, joined
from ledstjarna.rooms.atlas.insight.past import Past, day_of

Terms = Mapping[int, Sequence[tuple[date, date | None]]]
Promised = tuple[int, date, datetime | None, datetime | None]


def leadership(past: Past, leaders: Terms) -> Cases:
    """Of what those who lead have asked of others and promised, what they have done themselves.

    `leaders`: by the row of a person's node, when they were among those who are counted; no others are.
    """
    acts = _own_acts(past, leaders)
    return joined(_followed(past, acts), _promised(past, acts))


def _own_acts(past: Past, leaders: Terms) -> dict[int, list[float]]:
    """By row of a thing, the days when one who leads did something about it, in order."""
    spans = {
        who: [(day_of(since, 0.0) - 1, day_of(until, np.inf)) for since, until in held]
        for who, held in leaders.items()
    }
    found: dict[int, list[float]] = {}
    for node, who, at in past.told.acts:
        day = day_of(at, 0.0)
        if any(begin <= day < end for begin, end in spans.get(who, ())):
            found.setdefault(past.row[node], []).append(day)
    return found


def _followed(past: Past, acts: Mapping[int, list[float]]) -> Cases:
    """What was asked of others by those who lead: whether they have kept a dialogue about it in a year."""
    asks = past.that(lambda kind: kind.wants and kind.signal)
    home = np.array([pk is not None and pk in past.row for pk in past.told.homes], dtype=np.bool_)
    own = [row for row in np.flatnonzero(asks & ~home).tolist() if _set_by(past, acts, row)]
    rows = np.array(own, dtype=np.int32)
    deeds = past.that(lambda kind: kind.deed)
    done = [row for row in acts if deeds[row]]
    recent = np.zeros(past.size, dtype=np.uint32)
    recent[done] = past.within(past.born[done], past.born[done] + rules.YEAR)
    counted = past.alive[rows] & past.within(past.born[rows] + rules.MATURE, np.full(len(rows), np.inf))
    held = past.up(recent)[rows]
    why = tuple("followed" if one else "asked" for one in at_last(held).tolist())
    return Cases(rows, counted, held, why, np.full(len(rows), np.nan))


def _set_by(past: Past, acts: Mapping[int, list[float]], row: int) -> bool:
    """Whether one who leads was the one who set it: the day it came is the day they acted."""
    return any(abs(day - past.born[row]) < 1e-6 for day in acts.get(row, ())[:1])


def _promised(past: Past, acts: Mapping[int, list[float]]) -> Cases:
    """Days that were promised by the city and its boards, and passed in the year before each moment.

    What somebody else kept is left out: others count neither for nor against.
    """
    owed = past.that(lambda kind: kind.asked or (kind.word and kind.due))
    units = past.that(lambda kind: kind.name == "unit")
    rows, due, held, own = [], [], [], []
    for node, day, _since, until in _last_of_each(past):
        row = past.row[node]
        home = past.told.homes[row]
        if not owed[row] or (home in past.row and units[past.row[home]]):
            continue
        ends, kept = day_of(day, 0.0), day_of(until, np.inf)
        mine = any(act <= kept + 1e-6 for act in acts.get(row, ()) if act > past.born[row])
        rows.append(row)
        due.append(ends)
        held.append(kept <= ends and mine)
        own.append(mine or kept > ends)
    passed = np.array(due, dtype=np.float64)
    counts = np.array(own, dtype=np.bool_)
    good = np.array(held, dtype=np.bool_)
    counted = np.where(counts, past.within(passed, passed + rules.YEAR), 0).astype(np.uint32)
    why = tuple("kept" if one else "late" for one in held)
    return Cases(
        np.array(rows, dtype=np.int32), counted, np.where(good, counted, 0).astype(np.uint32), why,
        np.maximum(past.moments[-1] - passed, 0),
    )  # fmt: skip


def _last_of_each(past: Past) -> list[Promised]:
    """Each promise; of a question that was put off openly, the last day alone."""
    word = past.that(lambda kind: kind.word)
    latest: dict[int, Promised] = {}
    every = []
    for one in past.told.promises:
        if word[past.row[one[0]]]:
            every.append(one)
        else:
            latest[one[0]] = one
    return [*every, *latest.values()]
