"""The thread as arrays: a node is a row, and each strand has a low end that hangs on a high one."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines import reach
from ledstjarna.thread import room
from ledstjarna.thread.reads import Fabric
from ledstjarna.thread.room import Kind, Tie

Flags = NDArray[np.bool_]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class City:
    """A fabric with its rows in a graph.

    `kinds`: per row what it is. `stars`: rows of what all leads to. `hops`: per row the strands to the
    nearest star, -1 where no line leads there. `gates`: per row the nearest other that every line to a star
    passes, -1 where there is none. `below`: per row how many others hang on it, directly or not.
    `beside`: per row the ties that have no direction, as (tie, other row, whether this end is the source).
    """

    fabric: Fabric
    row: dict[int, int]
    kinds: tuple[Kind, ...]
    graph: reach.Graph
    stars: Ints
    hops: Ints
    below: Ints
    gates: Ints
    beside: dict[int, list[tuple[Tie, int, bool]]]

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.kinds)

    def that(self, has: Callable[[Kind], object]) -> Flags:
        """Per row, whether its kind is so."""
        known = {kind.name: bool(has(kind)) for kind in room.kinds()}
        return np.fromiter((known[kind.name] for kind in self.kinds), dtype=np.bool_, count=self.size)

    def high(self, row: int) -> Ints:
        """The rows that a row hangs on."""
        return np.asarray(self.graph.up.of(row), dtype=np.int32)

    def low(self, row: int) -> Ints:
        """The rows that hang on a row."""
        return np.asarray(self.graph.down.of(row), dtype=np.int32)

    def days_since(self, moments: tuple[datetime | None, ...], today: date) -> NDArray[np.float64]:
        """Per row, days from a moment to today; what has no moment is infinitely old."""
        days = ((today - at.date()).days if at else np.inf for at in moments)
        return np.fromiter(days, dtype=np.float64, count=self.size)


def city_of(fabric: Fabric) -> City:
    """The city of a fabric."""
    known = {kind.name: kind for kind in room.kinds()}
    row = {pk: place for place, pk in enumerate(fabric.ids)}
    kinds = tuple(known[name] for name in fabric.kinds)
    low, high, beside = _ends(fabric, row)
    graph = reach.graph_from(len(row), low, high)
    stars = np.flatnonzero([kind.star for kind in kinds]).astype(np.int32)
    hops, gates = _lines(graph, stars)
    return City(
        fabric, row, kinds, graph, stars, hops, np.asarray(reach.radii(graph), np.int32), gates, beside
    )


def _ends(
    fabric: Fabric, row: dict[int, int]
) -> tuple[list[int], list[int], dict[int, list[tuple[Tie, int, bool]]]]:
    """The low and the high end of each strand that has a direction, and what stands beside what."""
    ties = {(tie.name, tie.source): tie for tie in room.ties()}
    low, high = [], []
    beside: dict[int, list[tuple[Tie, int, bool]]] = defaultdict(list)
    for source_id, name, target_id in fabric.strands:
        source, target = row[source_id], row[target_id]
        tie = ties.get((name, fabric.kinds[source]))
        if tie is None:
            continue
        if tie.up == "neither":
            beside[source].append((tie, target, True))
            beside[target].append((tie, source, False))
        else:
            low.append(source if tie.up == "target" else target)
            high.append(target if tie.up == "target" else source)
    return low, high, dict(beside)


def _lines(graph: reach.Graph, stars: Ints) -> tuple[Ints, Ints]:
    """The strands to the nearest star, and the nearest gate, of every row."""
    if not stars.size:
        return (np.full(graph.nodes, -1, dtype=np.int32),) * 2
    gates = reach.dominance(graph, stars).gate
    return np.asarray(reach.hops(graph, stars), np.int32), np.asarray(gates, np.int32)
