"""From each node, which way leads soonest to a star, and which is strongest?

The shortest line is found by one walk downwards from all stars at once, breadth first. The strongest is the
line on which the product of the strands' strengths is largest (Bellman 1958, walked in an order in which one
pass is enough where there are no rings); of equally strong ones, the one with the fewest strands.
Cost: nodes + strands.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Floats, Ints, node_numbers
from ledstjarna.engines.reach.graph import Graph, Ways


@dataclass(frozen=True, slots=True)
class Lines:
    """Per node, its shortest and its strongest line.

    `hops`: strands to the nearest star (-1: no line); `step`: the first of them, by number (-1: none).
    `strength`: of the strongest line (0: no line, else at least 2.2e-308); `strong_hops`, `strong_step`: its
    strands likewise.
    """

    hops: Ints
    step: Ints
    strength: Floats
    strong_hops: Ints
    strong_step: Ints


@dataclass(frozen=True, slots=True)
class Path:
    """Nodes from one end to the other, the strands between them, and the product of their strengths."""

    nodes: tuple[int, ...]
    strands: tuple[int, ...]
    strength: float

    @property
    def hops(self) -> int:
        """How many strands."""
        return len(self.strands)


def numbered(place: Ints, strand: Ints) -> Ints:
    """Strand numbers for places in rows, -1 where there is no place."""
    found = np.full(len(place), -1, dtype=np.int32)
    there = place >= 0
    found[there] = strand[place[there]]
    return found


def hops(graph: Graph, roots: ArrayLike, *, upwards: bool = False) -> Ints:
    """For every node the strands to the nearest of the roots that it serves, -1 where it serves none.

    With `upwards`, to the nearest of the roots that serve it. Cost: nodes + strands.

    Raises:
        ValueError: a root is not in the graph.
    """
    ways = graph.up if upwards else graph.down
    known = node_numbers("roots", roots, graph.nodes)
    found, _ = _kernels.levels(ways.first, ways.node, known, np.ones(graph.nodes, dtype=np.bool_))
    return found


def lines_of(graph: Graph, stars: Ints) -> Lines:
    """The shortest and the strongest line of every node to any of the stars."""
    up, down = graph.up, graph.down
    hops, _ = _kernels.levels(down.first, down.node, stars, np.ones(graph.nodes, dtype=np.bool_))
    step = _kernels.steps(up.first, up.node, hops)
    strength, strong_hops, strong_step = _kernels.strongest(
        up.first, up.node, graph.strength[up.strand], stars, graph.order, graph.component
    )
    return Lines(hops, numbered(step, up.strand), strength, strong_hops, numbered(strong_step, up.strand))


def descent(ways: Ways, level: Ints, begin: int) -> tuple[list[int], list[int]]:
    """Nodes and strands from a node along its rows, a level nearer each time, to the root of the levels."""
    nodes: list[int] = [begin]
    strands: list[int] = []
    while level[nodes[-1]] > 0:
        one = nodes[-1]
        near = np.flatnonzero(level[ways.of(one)] == level[one] - 1)[0]
        place = ways.first[one] + near
        strands.append(int(ways.strand[place]))
        nodes.append(int(ways.node[place]))
    return nodes, strands


def path_of(graph: Graph, step: Ints, node: int) -> Path:
    """The path upwards from a node that `step` (per node, a strand's number or -1) leads along."""
    nodes, strands = [node], []
    while (strand := int(step[nodes[-1]])) >= 0:
        strands.append(strand)
        nodes.append(int(graph.target[strand]))
    return path_along(graph, nodes, strands)


def path_along(graph: Graph, nodes: list[int], strands: list[int]) -> Path:
    """A path with its strength."""
    strength = 1.0
    for strand in reversed(strands):
        strength *= float(graph.strength[strand])
    return Path(tuple(nodes), tuple(strands), strength)
