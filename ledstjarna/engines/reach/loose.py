"""What hangs loose, where do lines end in nothing, and what would be gained by tying each loose thread?

Cost: nodes + strands; the gains take (loose nodes / 512) walks through the loose part.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Counts, Flags, Ints, marked
from ledstjarna.engines.reach.graph import Graph


@dataclass(frozen=True, slots=True)
class Loose:
    """Nodes by number.

    `threads`: those that ought to have a line to a star and have none, greatest gain first. `gain`: for each
    of them, how many nodes would have a line if it were tied to a star: itself and what hangs on it and on
    nothing that is tied; only nodes that ought to be tied are counted.
    `orphans`: those of them without any strand. `dead_ends`: where lines end without a star: no strand leads
    on from it, or from the ring it is on, though some lead to it or round that ring.
    """

    threads: Ints
    gain: Counts
    orphans: Ints
    dead_ends: Ints


def dead_ends(graph: Graph, stars: Ints) -> Ints:
    """Nodes where a line ends without a star."""
    near, far = graph.component[graph.source], graph.component[graph.target]
    goes_on = marked(near[near != far], graph.nodes) | marked(graph.component[stars], graph.nodes)
    tied = (graph.up.degree > 0) | (graph.down.degree > 0)
    return np.flatnonzero(tied & ~goes_on[graph.component]).astype(np.int32)


def loose_of(graph: Graph, stars: Ints, aims: Flags, connected: Flags) -> Loose:
    """Everything that hangs loose among the nodes that aim for a star."""
    loose = np.flatnonzero(aims & ~connected).astype(np.int32)
    up = graph.up
    gain = _kernels.counted(up.first, up.node, loose, graph.component, graph.order)[loose]
    order = np.argsort(-gain, kind="stable")
    tied = (up.degree > 0) | (graph.down.degree > 0)
    return Loose(loose[order], gain[order], loose[~tied[loose]], dead_ends(graph, stars))
