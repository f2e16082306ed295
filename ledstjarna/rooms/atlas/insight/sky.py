"""Everything that hangs on one thing as a picture: rings by distance, wedges by what hangs on what."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines import reach
from ledstjarna.rooms.atlas.insight.city import City, Ints

MOST = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Sky:
    """Rows below a middle, the middle first, by ring; where each is drawn, and what it hangs on there.

    `x`, `y`: from -1 to 1. `ring`: strands from the middle. `parent`: place in `rows` of what it hangs on, -1
    for the middle. `more`: how many did not fit.
    """

    rows: Ints
    ring: Ints
    parent: Ints
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    more: int


def sky_of(city: City, middle: int, most: int = MOST) -> Sky:
    """What hangs on a row, nearest first, each on the first of those one ring nearer.

    A wedge is as wide as what hangs within it, so that no two wedges overlap (a radial tree).
    """
    hops = np.asarray(reach.hops(city.graph, [middle]), dtype=np.int32)
    met = np.flatnonzero(hops >= 0)
    near = met[np.lexsort((met, hops[met]))]
    more = max(0, len(near) - most)
    rows = near[:most].astype(np.int32)
    ring = np.asarray(hops[rows], dtype=np.int32)
    parent = _parents(city, rows, hops)
    x, y = placed(ring, parent)
    return Sky(rows, ring, parent, x, y, more)


def _parents(city: City, rows: Ints, hops: Ints) -> Ints:
    place = np.full(city.size, -1, dtype=np.int32)
    place[rows] = np.arange(len(rows), dtype=np.int32)
    parent = np.full(len(rows), -1, dtype=np.int32)
    for number, row in enumerate(rows.tolist()):
        if number:
            high = city.high(row)
            near = high[hops[high] == hops[row] - 1]
            parent[number] = place[near].min()
    return parent


def placed(ring: Ints, parent: Ints) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each is drawn, by its ring and its place of origin: x and y from -1 to 1.

    Angles by wedges, radii by rings; rows come ring by ring, so that parents stand before children.
    """
    count = len(ring)
    width = np.ones(count)
    inner = np.bincount(parent[1:], minlength=count) > 0 if count > 1 else np.zeros(count, dtype=np.bool_)
    width[inner] = 0
    for number in range(count - 1, 0, -1):
        width[parent[number]] += width[number]
    begin, taken = np.zeros(count), np.zeros(count)
    angle = np.zeros(count)
    for number in range(1, count):
        up = parent[number]
        begin[number] = begin[up] + taken[up]
        taken[up] += width[number]
        angle[number] = begin[number] + width[number] / 2
    turn = 2 * np.pi * angle / max(float(width[0]), 1.0) if count else angle
    radius = np.sqrt(ring / max(int(ring.max(initial=1)), 1))
    return radius * np.cos(turn), radius * np.sin(turn)
