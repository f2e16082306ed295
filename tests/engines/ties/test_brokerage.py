"""Burt's measures by hand, by their definitions, and as networkx has them."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.ties import Network, brokerage, network_from
from tests.engines.ties.cases import graph_of, networks


def star(rays: int) -> Network:
    return network_from(rays + 1, [0] * rays, list(range(1, rays + 1)), [0] * (rays + 1), minimum=0)


def test_the_middle_of_a_star_is_free_and_its_rays_are_not() -> None:
    found = brokerage(star(4))
    assert found.constraint.tolist() == pytest.approx([0.25, 1, 1, 1, 1])
    assert found.effective[0] == 4
    assert found.efficiency[0] == 1
    assert found.hierarchy[0] == pytest.approx(0)
    assert np.isnan(found.hierarchy[1])
    assert found.betweenness.tolist() == pytest.approx([1, 0, 0, 0, 0])


def test_in_a_triangle_each_contact_is_redundant_with_the_other() -> None:
    found = brokerage(network_from(3, [0, 1, 0], [1, 2, 2], [0, 0, 0], minimum=0))
    assert found.constraint.tolist() == pytest.approx([2 * (0.5 + 0.25) ** 2] * 3)
    assert found.effective.tolist() == pytest.approx([1, 1, 1])


def test_borgattis_published_example_gives_its_published_figures() -> None:
    names = "ABCDEFG"
    ties = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]
    first, second = ([names.index(tie[side]) for tie in ties] for side in (0, 1))
    found = brokerage(network_from(7, first, second, [0] * 7, minimum=0))
    a, c, g = (names.index(name) for name in "ACG")
    # Six contacts with four ties among them: 6 - 2 * 4 / 6; Borgatti (1997) prints 4.67, 2.50 and 1.
    assert found.effective[[g, a, c]].tolist() == pytest.approx([14 / 3, 2.5, 1], abs=1e-9)
    # As UCINET prints them to three places, and igraph.
    assert found.constraint[[g, a, c]].tolist() == pytest.approx([0.400, 0.595, 1], abs=5e-4)


@given(networks())
def test_constraint_and_effective_size_are_those_of_networkx(network: Network) -> None:
    graph, found = graph_of(network), brokerage(network)
    tied = [person for person in graph if graph.degree(person)]
    constraint = nx.constraint(graph, weight="weight")
    # Asked for by name: its short cut for all nodes at once (3.6.1) divides weights along the wrong axis.
    effective = nx.effective_size(graph, nodes=tied, weight="weight")
    assert [found.constraint[one] for one in tied] == pytest.approx(
        [constraint[one] for one in tied], abs=1e-9
    )
    assert [found.effective[one] for one in tied] == pytest.approx([effective[one] for one in tied], abs=1e-9)
    alone = sorted(set(graph) - set(tied))
    assert np.isnan(found.constraint[alone]).all()


@given(networks())
def test_hierarchy_is_the_index_of_coleman_and_theil(network: Network) -> None:
    ties = network.adjacent.toarray()
    found = brokerage(network).hierarchy
    for person in range(network.people):
        contacts = np.flatnonzero(ties[person])
        if len(contacts) < 2:
            assert np.isnan(found[person])
            continue
        share = ties / np.maximum(ties.sum(axis=1, keepdims=True), 1e-300)
        parts = [(share[person, j] + share[person] @ share[:, j]) ** 2 for j in contacts]
        quotient = np.array(parts) / np.mean(parts)
        wanted = (quotient * np.log(quotient)).sum() / (len(contacts) * math.log(len(contacts)))
        assert found[person] == pytest.approx(wanted, abs=1e-9)
