"""Networks that the tests of this engine share."""

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from ledstjarna.engines.ties import Network, network_from


def town(seed: int = 1, people: int = 60, units: int = 4, ties: int = 180, inward: float = 0.7) -> Network:
    """A made-up town in which `inward` of the ties are sought within the unit."""
    rng = np.random.default_rng(seed)
    unit = rng.integers(0, units, people)
    first: list[int] = []
    second: list[int] = []
    while len(first) < ties:
        a = int(rng.integers(people))
        pool = np.flatnonzero(unit == unit[a]) if rng.random() < inward else np.arange(people)
        b = int(rng.choice(pool))
        if a != b:
            first.append(a)
            second.append(b)
    weight = rng.integers(1, 4, ties)
    return network_from(people, np.array(first), np.array(second), unit, weight=weight, minimum=0)


def graph_of(network: Network) -> nx.Graph:
    """The same network as networkx has it."""
    graph = nx.Graph()
    graph.add_nodes_from(range(network.people))
    graph.add_weighted_edges_from(
        zip(network.first.tolist(), network.second.tolist(), network.weight.tolist(), strict=True)
    )
    return graph


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Small networks of any shape."""
    people = draw(st.integers(2, 9))
    pairs = [(a, b) for a in range(people) for b in range(a)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=len(pairs)))
    weight = draw(st.lists(st.integers(1, 3), min_size=len(chosen), max_size=len(chosen)))
    unit = draw(st.lists(st.integers(0, 2), min_size=people, max_size=people))
    ends = np.array(chosen, dtype=np.int64).reshape(-1, 2)
    return network_from(people, ends[:, 0], ends[:, 1], np.array(unit), weight=np.array(weight), minimum=0)
