"""Which things serve one another in a ring, so that none of them leads the others further?

Components of more than one node, and strands from a node to itself (Tarjan 1972); for each the shortest ring
through its smallest node. Cost: nodes + strands.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach.arrays import Ints
from ledstjarna.engines.reach.graph import Graph


@dataclass(frozen=True, slots=True)
class Cycle:
    """Nodes that all lead to one another, and one ring among them: its nodes in turn, each once."""

    nodes: tuple[int, ...]
    ring: tuple[int, ...]


def cycles(graph: Graph) -> tuple[Cycle, ...]:
    """Every set of nodes that lead to one another, largest first."""
    size = np.bincount(graph.component, minlength=graph.nodes)
    inside = np.flatnonzero(size[graph.component] > 1)
    sort = np.argsort(graph.component[inside], kind="stable")
    groups = np.split(inside[sort], np.flatnonzero(np.diff(graph.component[inside[sort]])) + 1)
    loops = np.unique(graph.source[graph.source == graph.target])
    alone = [one for one in loops.tolist() if size[graph.component[one]] == 1]
    found = [Cycle(tuple(group.tolist()), _ring(graph, int(group[0]))) for group in groups if group.size]
    found += [Cycle((one,), (one,)) for one in alone]
    return tuple(sorted(found, key=lambda cycle: (-len(cycle.nodes), cycle.nodes)))


def _ring(graph: Graph, begin: int) -> tuple[int, ...]:
    """The shortest ring through a node that is on one with another node."""
    before: dict[int, int] = {begin: begin}
    queue = deque([begin])
    while True:
        one = queue.popleft()
        for far in _ahead(graph, one).tolist():
            if far == begin and one != begin:
                return _walked(before, begin, one)
            if far not in before:
                before[far] = one
                queue.append(far)


def _ahead(graph: Graph, node: int) -> Ints:
    """What a node leads to within its own component."""
    far = graph.up.of(node)
    return np.asarray(far[graph.component[far] == graph.component[node]])


def _walked(before: dict[int, int], begin: int, end: int) -> tuple[int, ...]:
    ring = [end]
    while ring[-1] != begin:
        ring.append(before[ring[-1]])
    return tuple(reversed(ring))
