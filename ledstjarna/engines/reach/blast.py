"""If this changes, what is touched, how far away, and how much hangs on every node there is?

What leans on a thing is touched when it changes, so the walk goes downwards, from a node to all that serves
it, and each strand on the way takes some of the force away. Cost: nodes + strands for one node. For the exact
counts of all nodes at once, 512 nodes' bits are carried together through what they lead to (as in Then et al.
2014): nodes / 512 walks, each no longer than what those nodes lead to, in memory for 512 bits per node.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Counts, Floats, Ints, codes, node_numbers
from ledstjarna.engines.reach.graph import Graph

DECAY = 0.5


@dataclass(frozen=True, slots=True)
class Blast:
    """What a change of `node` touches.

    `touched`: nodes, nearest first; `hops`: strands to each; `force`: decay to the power of hops.
    `by_hops`: how many at each distance, from 0 (none) on. `by_kind`, `by_unit`: how many by code, where the
    caller gave codes.
    """

    node: int
    touched: Ints
    hops: Ints
    force: Floats
    by_hops: Counts
    by_kind: Counts | None
    by_unit: Counts | None

    @property
    def total(self) -> float:
        """All force together: the touched, each counted for less the farther it is."""
        return float(self.force.sum())


def blast(
    graph: Graph,
    node: int,
    *,
    decay: float = DECAY,
    upwards: bool = False,
    kind: ArrayLike | None = None,
    unit: ArrayLike | None = None,
) -> Blast:
    """What a change of one node touches: what serves it, or with `upwards` what it serves.

    Raises:
        ValueError: the node is not in the graph, decay is outside 0 to 1, or codes do not fit.
    """
    if not 0 < decay <= 1:
        raise ValueError(f"decay is {decay}: give a number above 0 and at most 1")
    root = node_numbers("node", [node], graph.nodes)
    ways = graph.up if upwards else graph.down
    level, met = _kernels.levels(ways.first, ways.node, root, np.ones(graph.nodes, dtype=np.bool_))
    touched = met[np.lexsort((met, level[met]))][1:]
    hops = level[touched]
    return Blast(
        node=node,
        touched=touched,
        hops=hops,
        force=decay ** hops.astype(np.float64),
        by_hops=np.bincount(hops),
        by_kind=_counts(codes("kind", kind, graph.nodes), touched),
        by_unit=_counts(codes("unit", unit, graph.nodes, least=-1), touched),
    )


def _counts(code: Ints | None, touched: Ints) -> Counts | None:
    if code is None:
        return None
    found = code[touched]
    return np.bincount(found[found >= 0], minlength=int(code.max(initial=-1)) + 1)


def radii(graph: Graph, *, upwards: bool = False) -> Counts:
    """For every node exactly how many others serve it, or with `upwards` how many it serves."""
    ways = graph.down if upwards else graph.up
    everyone = np.arange(graph.nodes, dtype=np.int32)
    found = _kernels.counted(ways.first, ways.node, everyone, graph.component, graph.order, turned=upwards)
    return found - 1
