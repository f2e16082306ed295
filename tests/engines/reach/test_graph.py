"""A list of strands becomes rows both ways."""

import pytest
from hypothesis import given

from ledstjarna.engines.reach import Graph, graph_from
from tests.engines.reach.cases import nx, seen, threads, woven


def test_rows_keep_the_order_in_which_strands_were_given() -> None:
    graph = graph_from(4, [2, 3, 2, 3], [1, 1, 0, 1], strand_type=[5, 6, 7, 8])
    assert graph.up.of(2).tolist() == [1, 0]
    assert graph.up.strand.tolist() == [0, 2, 1, 3]
    assert graph.down.of(1).tolist() == [2, 3, 3]
    assert graph.up.degree.tolist() == [0, 0, 2, 2]
    assert graph.strand_type.tolist() == [5, 6, 7, 8]
    assert graph.strength.tolist() == [1.0] * 4
    assert graph.strands == 4


def test_nothing_at_all_is_a_graph() -> None:
    graph = graph_from(0, [], [])
    assert (graph.nodes, graph.strands, graph.acyclic) == (0, 0, True)


def test_a_ring_is_one_component_named_by_its_smallest_node() -> None:
    graph = woven("1>2 2>3 3>1 3>0 4>4")
    assert graph.component.tolist() == [0, 1, 1, 1, 4]
    assert not graph.acyclic
    assert woven("4>4 4>0").acyclic


@given(threads())
def test_components_are_those_of_networkx(case: tuple[Graph, list[int]]) -> None:
    graph, _ = case
    for part in nx.strongly_connected_components(seen(graph)):
        assert {int(graph.component[one]) for one in part} == {min(part)}


@given(threads())
def test_what_a_node_leads_to_comes_before_it_where_no_ring_forbids(case: tuple[Graph, list[int]]) -> None:
    graph, _ = case
    assert sorted(graph.order.tolist()) == list(range(graph.nodes))
    place = {one: at for at, one in enumerate(graph.order.tolist())}
    part = graph.component.tolist()
    for source, target in zip(graph.source.tolist(), graph.target.tolist(), strict=True):
        if part[source] != part[target]:
            assert place[target] < place[source]
    assert graph.acyclic == (len(set(part)) == graph.nodes)
    assert graph.flipped.tolist() == graph.order.tolist()[::-1]


@pytest.mark.parametrize(
    ("given_as", "said"),
    [
        ({"nodes": -1, "source": [], "target": []}, "there are -1 nodes"),
        ({"nodes": 2, "source": [0, 1], "target": [1]}, "target has 1 values, but 2 are needed"),
        ({"nodes": 2, "source": [0], "target": [1], "strength": [0.0]}, "strand 0 has strength 0.0"),
        ({"nodes": 2, "source": [0], "target": [1], "strength": [float("nan")]}, "strand 0 has strength nan"),
        ({"nodes": 2, "source": [0], "target": [1], "strength": [0.5, 0.5]}, "one number for each of the 1"),
        ({"nodes": 2, "source": [0], "target": [1], "strand_type": [1, 2]}, "strand_type has 2 values"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(given_as: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        graph_from(**given_as)  # type: ignore[arg-type]
