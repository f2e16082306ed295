"""The thread through a year: at each of a few moments, what stands and what it hangs on, as bits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from ledstjarna.rooms.atlas.insight.city import Flags, Ints
from ledstjarna.thread import room
from ledstjarna.thread.chronicle import Chronicle
from ledstjarna.thread.room import Kind

Bits = NDArray[np.uint32]
Days = NDArray[np.float64]
DAY = 86_400.0
MONTH = 365.25 / 12
MOMENTS = 13


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """A chronicle as arrays; times are in days, and bit `n` of a row says how it is at moment `n`.

    `moments`: oldest first, the last is now. `born`, `ended`: per row, infinite where unknown. `alive`: when
    each stood. `low`, `high`, `tied`: the strands that have a direction, by rows, and when they and both
    their ends stood. `source`, `target`: the others. `place`: per row the row of the board, company or city
    that answers for it, else -1.
    """

    told: Chronicle
    row: dict[int, int]
    kinds: tuple[Kind, ...]
    moments: Days
    born: Days
    ended: Days
    alive: Bits
    low: Ints
    high: Ints
    tied: Bits
    source: Ints
    target: Ints
    place: Ints

    @property
    def size(self) -> int:
        """How many nodes there have been."""
        return len(self.kinds)

    def that(self, has: Callable[[Kind], object]) -> Flags:
        """Per row, whether its kind is so."""
        known = {kind.name: bool(has(kind)) for kind in room.kinds()}
        return np.fromiter((known[kind.name] for kind in self.kinds), dtype=np.bool_, count=self.size)

    def within(self, begins: Days, ends: Days) -> Bits:
        """For each span, the moments that lie in it: from its beginning to just before its end."""
        return within(self.moments, begins, ends)

    def down(self, bits: Bits) -> Bits:
        """What holds of a row holds of all that hangs on it, as long as the strands between stand."""
        return _spread(bits, self.high, self.low, self.tied)

    def up(self, bits: Bits) -> Bits:
        """What holds of a row holds of all that it hangs on."""
        return _spread(bits, self.low, self.high, self.tied)


def within(moments: Days, begins: Days, ends: Days) -> Bits:
    """For each span, a bit for each moment that lies in it."""
    found = np.zeros(len(begins), dtype=np.uint32)
    for place, moment in enumerate(moments.tolist()):
        found |= ((begins <= moment) & (moment < ends)).astype(np.uint32) << np.uint32(place)
    return found


def _spread(bits: Bits, begin: Ints, end: Ints, tied: Bits) -> Bits:
    found = bits.copy()
    while True:
        before = found.copy()
        np.bitwise_or.at(found, end, before[begin] & tied)
        if np.array_equal(found, before):
            return found


def many(bits: Bits, moments: int = MOMENTS) -> NDArray[np.int64]:
    """How many rows have each bit."""
    return np.array([int(((bits >> np.uint32(place)) & 1).sum()) for place in range(moments)], dtype=np.int64)


def day_of(at: date | datetime | None, otherwise: float) -> float:
    """A moment in days since 1970; a date is the end of its day."""
    if at is None:
        return otherwise
    if isinstance(at, datetime):
        return at.timestamp() / DAY
    return float((at - date(1970, 1, 1)).days + 1)


def past_of(told: Chronicle, now: datetime) -> Past:
    """The year up to now of a chronicle."""
    moments = day_of(now, 0) - MONTH * np.arange(MOMENTS - 1, -1, -1, dtype=np.float64)
    known = {kind.name: kind for kind in room.kinds()}
    row = {pk: place for place, pk in enumerate(told.ids)}
    kinds = tuple(known[name] for name in told.kinds)
    ways, others = _sorted(told, row)
    born = np.array([day_of(at, -np.inf) for at in told.born], dtype=np.float64)
    ended = np.array([day_of(at, np.inf) for at in told.ended], dtype=np.float64)
    alive = within(moments, born, ended)
    tied = within(moments, ways.since, ways.until) & alive[ways.begin] & alive[ways.end]
    return Past(
        told, row, kinds, moments, born, ended, alive,
        low=ways.begin, high=ways.end, tied=tied, source=others.begin, target=others.end,
        place=_places(told, row, kinds, ways, others),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Strands:
    begin: Ints
    end: Ints
    since: Days
    until: Days


def _sorted(told: Chronicle, row: dict[int, int]) -> tuple[_Strands, _Strands]:
    """The strands that have a direction, from low to high, and the others, from source to target."""
    ties = {(tie.name, tie.source): tie.up for tie in room.ties()}
    ways: list[tuple[int, int, float, float]] = []
    others: list[tuple[int, int, float, float]] = []
    for source_id, name, target_id, since, until in told.strands:
        source, target = row[source_id], row[target_id]
        up = ties.get((name, told.kinds[source]))
        if up is None:
            continue
        begin, end = (target, source) if up == "source" else (source, target)
        span = begin, end, day_of(since, -np.inf), day_of(until, np.inf)
        (others if up == "neither" else ways).append(span)
    return _columns(ways), _columns(others)


def _columns(rows: list[tuple[int, int, float, float]]) -> _Strands:
    table = np.array(rows, dtype=np.float64).reshape(-1, 4)
    return _Strands(table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2], table[:, 3])


def _places(
    told: Chronicle, row: dict[int, int], kinds: tuple[Kind, ...], ways: _Strands, others: _Strands
) -> Ints:
    """Who answers for each row: itself, its home's, or that of what it is tied to; else the whole city."""
    holds = np.array([kind.name in {"board", "company", "organisation"} for kind in kinds], dtype=np.bool_)
    city = next((n for n, kind in enumerate(kinds) if kind.name == "organisation"), -1)
    place = np.where(holds, np.arange(len(kinds)), -1).astype(np.int32)
    units = np.array([kind.name == "unit" for kind in kinds], dtype=np.bool_)
    inside = units[ways.begin] & (units | holds)[ways.end] if len(kinds) else np.zeros(0, dtype=np.bool_)
    _inherit(place, ways.begin[inside], ways.end[inside])
    home = np.array([row.get(pk, -1) if pk else -1 for pk in told.homes], dtype=np.int32)
    housed = np.flatnonzero((home >= 0) & (place < 0)).astype(np.int32)
    _inherit(place, housed, home[housed])
    _inherit(place, others.begin, others.end, only=holds)
    back = holds[ways.begin] if len(kinds) else np.zeros(0, dtype=np.bool_)
    _inherit(place, ways.end[back], ways.begin[back])
    owned = ~np.array([kind.star for kind in kinds], dtype=np.bool_) & (place < 0)
    deeds = np.array([kind.deed or kind.asked or kind.word for kind in kinds], dtype=np.bool_) & owned
    for begin, end in ((ways.begin, ways.end), (others.begin, others.end)):
        late = deeds[begin] if len(kinds) else np.zeros(0, dtype=np.bool_)
        _inherit(place, begin[late], end[late])
    place[(place < 0) & ~units] = city
    return place


def _inherit(place: Ints, begin: Ints, end: Ints, only: Flags | None = None) -> None:
    """What has no place yet takes that of what it is tied to, link by link; the latest strand decides."""
    while True:
        open_ = (place[begin] < 0) & (place[end] >= 0)
        if only is not None:
            open_ &= only[end]
        if not open_.any():
            return
        place[begin[open_]] = place[end[open_]]
