"""What leads to what: nodes, and strands that lead from a thing to what it serves.

Strands are kept in rows by the node they leave (up) and by the node they reach (down), with the rings that
strands may close and an order of all nodes in which, rings aside, what a node serves comes before it.
Cost: nodes + strands. Reference: compressed rows as in Gustavson 1978; components as in Tarjan 1972.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Floats, Ints, node_numbers, whole_numbers

MOST = 2**31 - 2


@dataclass(frozen=True, slots=True)
class Ways:
    """Strands in rows: those of node i are the places `first[i]` to `first[i + 1]`.

    `node`: the node at the far end; `strand`: the number under which the caller gave it. A row keeps the
    caller's order.
    """

    first: Ints
    node: Ints
    strand: Ints

    @property
    def degree(self) -> Ints:
        """How many strands each node has this way."""
        return np.diff(self.first)

    def of(self, node: int) -> Ints:
        """The nodes one strand away from a node."""
        return self.node[self.first[node] : self.first[node + 1]]


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes 0 to `nodes` - 1 and the strands between them, by number.

    `up`, `down`: the same strands by the node they leave, and by the node they reach.
    `component`: per node, the smallest node on any ring through it; its own number where there is none.
    `order`: all nodes, what a node serves before itself, and the nodes of a component side by side.
    `acyclic`: no two nodes lie on a ring.
    """

    nodes: int
    source: Ints
    target: Ints
    strand_type: Ints
    strength: Floats
    up: Ways
    down: Ways
    component: Ints
    order: Ints
    acyclic: bool

    @property
    def strands(self) -> int:
        """How many strands there are."""
        return len(self.source)

    @property
    def flipped(self) -> Ints:
        """The order the other way: what serves a node before it."""
        return np.ascontiguousarray(self.order[::-1])


def _strengths(given: ArrayLike | None, strands: int) -> Floats:
    """One strength for each strand, 1 where none is given."""
    if given is None:
        return np.ones(strands)
    found = np.asarray(given, dtype=np.float64)
    if found.shape != (strands,):
        raise ValueError(f"strength must be one number for each of the {strands} strands")
    wrong = np.flatnonzero(~((found > 0) & (found <= 1)))
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(f"strand {at} has strength {found[at]}: give one above 0 and at most 1")
    return found


def _types(given: ArrayLike | None, strands: int) -> Ints:
    if given is None:
        return np.zeros(strands, dtype=np.int32)
    return whole_numbers("strand_type", given, strands).astype(np.int32)


def _ways(near: Ints, far: Ints, nodes: int) -> Ways:
    first, place = _kernels.rows(near, nodes)
    return Ways(first, far[place], place)


def graph_from(
    nodes: int,
    source: ArrayLike,
    target: ArrayLike,
    *,
    strand_type: ArrayLike | None = None,
    strength: ArrayLike | None = None,
) -> Graph:
    """A graph from a list of strands; rings, strands from a node to itself and parallel strands are allowed.

    Args:
        nodes: how many there are; they are numbered from 0.
        source: per strand, the node it leaves.
        target: per strand, the node it leads to: what the source serves.
        strand_type: per strand, a code of what it says; kept for the caller.
        strength: per strand, above 0 and at most 1; 1 where left out.

    Raises:
        ValueError: numbers that do not fit; the text names the first of them.
    """
    if not 0 <= nodes <= MOST:
        raise ValueError(f"there are {nodes} nodes: give a number from 0 to {MOST}")
    leave = node_numbers("source", source, nodes)
    reach = node_numbers("target", target, nodes, len(leave))
    up, down = _ways(leave, reach, nodes), _ways(reach, leave, nodes)
    component, order = _kernels.components(up.first, up.node, down.first, down.node)
    acyclic = bool((component == np.arange(nodes)).all())
    types, strengths = _types(strand_type, len(leave)), _strengths(strength, len(leave))
    return Graph(nodes, leave, reach, types, strengths, up, down, component, order, acyclic)


def renumbered(graph: Graph, rank: Ints) -> Graph:
    """The same graph with each node numbered by its rank; strands keep their numbers."""
    source, target = rank[graph.source], rank[graph.target]
    component = np.empty_like(graph.component)
    component[rank] = graph.component
    return replace(
        graph,
        source=source,
        target=target,
        up=_ways(source, target, graph.nodes),
        down=_ways(target, source, graph.nodes),
        component=component,
        order=rank[graph.order],
    )
