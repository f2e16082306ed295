"""A city's thread kept up to date: after a strand or a node comes or goes, what hangs together now?

Each node's distance to each star is kept. A new strand lets distances fall below it and no farther; without a
strand, exactly those whose distance it held up are looked at again (Ramalingam and Reps 1996). Cost of a
change: what changes, and its strands; of the state: stars x nodes numbers.
"""

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.analysis import nodes_from
from ledstjarna.engines.reach.arrays import Counts, Flags, Ints, star_numbers
from ledstjarna.engines.reach.coverage import Coverage
from ledstjarna.engines.reach.graph import Graph, graph_from
from ledstjarna.engines.reach.links import grown, links_of
from ledstjarna.engines.reach.tally import tally_of

SPARE = 1024
"""Room at the beginning for this many more nodes and strands."""


class Thread:
    """Mutable: nodes, strands, and what stars each node serves, true after every change.

    Nodes and strands keep their numbers; new ones get the next. Removed nodes stay as numbers that are not
    `present`.
    """

    __slots__ = ("_doubted", "_hops", "_links", "_news", "_queue", "_served", "_stars", "_tally")

    def __init__(
        self,
        graph: Graph,
        stars: ArrayLike,
        *,
        aims: ArrayLike | None = None,
        kind: ArrayLike | None = None,
        unit: ArrayLike | None = None,
        parent_unit: ArrayLike | None = None,
    ) -> None:
        """The arguments are those of `reach`.

        Raises:
            ValueError: something does not fit.
        """
        chosen = star_numbers(stars, graph.nodes)
        known = nodes_from(graph.nodes, chosen, aims=aims, kind=kind, unit=unit, parent_unit=parent_unit)
        self._links = links_of(graph)
        self._stars: list[int] = chosen.tolist()
        self._hops = _distances(graph, chosen)
        self._served = (self._hops >= 0).sum(axis=0, dtype=np.int32)
        self._tally = tally_of(known, self._served > 0)
        self._queue = self._news = np.zeros(0, dtype=np.int32)
        self._doubted = np.zeros(0, dtype=np.bool_)
        self._links.reserve(graph.nodes + SPARE, graph.strands + SPARE)
        self._reserve(graph.nodes + SPARE)

    @property
    def nodes(self) -> int:
        """How many node numbers there are, removed ones among them."""
        return self._links.nodes

    @property
    def present(self) -> Flags:
        """Per node: it has not been removed."""
        return self._tally.present[: self.nodes].copy()

    @property
    def stars(self) -> Ints:
        """The stars there are."""
        return np.array([star for star in self._stars if star >= 0], dtype=np.int32)

    @property
    def connected(self) -> Flags:
        """Per node: it has a line to a star, or is one."""
        return np.asarray(self._served[: self.nodes] > 0)

    @property
    def below(self) -> Counts:
        """Per star in the order of `stars`, how many nodes serve it."""
        reached = np.count_nonzero(self._hops[:, : self.nodes] >= 0, axis=1)
        return np.array([count - 1 for count in reached.tolist() if count], dtype=np.int64)

    @property
    def coverage(self) -> Coverage:
        """Shares of the nodes that ought to have a line and do, as in `reach`."""
        return self._tally.coverage()

    @property
    def loose(self) -> Ints:
        """Nodes that ought to have a line and have none."""
        return np.flatnonzero(self._tally.aims[: self.nodes] & ~self.connected).astype(np.int32)

    @property
    def orphans(self) -> Ints:
        """Those of the loose that have no strand at all."""
        loose = self.loose
        return loose[self._links.bare()[loose]]

    def hops(self, node: int) -> dict[int, int]:
        """How many strands lead from a node to each star that it serves.

        Raises:
            ValueError: there is no such node.
        """
        self._check(node)
        column = self._hops[:, node].tolist()
        return {star: hops for star, hops in zip(self._stars, column, strict=True) if hops >= 0}

    def graph(self) -> Graph:
        """What is there now, as a graph with the same node numbers and strands numbered anew."""
        links = self._links
        kept = np.flatnonzero(links.there[: links.strands])
        return graph_from(
            links.nodes,
            links.source[kept],
            links.target[kept],
            strand_type=links.strand_type[kept],
            strength=links.strength[kept],
        )

    def tie(self, source: int, target: int, *, strand_type: int = 0, strength: float = 1.0) -> int:
        """Put in a strand; its number.

        Raises:
            ValueError: a node is not there, or the strength is none.
        """
        self._check(source)
        self._check(target)
        if not 0 < strength <= 1:
            raise ValueError(f"the strand has strength {strength}: give one above 0 and at most 1")
        strand = self._links.link(source, target, strand_type, strength)
        near, far = self._hops[:, source], self._hops[:, target]
        for place in np.flatnonzero((far >= 0) & ((near < 0) | (near > far + 1))).tolist():
            self._gain(place, source, int(far[place]) + 1)
        return strand

    def untie(self, strand: int) -> None:
        """Take out a strand.

        Raises:
            ValueError: it is not there.
        """
        if not (0 <= strand < self._links.strands and self._links.there[strand]):
            raise ValueError(f"there is no strand {strand}: it was never tied, or has been untied")
        self._links.unlink(strand)
        source, target = int(self._links.source[strand]), int(self._links.target[strand])
        near, far = self._hops[:, source], self._hops[:, target]
        for place in np.flatnonzero((far >= 0) & (near == far + 1)).tolist():
            self._lose(place, source)

    def add(self, *, kind: int = 0, unit: int = -1, aims: bool | None = None, star: bool = False) -> int:
        """Put in a node without strands; its number. By default it aims for a star if it is none.

        Raises:
            ValueError: a code is not one of those there were at the beginning.
        """
        self._tally.check(kind, unit)
        node = self._links.add_node()
        self._reserve(self.nodes)
        self._tally.enter(node, kind, unit, aims=not star if aims is None else aims)
        if star:
            self._stars.append(node)
            self._hops = np.vstack((self._hops, np.full((1, self._hops.shape[1]), -1, dtype=np.int32)))
            self._hops[-1, node] = 0
            self._now_serve(np.array([node], dtype=np.int32), 1)
        return node

    def drop(self, node: int) -> None:
        """Take out a node and all its strands.

        Raises:
            ValueError: there is no such node.
        """
        self._check(node)
        for strand in self._links.down.of(node):
            self.untie(strand)
        for strand in self._links.up.of(node):
            self.untie(strand)
        if node in self._stars:
            place = self._stars.index(node)
            self._hops[place, node] = self._stars[place] = -1
            self._now_serve(np.array([node], dtype=np.int32), -1)
        self._tally.leave(node)

    def _check(self, node: int) -> None:
        if not (0 <= node < self.nodes and self._tally.present[node]):
            raise ValueError(f"there is no node {node}: it was never added, or has been dropped")

    def _reserve(self, nodes: int) -> None:
        """Make room for that many nodes."""
        self._hops = grown(self._hops, nodes, -1)
        self._served, self._doubted = grown(self._served, nodes, 0), grown(self._doubted, nodes, 0)
        self._queue, self._news = grown(self._queue, nodes, 0), grown(self._news, nodes, 0)

    def _gain(self, place: int, node: int, hops: int) -> None:
        level, links = self._hops[place], self._links
        fresh = level[node] < 0
        level[node] = hops
        new = _kernels.nearer(
            level, node, links.down.head, links.down.after, links.source, self._queue, self._news
        )
        self._now_serve(np.append(self._news[:new], np.int32(node)) if fresh else self._news[:new], 1)

    def _lose(self, place: int, node: int) -> None:
        links = self._links
        up, down = links.up, links.down
        lost = _kernels.farther(
            self._hops[place], node, up.head, up.after, links.target, down.head, down.after, links.source,
            self._queue, self._news, self._doubted,
        )  # fmt: skip
        self._now_serve(self._news[:lost], -1)

    def _now_serve(self, nodes: Ints, change: int) -> None:
        """These nodes serve one star more or less; some may thereby come to have a line, or none."""
        before = self._served[nodes]
        self._served[nodes] = before + change
        self._tally.count(nodes[before + min(change, 0) == 0], change)


def _distances(graph: Graph, stars: Ints) -> Ints:
    """Stars x nodes: strands from each node to each star, -1 where it has no line."""
    everywhere, down = np.ones(graph.nodes, dtype=np.bool_), graph.down
    found = np.full((len(stars), graph.nodes), -1, dtype=np.int32)
    for place in range(len(stars)):
        found[place] = _kernels.levels(down.first, down.node, stars[place : place + 1], everywhere)[0]
    return found
