"""What a change touches."""

import pytest
from hypothesis import given

from ledstjarna.engines.reach import Graph, blast, radii
from tests.engines.reach.cases import nx, seen, threads, woven

GRAPH = woven("1>0 2>1 3>1 4>3 4>0 5>5")


def test_what_serves_a_node_is_touched_less_the_farther_it_is() -> None:
    found = blast(GRAPH, 0, decay=0.5, kind=[0, 1, 1, 0, 1, 3], unit=[0, 0, -1, 1, 1, 2])
    assert found.touched.tolist() == [1, 4, 2, 3]
    assert found.hops.tolist() == [1, 1, 2, 2]
    assert found.force.tolist() == [0.5, 0.5, 0.25, 0.25]
    assert found.by_hops.tolist() == [0, 2, 2]
    assert found.total == 1.5
    assert found.by_kind is not None
    assert found.by_unit is not None
    assert found.by_kind.tolist() == [1, 3, 0, 0]
    assert found.by_unit.tolist() == [1, 2, 0]


def test_upwards_it_is_what_the_node_serves() -> None:
    found = blast(GRAPH, 4, upwards=True)
    assert (found.touched.tolist(), found.by_kind) == ([0, 3, 1], None)


def test_what_nothing_serves_touches_nothing() -> None:
    found = blast(GRAPH, 2)
    assert (found.touched.tolist(), found.by_hops.tolist(), found.total) == ([], [], 0.0)


def test_a_decay_that_is_none_is_refused() -> None:
    for wrong in (0.0, 1.5, float("nan")):
        with pytest.raises(ValueError, match="decay is"):
            blast(GRAPH, 0, decay=wrong)


def test_all_radii_at_once() -> None:
    assert radii(GRAPH).tolist() == [4, 3, 0, 1, 0, 0]
    assert radii(GRAPH, upwards=True).tolist() == [0, 1, 2, 2, 3, 0]


def test_more_nodes_than_are_carried_together_are_all_counted() -> None:
    nodes = 1200
    chain = woven(" ".join(f"{one}>{one - 1}" for one in range(1, nodes)))
    assert radii(chain).tolist() == list(range(nodes))[::-1]
    assert radii(chain, upwards=True).tolist() == list(range(nodes))


@given(threads(most=12))
def test_radii_are_exact(case: tuple[Graph, list[int]]) -> None:
    graph, _ = case
    whole = seen(graph)
    assert radii(graph).tolist() == [len(nx.ancestors(whole, node)) for node in range(graph.nodes)]
    assert radii(graph, upwards=True).tolist() == [
        len(nx.descendants(whole, node)) for node in range(graph.nodes)
    ]
