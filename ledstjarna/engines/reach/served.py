"""Which stars does each node serve, and what serves each star?

A bit for each star, 64 to a word, handed down from what a node serves. Cost: (nodes + strands) for every 64
stars, once where there are no rings.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Counts, Flags, Ints, Words
from ledstjarna.engines.reach.graph import Graph


@dataclass(frozen=True, slots=True)
class Served:
    """`words` (nodes x words of 64 bits): bit i says that the node has a line to star i, or is that star."""

    stars: Ints
    words: Words

    @property
    def connected(self) -> Flags:
        """Per node: it has a line to some star, or is one."""
        return np.asarray((self.words != 0).any(axis=1))

    def by(self, node: int) -> Ints:
        """The stars (as nodes) that a node serves; a star is among its own."""
        bits = np.unpackbits(self.words[node].astype("<u8").view(np.uint8), bitorder="little")
        return self.stars[np.flatnonzero(bits[: len(self.stars)])]

    def below(self, place: int) -> Flags:
        """Per node: it serves the star at that place in `stars`, or is it."""
        bit = np.uint64(1) << np.uint64(place % 64)
        return np.asarray((self.words[:, place // 64] & bit) != 0)

    @property
    def counts(self) -> Counts:
        """Per star, how many nodes serve it, itself not counted."""
        found = [np.count_nonzero(self.below(place)) - 1 for place in range(len(self.stars))]
        return np.array(found, dtype=np.int64)


def served_by(graph: Graph, stars: Ints) -> Served:
    """The stars that every node serves."""
    words = np.zeros((graph.nodes, max(1, -(-len(stars) // 64))), dtype=np.uint64)
    place = np.arange(len(stars))
    words[stars, place // 64] = np.uint64(1) << (place % 64).astype(np.uint64)
    _kernels.gather_bits(graph.up.first, graph.up.node, words, graph.order, graph.component)
    return Served(stars, words)
