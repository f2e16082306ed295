"""On how many shortest ways between two others does a person lie?

Method: Brandes (2001) for many sources at a time, so that each step is one product of a sparse and a
dense matrix; networkx, which goes from person to person, takes some twenty seconds for 3,000 people.
Cost: people x ties.
"""

import numpy as np

from ledstjarna.engines.ties.network import Floats, Network

TOGETHER = 64  # sources whose matrices fit a processor's cache


def betweenness(network: Network) -> Floats:
    """The share of pairs of others whose shortest ways lead through each person, without weights; 0..1."""
    people = network.people
    ties = network.adjacent.astype(bool).astype(np.float64)
    found = np.zeros(people)
    for start in range(0, people, TOGETHER):
        sources = np.arange(start, min(start + TOGETHER, people))
        levels, ways = _outwards(ties, people, sources)
        lean = np.zeros_like(ways)
        for near, far in zip(levels[-2::-1], levels[:0:-1], strict=True):
            share = np.divide(1 + lean, ways, out=np.zeros_like(ways), where=far)
            lean += np.where(near, ways * (ties @ share), 0.0)
        lean[sources, np.arange(len(sources))] = 0.0
        found += lean.sum(axis=1)
    pairs = (people - 1) * (people - 2)
    return found / pairs if pairs > 0 else found


def _outwards(ties: object, people: int, sources: np.ndarray) -> tuple[list[np.ndarray], Floats]:
    """Who is reached first after 0, 1, 2… steps, and by how many shortest ways; people x sources."""
    ways = np.zeros((people, len(sources)))
    ways[sources, np.arange(len(sources))] = 1.0
    levels: list[np.ndarray] = []
    front = ways.copy()
    while True:
        reached = front > 0
        if not reached.any():
            return levels, ways
        levels.append(reached)
        front = np.where(ways > 0, 0.0, ties @ front)  # type: ignore[operator]
        ways += front
