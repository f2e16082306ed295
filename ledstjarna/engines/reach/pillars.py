"""On which single nodes and strands does each star's support rest most?

A dominator tree for each star. Cost: (what serves the star, and its strands) for each star.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.reach.arrays import Flags, Ints, marked
from ledstjarna.engines.reach.dominance import cuts, tree_towards
from ledstjarna.engines.reach.graph import Graph, renumbered
from ledstjarna.engines.reach.served import Served

SHOWN = 5
LARGE = 20_000
"""Nodes from which it pays to number them along the order: what is looked up together then lies together."""


@dataclass(frozen=True, slots=True)
class Rests:
    """Without `number` (a node or a strand), `hanging` others would no longer serve the star."""

    number: int
    hanging: int


@dataclass(frozen=True, slots=True)
class Pillar:
    """What a star rests on.

    `below`: how many nodes serve it. `direct`: how many of them by one strand. `thin`: fewer than asked for.
    `nodes`, `strands`: on which most rests, heaviest first; for a strand its lower end is among the hanging.
    """

    star: int
    below: int
    direct: int
    thin: bool
    nodes: tuple[Rests, ...]
    strands: tuple[Rests, ...]


def heaviest(weight: Ints, most: int = SHOWN) -> tuple[Rests, ...]:
    """The heaviest of them, heaviest first, equal ones by number; those without weight are left out."""
    least = int(weight.max(initial=0))
    while least > 1 and np.count_nonzero(weight >= least) < most:  # quicker than sorting: most weigh little
        least //= 2
    there = np.flatnonzero(weight >= max(least, 1))
    chosen = there[np.argsort(-weight[there], kind="stable")][:most]
    return tuple(Rests(int(one), int(weight[one])) for one in chosen)


def pillars(graph: Graph, served: Served, *, thin: int, counted: Flags) -> tuple[Pillar, ...]:
    """What each star rests on; `thin`: a star with fewer `counted` nodes below is called so."""
    rank = np.arange(graph.nodes, dtype=np.int32)
    if graph.nodes >= LARGE:
        rank[graph.order] = np.arange(graph.nodes, dtype=np.int32)
    along = renumbered(graph, rank) if graph.nodes >= LARGE else graph
    stars = range(len(served.stars))
    return tuple(_pillar(graph, along, rank, served, place, thin, counted) for place in stars)


def _pillar(
    graph: Graph, along: Graph, rank: Ints, served: Served, place: int, thin: int, counted: Flags
) -> Pillar:
    star = served.stars[place : place + 1]
    node = int(star[0])
    tree = tree_towards(along, rank[star])
    hanging = np.maximum(tree.size[rank] - 1, 0)
    hanging[node] = 0
    others = counted & ~marked(star, graph.nodes)
    below = int(np.count_nonzero(served.below(place) & others))
    direct = np.unique(graph.down.of(node))
    return Pillar(
        star=node,
        below=below,
        direct=int(np.count_nonzero(others[direct])),
        thin=below < thin,
        nodes=heaviest(hanging),
        strands=heaviest(cuts(along, tree)),
    )
