"""What does one node lead to and what leads to it: every star it serves, and by which lines?

One walk upwards and one downwards from the node, and the strongest lines among what the first met.
Cost: nodes + strands.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Flags, Ints, node_numbers, star_numbers
from ledstjarna.engines.reach.graph import Graph
from ledstjarna.engines.reach.lines import Path, descent, path_along


@dataclass(frozen=True, slots=True)
class Line:
    """A node's line of sight to one star: the shortest path, and the strongest."""

    star: int
    shortest: Path
    strongest: Path


@dataclass(frozen=True, slots=True)
class Sight:
    """What one node sees.

    `lines`: one for each star it serves, nearest first. `above`: all that it serves, `below`: all that serves
    it, nearest first, each with its hops; the node itself is in neither.
    """

    node: int
    lines: tuple[Line, ...]
    above: Ints
    above_hops: Ints
    below: Ints
    below_hops: Ints


def sight(graph: Graph, node: int, stars: ArrayLike) -> Sight:
    """All lines of sight of a node, up and down.

    Raises:
        ValueError: the node or a star is not in the graph.
    """
    chosen = star_numbers(stars, graph.nodes)
    root = node_numbers("node", [node], graph.nodes)
    everywhere = np.ones(graph.nodes, dtype=np.bool_)
    hops, above = _kernels.levels(graph.up.first, graph.up.node, root, everywhere)
    depth, below = _kernels.levels(graph.down.first, graph.down.node, root, everywhere)
    above, below = _sorted(above, hops), _sorted(below, depth)
    return Sight(node, _lines(graph, root, chosen, hops), above, hops[above], below, depth[below])


def _sorted(met: Ints, level: Ints) -> Ints:
    """What was met, without the root, by level and number."""
    return met[np.lexsort((met, level[met]))][1:]


def _lines(graph: Graph, root: Ints, stars: Ints, hops: Ints) -> tuple[Line, ...]:
    seen = stars[hops[stars] >= 0]
    if not seen.size:
        return ()
    step = _strong_steps(graph, root, hops >= 0)
    near = seen[np.lexsort((seen, hops[seen]))].tolist()
    return tuple(Line(star, _shortest(graph, hops, star), _strongest(graph, step, star)) for star in near)


def _strong_steps(graph: Graph, root: Ints, met: Flags) -> Ints:
    """Per node above the root, the place in its down row of the last strand of the strongest line to it."""
    down, flipped = graph.down, graph.flipped
    order = flipped[met[flipped]]
    strength = graph.strength[down.strand]
    return _kernels.strongest(down.first, down.node, strength, root, order, graph.component)[2]


def _shortest(graph: Graph, hops: Ints, star: int) -> Path:
    nodes, strands = descent(graph.down, hops, star)
    return path_along(graph, nodes[::-1], strands[::-1])


def _strongest(graph: Graph, step: Ints, star: int) -> Path:
    nodes: list[int] = [star]
    strands: list[int] = []
    while (place := int(step[nodes[-1]])) >= 0:
        strands.append(int(graph.down.strand[place]))
        nodes.append(int(graph.down.node[place]))
    return path_along(graph, nodes[::-1], strands[::-1])
