"""Betweenness is that of networkx, however many sources are taken together."""

import networkx as nx
import pytest
from hypothesis import given

from ledstjarna.engines.ties import Network, network_from
from ledstjarna.engines.ties import between as whole
from tests.engines.ties.cases import graph_of, networks, town


@given(networks())
def test_small_networks_of_any_shape_agree(network: Network) -> None:
    wanted = nx.betweenness_centrality(graph_of(network))
    assert whole.betweenness(network).tolist() == pytest.approx(list(wanted.values()), abs=1e-12)


def test_the_middle_of_a_line_lies_between_both_ends() -> None:
    line = network_from(3, [0, 1], [1, 2], [0, 0, 0], minimum=0)
    assert whole.betweenness(line).tolist() == [0, 1, 0]


def test_taking_sources_by_parts_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    once = whole.betweenness(town())
    monkeypatch.setattr(whole, "TOGETHER", 7)
    assert whole.betweenness(town()) == pytest.approx(once, abs=1e-12)


def test_two_people_have_nobody_between() -> None:
    assert whole.betweenness(network_from(2, [0], [1], [0, 0], minimum=0)).tolist() == [0, 0]
