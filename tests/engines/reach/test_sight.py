"""One node's lines of sight."""

import pytest
from hypothesis import given

from ledstjarna.engines.reach import Graph, sight
from tests.engines.reach.cases import nx, seen, threads, woven


def test_a_node_sees_each_star_by_its_shortest_and_its_strongest_line() -> None:
    graph = woven("2>0*0.1 2>3*0.9 3>0*0.9 3>1*0.5 4>2 5>4 6>6")
    found = sight(graph, 2, [0, 1, 6])
    near, far = found.lines
    assert (near.star, near.shortest.nodes, near.strongest.nodes) == (0, (2, 0), (2, 3, 0))
    assert near.strongest.strength == pytest.approx(0.81)
    assert near.strongest.strands == (1, 2)
    assert (far.star, far.shortest.nodes, far.shortest.strands) == (1, (2, 3, 1), (1, 3))
    assert (found.above.tolist(), found.above_hops.tolist()) == ([0, 3, 1], [1, 1, 2])
    assert (found.below.tolist(), found.below_hops.tolist()) == ([4, 5], [1, 2])


def test_a_star_sees_itself_and_a_loose_node_sees_none() -> None:
    graph = woven("1>0", nodes=3)
    (line,) = sight(graph, 0, [0]).lines
    assert (line.star, line.shortest.nodes, line.shortest.hops, line.strongest.strength) == (0, (0,), 0, 1.0)
    assert sight(graph, 2, [0]).lines == ()


def test_a_node_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="node 0 is node 5, but there are 2 nodes"):
        sight(woven("1>0"), 5, [0])


@given(threads())
def test_what_is_above_and_below_is_what_networkx_reaches(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    whole, found = seen(graph), sight(graph, 0, stars)
    up = nx.single_source_shortest_path_length(whole, 0)
    down = nx.single_source_shortest_path_length(whole.reverse(), 0)
    above = dict(zip(found.above.tolist(), found.above_hops.tolist(), strict=True))
    below = dict(zip(found.below.tolist(), found.below_hops.tolist(), strict=True))
    assert above | {0: 0} == up
    assert below | {0: 0} == down
    assert {line.star: line.shortest.hops for line in found.lines} == {
        one: up[one] for one in stars if one in up
    }
    for line in found.lines:
        assert line.strongest.strength >= line.shortest.strength
        assert (line.strongest.nodes[0], line.strongest.nodes[-1]) == (0, line.star)
