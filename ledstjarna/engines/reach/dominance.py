"""What is the weakest link of each line of sight: the node or strand without which there would be none?

The dominator tree towards the stars: a root behind all stars is the end of every line, and a node's parent in
the tree is the nearest node that all its lines pass. It is made from any tree of lines, each node's parent
lifted to the nearest common ancestor of all it leads to, in an order in which one pass is enough where there
are no rings, and until nothing changes where there are (as Cooper, Harvey and Kennedy 2001). A strand is a
bridge if all lines of its lower end begin with it. Cost: (nodes + strands) x the height climbed.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Ints
from ledstjarna.engines.reach.graph import Graph
from ledstjarna.engines.reach.lines import numbered


@dataclass(frozen=True, slots=True)
class Dominance:
    """What every line passes, and how much hangs on it.

    Per node: `gate`, the nearest node that all its lines to stars pass (-1: none); `link`, the number of the
    nearest strand that all of them pass (-1: none); `hanging`, how many other nodes would have no line left
    without it. Per strand: `cut`, how many nodes would have none without it.
    """

    gate: Ints
    link: Ints
    hanging: Ints
    cut: Ints


@dataclass(frozen=True, slots=True)
class Tree:
    """The dominator tree of the lines to some stars; a place more than nodes, the last for its root.

    `parent`: -1 where there is no line. `level`: falls from child to parent, 1 for stars, 0 without a line.
    `queue`: the nodes that have lines, parents before children. `size`: of each subtree, its top counted.
    `bridge`: per node the place in the up rows of the strand that all its lines begin with, -1 for none.
    """

    parent: Ints
    level: Ints
    queue: Ints
    size: Ints
    bridge: Ints


def tree_towards(graph: Graph, stars: Ints) -> Tree:
    """The dominator tree of all lines to any of these stars."""
    up, down = graph.up, graph.down
    parent, level = _kernels.dominators(
        up.first, up.node, down.first, down.node, stars, graph.order, graph.component
    )
    first, queue = _kernels.rows(level[:-1], int(level.max()) + 1)
    queue = queue[first[1] :]
    bridge = _kernels.bridges(up.first, up.node, graph.component, level, parent)
    return Tree(parent, level, queue, _kernels.sizes(parent, queue, level), bridge)


def cuts(graph: Graph, tree: Tree) -> Ints:
    """Per strand, how many nodes would have no line without it."""
    cut = np.zeros(graph.strands, dtype=np.int32)
    there = np.flatnonzero(tree.bridge >= 0)
    cut[graph.up.strand[tree.bridge[there]]] = tree.size[there]
    return cut


def dominance(graph: Graph, stars: Ints) -> Dominance:
    """Gates and links of all lines to any of these stars."""
    tree = tree_towards(graph, stars)
    link = np.append(tree.bridge, np.int32(-1))
    _kernels.inherited(tree.parent, tree.queue, tree.level, link)
    gate = np.where(tree.parent == graph.nodes, -1, tree.parent)[:-1].astype(np.int32)
    return Dominance(
        gate=gate,
        link=numbered(link[:-1], graph.up.strand),
        hanging=np.maximum(tree.size[:-1] - 1, 0),
        cut=cuts(graph, tree),
    )
