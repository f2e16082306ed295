"""A unit's line of sight: what of its own leads to the vision, what comes of it, and the weakest link."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.insight import City
from ledstjarna.rooms.atlas.reads.cities import city, row_of, spot_at
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot

LATELY = 90
LISTED = 50


@dataclass(frozen=True, slots=True)
class Own:
    """Something living in a unit: whether it leads to the vision, and when something was last done for it."""

    spot: Spot
    leads: bool
    done: datetime | None


@dataclass(frozen=True, slots=True)
class LineOfSight:
    """How a unit's living things hang together, by counts that can be opened."""

    spot: Spot
    why: tuple[Spot, ...]
    total: int
    leading: int
    lively: int
    weakest: Spot | None
    hanging: int
    rows: tuple[Own, ...]
    more: int


def line_of_sight(*, ref: str, viewer: Viewer, now: datetime) -> LineOfSight:
    """The line of sight of the unit of that ref, with all units that are part of it.

    Raises:
        Missing: it is no unit, or not for this viewer.
    """
    whole = city(viewer)
    middle = row_of(whole, ref)
    if whole.kinds[middle].name != "unit" or not viewer.signed_in:
        raise Missing(ref)
    rows = _living(whole, middle)
    done = {row: _done(whole, row) for row in rows}
    since = now - timedelta(days=LATELY)
    lively = [row for row in rows if (at := done[row]) is not None and at >= since]
    weakest, hanging = _weakest(whole, rows)
    spot = spot_at(whole, middle)
    own = [Own(spot_at(whole, row), bool(whole.hops[row] >= 0), done[row]) for row in rows[:LISTED]]
    return LineOfSight(
        spot=spot,
        why=reads.why(ids=[spot.id], viewer=viewer)[spot.id],
        total=len(rows),
        leading=sum(bool(whole.hops[row] >= 0) for row in rows),
        lively=len(lively),
        weakest=spot_at(whole, weakest) if weakest is not None else None,
        hanging=hanging,
        rows=tuple(own),
        more=max(0, len(rows) - LISTED),
    )


def _living(whole: City, middle: int) -> list[int]:
    """What ought to lead to the vision and lives in the unit or in one that is part of it."""
    units, queue = {middle}, [middle]
    while queue:
        for low in whole.low(queue.pop()).tolist():
            if whole.kinds[low].name == "unit" and low not in units:
                units.add(low)
                queue.append(low)
    homes = {whole.fabric.ids[row] for row in units}
    aims = np.flatnonzero(whole.that(lambda kind: kind.aims)).tolist()
    return [row for row in aims if whole.fabric.homes[row] in homes]


def _done(whole: City, row: int) -> datetime | None:
    """When something was last done for a thing, or for something that hangs on it."""
    seen, queue, latest = {row}, [row], None
    while queue:
        for low in whole.low(queue.pop()).tolist():
            born = whole.fabric.born[low]
            if whole.kinds[low].deed and born and (latest is None or born > latest):
                latest = born
            if low not in seen:
                seen.add(low)
                queue.append(low)
    return latest


def _weakest(whole: City, rows: list[int]) -> tuple[int | None, int]:
    """The one thing above that most of these pass on every way to the star, and how many do."""
    passed: dict[int, int] = {}
    for row in rows:
        for gate in _gates(whole, row):
            passed[gate] = passed.get(gate, 0) + 1
    if not passed:
        return None, 0
    best = min(passed, key=lambda gate: (-passed[gate], int(whole.below[gate])))
    return best, passed[best]


def _gates(whole: City, row: int) -> set[int]:
    """What all of a thing's ways to the star pass, the star itself left out."""
    gate, found = int(whole.gates[row]), set()
    while gate >= 0 and not whole.kinds[gate].star:
        found.add(gate)
        gate = int(whole.gates[gate])
    return found
