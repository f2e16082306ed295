"""Endurance: of what was begun, what is still followed, and how long it takes to the first deed."""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines import spread
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight.city import Flags
from ledstjarna.rooms.atlas.insight.dials.cases import Cases, at_last
from ledstjarna.rooms.atlas.insight.past import Bits, Days, Past, day_of


def endurance(past: Past) -> Cases:
    """Of what was begun, what is still followed: neither let go early nor adrift without a deed."""
    rows = np.flatnonzero(past.that(lambda kind: kind.wants)).astype(np.int32)
    recent = past.up(_lately(past))[rows]
    stands = past.alive[rows] & past.within(past.born[rows] + rules.MATURE, np.full(len(rows), np.inf))
    gone = past.within(past.ended[rows], past.ended[rows] + rules.YEAR)
    through = ~_early(past)[rows] & (past.ended[rows] < np.inf)
    held = (stands & recent) | np.where(through, gone, 0).astype(np.uint32)
    first = first_deeds(past)[rows]
    why = tuple(
        _why(ended, early, lately)
        for ended, early, lately in zip(
            (past.ended[rows] <= past.moments[-1]).tolist(), (~through).tolist(), at_last(recent).tolist(),
            strict=True,
        )
    )  # fmt: skip
    return Cases(
        rows, (stands | gone).astype(np.uint32), held.astype(np.uint32), why, first - past.born[rows]
    )


def _why(ended: bool, early: bool, lately: bool) -> str:
    if ended:
        return "early" if early else "through"
    return "rhythm" if lately else "drifted"


def _lately(past: Past) -> Bits:
    """The moments in the year after each deed."""
    deeds = past.that(lambda kind: kind.deed)
    return np.where(deeds, past.within(past.born, past.born + rules.YEAR), 0).astype(np.uint32)


def _early(past: Past) -> Flags:
    """What was let go before the day that it looked to, or before anything had been done for it."""
    early = ~(first_deeds(past) <= past.ended)
    for node, due, _since, until in past.told.promises:
        row = past.row[node]
        if until is not None and until == past.told.ended[row]:
            early[row] |= bool(past.ended[row] < day_of(due, 0.0))
    return np.asarray(early & (past.ended < np.inf), dtype=np.bool_)


def first_deeds(past: Past) -> Days:
    """Per row, the day of the first deed that hangs on it, directly or not; infinity where there is none."""
    first = np.where(past.that(lambda kind: kind.deed), past.born, np.inf)
    while True:
        before = first.copy()
        np.minimum.at(first, past.high, before[past.low])
        if np.array_equal(first, before):
            return np.asarray(first, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Lag:
    """The days within which half had it, with bounds at 95 %; nothing where half has not come to it."""

    days: float | None
    low: float | None
    high: float | None


def to_first_deed(past: Past, cases: Cases) -> Lag | None:
    """How long from set to first deed, by the product-limit estimate; nothing where too few were begun."""
    begun, rows = past.born[cases.rows], cases.rows
    until = np.minimum(past.ended[rows], past.moments[-1])
    known = np.isfinite(begun) & (begun <= until)
    if int(known.sum()) < rules.FEW:
        return None
    first = first_deeds(past)[rows]
    done = first <= until
    length = np.maximum(np.where(done, first, until) - begun, 0)
    half = spread.survival(length[known], done[known].astype(np.int64)).median
    return Lag(half.value, half.low, half.high)
