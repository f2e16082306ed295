"""Rings."""

from hypothesis import given

from ledstjarna.engines.reach import Cycle, Graph
from ledstjarna.engines.reach.cycles import cycles
from tests.engines.reach.cases import nx, seen, threads, woven


def test_each_set_of_nodes_on_rings_is_told_with_its_shortest_ring() -> None:
    graph = woven("1>2 2>3 3>4 4>1 2>1 5>1 6>7 7>6 8>8 0>0 0>9")
    assert cycles(graph) == (
        Cycle((1, 2, 3, 4), (1, 2)),
        Cycle((6, 7), (6, 7)),
        Cycle((0,), (0,)),
        Cycle((8,), (8,)),
    )


def test_a_strand_to_itself_within_a_larger_ring_is_no_ring_of_its_own() -> None:
    assert cycles(woven("0>0 0>1 1>0")) == (Cycle((0, 1), (0, 1)),)


def test_where_there_is_no_ring_there_is_nothing_to_tell() -> None:
    assert cycles(woven("1>0 2>1 2>0")) == ()


@given(threads())
def test_rings_are_rings_and_none_is_left_out(case: tuple[Graph, list[int]]) -> None:
    graph, _ = case
    whole = seen(graph)
    found = cycles(graph)
    for cycle in found:
        assert set(cycle.ring) <= set(cycle.nodes)
        assert all(
            whole.has_edge(*pair) for pair in zip(cycle.ring, (*cycle.ring[1:], cycle.ring[0]), strict=True)
        )
    on_rings = {node for ring in nx.simple_cycles(whole) for node in ring}
    assert {node for cycle in found for node in cycle.nodes} == on_rings
