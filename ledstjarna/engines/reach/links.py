"""Strands that come and go: chains of them by the node they leave and by the node they reach.

Arrays with room to spare, doubled when it runs out. A strand is put into its two chains and taken out of them
in constant time; its number is not used again.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.reach.arrays import Flags, Floats, Ints, marked
from ledstjarna.engines.reach.graph import Graph, Ways


def grown(array: NDArray[Any], room: int, fill: int) -> NDArray[Any]:
    """The array with room for at least `room` values along its last axis, the new ones filled."""
    if room <= array.shape[-1]:
        return array
    made = np.full((*array.shape[:-1], max(room, 2 * array.shape[-1])), fill, dtype=array.dtype)
    made[..., : array.shape[-1]] = array
    return made


@dataclass(slots=True)
class Chains:
    """Mutable. Each node's strands one way: `head`, the first (-1: none); per strand `after`, `before`."""

    head: Ints
    after: Ints
    before: Ints

    def put(self, strand: int, node: int) -> None:
        """Make it the first of a node's strands."""
        follows = self.head[node]
        self.after[strand], self.before[strand], self.head[node] = follows, -1, strand
        if follows >= 0:
            self.before[follows] = strand

    def take(self, strand: int, node: int) -> None:
        """Take it out of a node's strands."""
        after, before = self.after[strand], self.before[strand]
        if after >= 0:
            self.before[after] = before
        if before >= 0:
            self.after[before] = after
        else:
            self.head[node] = after

    def of(self, node: int) -> list[int]:
        """The strands of a node."""
        found, strand = [], int(self.head[node])
        while strand >= 0:
            found.append(strand)
            strand = int(self.after[strand])
        return found

    def widen(self, nodes: int, strands: int) -> None:
        """Make room for that many."""
        self.head = grown(self.head, nodes, -1)
        self.after, self.before = grown(self.after, strands, -1), grown(self.before, strands, -1)


@dataclass(slots=True)
class Links:
    """Mutable. Nodes 0 to `nodes` - 1; strands 0 to `strands` - 1, of which some are there."""

    nodes: int
    strands: int
    source: Ints
    target: Ints
    strand_type: Ints
    strength: Floats
    there: Flags
    up: Chains
    down: Chains

    def link(self, source: int, target: int, strand_type: int, strength: float) -> int:
        """Put a strand in; its number."""
        number = self.strands
        self.strands += 1
        self.reserve(self.nodes, self.strands)
        self.source[number], self.target[number] = source, target
        self.strand_type[number], self.strength[number], self.there[number] = strand_type, strength, True
        self.up.put(number, source)
        self.down.put(number, target)
        return number

    def unlink(self, strand: int) -> None:
        """Take a strand out."""
        self.there[strand] = False
        self.up.take(strand, int(self.source[strand]))
        self.down.take(strand, int(self.target[strand]))

    def add_node(self) -> int:
        """Room for one more node; its number."""
        self.nodes += 1
        self.reserve(self.nodes, self.strands)
        return self.nodes - 1

    def bare(self) -> Flags:
        """Per node: it has no strand at all."""
        return (self.up.head[: self.nodes] < 0) & (self.down.head[: self.nodes] < 0)

    def reserve(self, nodes: int, strands: int) -> None:
        """Make room for that many of each."""
        self.up.widen(nodes, strands)
        self.down.widen(nodes, strands)
        self.source, self.target = grown(self.source, strands, 0), grown(self.target, strands, 0)
        self.strand_type, self.there = grown(self.strand_type, strands, 0), grown(self.there, strands, 0)
        self.strength = grown(self.strength, strands, 1)


def _chains(ways: Ways, near: Ints) -> Chains:
    """Chains in the order of rows."""
    strand, inner = ways.strand, np.diff(near[ways.strand]) == 0
    after, before = np.full(len(strand), -1, dtype=np.int32), np.full(len(strand), -1, dtype=np.int32)
    after[strand[:-1][inner]] = strand[1:][inner]
    before[strand[1:][inner]] = strand[:-1][inner]
    head = np.full(len(ways.first) - 1, -1, dtype=np.int32)
    filled = np.diff(ways.first) > 0
    head[filled] = strand[ways.first[:-1][filled]]
    return Chains(head, after, before)


def links_of(graph: Graph) -> Links:
    """A graph's strands, under the same numbers."""
    return Links(
        nodes=graph.nodes,
        strands=graph.strands,
        source=graph.source.copy(),
        target=graph.target.copy(),
        strand_type=graph.strand_type.copy(),
        strength=graph.strength.copy(),
        there=marked(np.arange(graph.strands, dtype=np.int32), graph.strands),
        up=_chains(graph.up, graph.source),
        down=_chains(graph.down, graph.target),
    )
