"""All in: of what ought to lead to the vision, what does, and how far it reaches."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ledstjarna.rooms.atlas.insight.dials.cases import Cases, at_last
from ledstjarna.rooms.atlas.insight.past import Past


def all_in(past: Past) -> Cases:
    """Of what ought to lead to the vision, what does."""
    stars = np.where(past.that(lambda kind: kind.star), past.alive, np.uint32(0)).astype(np.uint32)
    leads = past.down(stars) & past.alive
    rows = np.flatnonzero(past.that(lambda kind: kind.aims and not kind.star)).astype(np.int32)
    why = tuple("leads" if one else "adrift" for one in at_last(leads[rows]).tolist())
    return Cases(rows, past.alive[rows], leads[rows], why, np.full(len(rows), np.nan))


@dataclass(frozen=True, slots=True)
class Cover:
    """A board or company: units that count, and those of them with something of their own that leads on."""

    place: int
    units: int
    covered: int


def covers(past: Past, cases: Cases, merged: Mapping[int, int]) -> tuple[Cover, ...]:
    """How far it reaches at each place; by `merged` a small unit is counted with what it is in."""
    rows = cases.rows[cases.holds()]
    homes = {past.row[pk] for row in rows.tolist() if (pk := past.told.homes[row]) in past.row}
    own = {merged.get(home, home) for home in homes}
    units: dict[int, set[int]] = {}
    alive = at_last(past.alive)
    for row in np.flatnonzero(past.that(lambda kind: kind.name == "unit") & alive).tolist():
        if (place := int(past.place[row])) >= 0:
            units.setdefault(place, set()).add(merged.get(row, row))
    return tuple(Cover(place, len(inside), len(inside & own)) for place, inside in sorted(units.items()))
