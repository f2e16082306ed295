"""Where contradictions meet."""

import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.reach import Graph
from ledstjarna.engines.reach.contradiction import contradictions, pairs_of
from ledstjarna.engines.reach.served import served_by
from tests.engines.reach.cases import nx, seen, threads, woven

GRAPH = woven("2>0 3>0 3>1 4>2 4>3 5>4 6>2 7>3", nodes=9)
SERVED = served_by(GRAPH, np.array([0, 1], dtype=np.int32))


def pairs(*given_as: tuple[int, int]) -> np.ndarray:
    return np.array(given_as, dtype=np.int32)


def test_two_sides_meet_in_the_nearest_node_that_serves_both_and_under_their_star() -> None:
    (found,) = contradictions(GRAPH, pairs((2, 3)), SERVED, None)
    assert (found.servers, found.units) == (2, ())
    assert found.nearest is not None
    assert (found.nearest.node, found.nearest.one.nodes, found.nearest.other.nodes) == (4, (4, 2), (4, 3))
    (star,) = found.stars
    assert (star.node, star.one.nodes, star.other.nodes) == (0, (2, 0), (3, 0))
    assert (star.one.strands, star.other.strands) == ((0,), (1,))


def test_two_sides_may_meet_in_a_unit_alone() -> None:
    unit = np.array([0, 0, 1, 1, 2, 2, 3, 3, -1], dtype=np.int32)
    nothing = served_by(GRAPH, np.array([1], dtype=np.int32))
    (found,) = contradictions(GRAPH, pairs((6, 7), (6, 8)), nothing, unit)
    assert (found.one, found.other, found.servers, found.nearest, found.units) == (6, 7, 0, None, (3,))
    assert found.stars == ()


def test_a_side_that_serves_the_other_is_where_they_meet() -> None:
    (found,) = contradictions(GRAPH, pairs((4, 2)), SERVED, None)
    assert found.nearest is not None
    assert (found.nearest.node, found.nearest.one.nodes, found.nearest.other.nodes) == (4, (4,), (4, 2))


def test_a_pair_that_meets_nowhere_is_left_out() -> None:
    assert contradictions(GRAPH, pairs((0, 8)), SERVED, None) == ()


def test_pairs_that_are_none_are_refused() -> None:
    assert pairs_of([], 3).shape == (0, 2)
    assert pairs_of([[0, 2]], 3).tolist() == [[0, 2]]
    for wrong, said in (
        ([1, 2], "rows of two"),
        ([[1, 9]], "is node 9"),
        ([[0, 1], [2, 2]], "contradiction 1"),
    ):
        with pytest.raises(ValueError, match=said):
            pairs_of(wrong, 3)


@given(threads())
def test_servers_and_stars_are_those_of_networkx(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    if graph.nodes < 2:
        return
    whole, served = seen(graph), served_by(graph, np.array(stars, dtype=np.int32))
    found = contradictions(graph, pairs((0, 1)), served, None)
    below = [nx.ancestors(whole, side) | {side} for side in (0, 1)]
    above = [nx.descendants(whole, side) | {side} for side in (0, 1)]
    both, shared = below[0] & below[1], above[0] & above[1] & set(stars)
    assert bool(found) == bool(both or shared)
    for one in found:
        assert one.servers == len(both)
        assert {star.node for star in one.stars} == shared
        lengths = [
            nx.shortest_path_length(whole, node, 0) + nx.shortest_path_length(whole, node, 1) for node in both
        ]
        if one.nearest is not None:
            assert one.nearest.one.hops + one.nearest.other.hops == min(lengths)
