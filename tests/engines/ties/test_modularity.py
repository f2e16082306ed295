"""Modularity agrees with networkx, and the best communities are at least as good as the units."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.ties import Network, modularity, network_from
from tests.engines.ties.cases import graph_of, networks, town


@given(networks())
def test_the_modularity_of_units_is_that_of_networkx(network: Network) -> None:
    if not len(network.first):
        return
    parts = [set(np.flatnonzero(network.unit == one).tolist()) for one in np.unique(network.unit)]
    found = modularity(network, rng=np.random.default_rng(1))
    assert found.units == pytest.approx(nx.community.modularity(graph_of(network), parts), abs=1e-9)


def test_units_that_are_the_structure_have_a_share_near_one() -> None:
    found = modularity(town(inward=0.95), rng=np.random.default_rng(1))
    assert found.share == pytest.approx(1, abs=0.1)
    loose = modularity(town(inward=0.0), rng=np.random.default_rng(1))
    assert loose.share is not None
    assert loose.share < 0.3


def test_without_ties_everybody_is_alone() -> None:
    found = modularity(network_from(3, [], [], [0, 0, 1]), rng=np.random.default_rng(1))
    assert (found.units, found.community.tolist()) == (None, [0, 1, 2])
