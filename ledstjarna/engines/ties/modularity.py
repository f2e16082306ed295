"""Is the organisation chart how people really work together?

Definition: the modularity of the units (Newman and Girvan 2004), the share of ties within them less what
chance gives persons with as many ties, beside the best partition that the method of Louvain finds
(Blondel and others 2008). Where their quotient is near 1, the silos are the structure. Cost: linear, and
Louvain about n log n.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np

from ledstjarna.engines.ties.network import Ints, Network


@dataclass(frozen=True, slots=True)
class Modularity:
    """`units`: of the organisation; `best`: of the communities found, `community` per person; `share`:
    their quotient.

    Where there is no tie all three figures are None and everybody is a community alone.
    """

    units: float | None
    best: float | None
    share: float | None
    community: Ints


def modularity(network: Network, *, rng: np.random.Generator) -> Modularity:
    """The modularity of the units and of the best communities found."""
    alone = np.arange(network.people)
    if not len(network.first):
        return Modularity(None, None, None, alone)
    graph = nx.Graph()
    graph.add_nodes_from(range(network.people))
    ties = zip(network.first.tolist(), network.second.tolist(), network.weight.tolist(), strict=True)
    graph.add_weighted_edges_from(ties)
    community = np.zeros(network.people, dtype=np.int64)
    found = nx.community.louvain_communities(graph, seed=int(rng.integers(2**31)))
    for number, members in enumerate(sorted(found, key=lambda one: (-len(one), min(one)))):
        community[list(members)] = number
    units, best = of_partition(network, network.unit), of_partition(network, community)
    return Modularity(units, best, units / best if best > 0 else None, community)


def of_partition(network: Network, part: Ints) -> float:
    """The modularity of a partition; `part`: a number per person."""
    total = network.weight.sum()
    within = network.weight[part[network.first] == part[network.second]].sum()
    ends = np.concatenate([part[network.first], part[network.second]])
    strength = np.bincount(ends, np.concatenate([network.weight, network.weight]))
    return float(within / total - ((strength / (2 * total)) ** 2).sum())
