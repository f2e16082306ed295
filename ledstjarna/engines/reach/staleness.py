"""What has nobody touched for too long, whose lines all pass such a thing, and how fresh is each star?

Cost: two walks over nodes + strands.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.reach import _kernels
from ledstjarna.engines.reach.arrays import Flags, Floats, Ints, marked
from ledstjarna.engines.reach.graph import Graph


@dataclass(frozen=True, slots=True)
class Staleness:
    """Per node.

    `stale`: older than its kind's horizon. `undated`: of unknown age, so never called stale. `blocked`: it
    has lines to stars, and each passes something stale after the node itself, a star among them.
    `newest`: age of the youngest thing at or below the node, nan where none is dated. `freshness`: the same
    per star.
    """

    stale: Flags
    undated: Flags
    blocked: Flags
    newest: Floats
    freshness: Floats


def ages_of(given: ArrayLike, nodes: int) -> Floats:
    """Days since each node was last touched, nan where that is unknown.

    Raises:
        ValueError: an age is negative or without end.
    """
    found = np.asarray(given, dtype=np.float64)
    if found.shape != (nodes,):
        raise ValueError(f"age must be one number of days for each of the {nodes} nodes")
    wrong = np.flatnonzero((found < 0) | np.isinf(found))
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(f"node {at} was touched {found[at]} days ago: give days from 0, or nan for unknown")
    return found


def horizons_of(given: ArrayLike, kind: Ints | None, nodes: int) -> Floats:
    """The age beyond which each node is stale: one for all, or one per kind; nan for never.

    Raises:
        ValueError: horizons by kind without kinds, too few of them, or a negative one.
    """
    found = np.asarray(given, dtype=np.float64)
    if (found < 0).any() or found.ndim > 1:
        raise ValueError(
            "horizon must be days from 0, one for all nodes or a flat array with one for each kind"
        )
    if found.ndim == 0:
        return np.full(nodes, float(found))
    if kind is None:
        raise ValueError("horizon is given by kind, but the kinds of nodes are not: give kind too")
    kinds = int(kind.max(initial=-1)) + 1
    if len(found) < kinds:
        raise ValueError(
            f"there are {kinds} kinds, but horizon has {len(found)} values: give one for each kind"
        )
    return found[kind]


def staleness(graph: Graph, stars: Ints, hops: Ints, age: Floats, horizon: Floats) -> Staleness:
    """What is stale, and whose lines pass only what is."""
    stale = age > horizon
    down = graph.down
    fresh_stars = stars[~stale[stars]]
    fresh, _ = _kernels.levels(down.first, down.node, fresh_stars, ~stale)
    blocked = (hops > 0) & (fresh < 0) & ~marked(stars, graph.nodes)
    newest = np.where(np.isnan(age), np.inf, age)
    _kernels.least(down.first, down.node, newest, graph.flipped, graph.component)
    newest[np.isinf(newest)] = np.nan
    return Staleness(stale, np.isnan(age), blocked, newest, newest[stars])
