"""Where do two things that contradict one another meet: in one node, in one unit, or under one star?

For each pair two walks downwards from its sides and two upwards. Cost: pairs x (nodes + strands).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Ints, node_numbers
from ledstjarna.engines.reach.graph import Graph
from ledstjarna.engines.reach.lines import Path, descent, path_along
from ledstjarna.engines.reach.served import Served


@dataclass(frozen=True, slots=True)
class Meeting:
    """A place where both sides meet, with the path that joins it to each side.

    At a node below both, paths lead from it to the sides; at a star above both, from the sides to it.
    """

    node: int
    one: Path
    other: Path


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair that meets somewhere.

    `servers`: how many nodes serve both sides (a side that serves the other is one of them), `nearest`: the
    one by the shortest paths. `units`: units in which both sides are or are served. `stars`: every star that
    both lead to, nearest first.
    """

    one: int
    other: int
    servers: int
    nearest: Meeting | None
    units: tuple[int, ...]
    stars: tuple[Meeting, ...]


def pairs_of(given: ArrayLike, nodes: int) -> Ints:
    """Pairs of nodes said to contradict one another.

    Raises:
        ValueError: they are no pairs of two different nodes of the graph.
    """
    found = np.asarray(given)
    if found.size == 0:
        return np.zeros((0, 2), dtype=np.int32)
    if found.ndim != 2 or found.shape[1] != 2:
        raise ValueError("contradictions must be rows of two nodes")
    pairs = node_numbers("contradiction's side", found.ravel(), nodes).reshape(-1, 2)
    same = np.flatnonzero(pairs[:, 0] == pairs[:, 1])
    if same.size:
        at = int(same[0])
        raise ValueError(f"contradiction {at} is of node {pairs[at, 0]} with itself: name two nodes")
    return pairs


def contradictions(graph: Graph, pairs: Ints, served: Served, unit: Ints | None) -> tuple[Contradiction, ...]:
    """The pairs that meet anywhere, in the order given."""
    found = (_looked_at(graph, one, other, served, unit) for one, other in pairs.tolist())
    return tuple(pair for pair in found if pair.servers or pair.units or pair.stars)


def _looked_at(graph: Graph, one: int, other: int, served: Served, unit: Ints | None) -> Contradiction:
    left, right = _below(graph, one), _below(graph, other)
    both = np.flatnonzero((left >= 0) & (right >= 0))
    units = () if unit is None else np.intersect1d(unit[left >= 0], unit[right >= 0]).tolist()
    return Contradiction(
        one=one,
        other=other,
        servers=len(both),
        nearest=_nearest(graph, both.astype(np.int32), left, right),
        units=tuple(code for code in units if code >= 0),
        stars=_shared(graph, one, other, np.intersect1d(served.by(one), served.by(other))),
    )


def _below(graph: Graph, node: int) -> Ints:
    root, down = np.array([node], dtype=np.int32), graph.down
    return _kernels.levels(down.first, down.node, root, np.ones(graph.nodes, dtype=np.bool_))[0]


def _above(graph: Graph, node: int) -> Ints:
    root, up = np.array([node], dtype=np.int32), graph.up
    return _kernels.levels(up.first, up.node, root, np.ones(graph.nodes, dtype=np.bool_))[0]


def _nearest(graph: Graph, both: Ints, left: Ints, right: Ints) -> Meeting | None:
    if not both.size:
        return None
    node = int(both[np.argmin(left[both] + right[both])])
    paths = (path_along(graph, *descent(graph.up, level, node)) for level in (left, right))
    return Meeting(node, *paths)


def _shared(graph: Graph, one: int, other: int, stars: Ints) -> tuple[Meeting, ...]:
    if not stars.size:
        return ()
    left, right = _above(graph, one), _above(graph, other)
    near = stars[np.argsort(left[stars] + right[stars], kind="stable")].tolist()
    return tuple(Meeting(star, _upto(graph, left, star), _upto(graph, right, star)) for star in near)


def _upto(graph: Graph, level: Ints, star: int) -> Path:
    nodes, strands = descent(graph.down, level, star)
    return path_along(graph, nodes[::-1], strands[::-1])
