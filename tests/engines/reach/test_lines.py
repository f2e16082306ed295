"""The shortest and the strongest line of every node."""

import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.reach import Graph, path_of
from ledstjarna.engines.reach.lines import descent, lines_of
from tests.engines.reach.cases import nx, seen, threads, woven

STAR = np.array([0], dtype=np.int32)


def test_the_shortest_and_the_strongest_line_may_differ() -> None:
    graph = woven("3>0*0.2 3>2*0.9 2>1*0.9 1>0*0.9 4>4")
    lines = lines_of(graph, STAR)
    assert lines.hops.tolist() == [0, 1, 2, 1, -1]
    assert path_of(graph, lines.step, 3).nodes == (3, 0)
    strong = path_of(graph, lines.strong_step, 3)
    assert (strong.nodes, strong.strands, strong.hops) == ((3, 2, 1, 0), (1, 2, 3), 3)
    assert lines.strength[3] == strong.strength == pytest.approx(0.729)
    assert (lines.strength[4], lines.strong_hops[4], path_of(graph, lines.step, 4).nodes) == (0.0, -1, (4,))


def test_of_two_strands_that_do_the_same_the_first_is_taken() -> None:
    lines = lines_of(woven("1>0 1>0"), STAR)
    assert (lines.step.tolist(), lines.strong_step.tolist()) == ([-1, 0], [-1, 0])


def test_of_equally_strong_lines_the_one_with_fewest_strands_is_taken() -> None:
    lines = lines_of(woven("2>1 1>2 1>3 3>0 1>0"), STAR)
    assert (lines.strong_hops.tolist(), lines.strong_step.tolist()) == ([0, 1, 2, 1], [-1, 4, 0, 3])


def test_a_line_too_weak_for_a_number_is_still_a_line() -> None:
    lines = lines_of(woven("3>2*1e-200 2>1*1e-200 1>0*1e-200"), STAR)
    assert lines.strong_hops.tolist() == [0, 1, 2, 3]
    assert 0 < lines.strength[3] < 1e-300


@given(threads())
def test_hops_are_those_of_networkx_and_paths_are_as_long_as_said(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    lines = lines_of(graph, np.array(stars, dtype=np.int32))
    known = nx.multi_source_dijkstra_path_length(seen(graph).reverse(), set(stars)) if stars else {}
    assert lines.hops.tolist() == [known.get(one, -1) for one in range(graph.nodes)]
    for node in np.flatnonzero(lines.hops >= 0).tolist():
        for step, hops in ((lines.step, lines.hops), (lines.strong_step, lines.strong_hops)):
            path = path_of(graph, step, node)
            assert path.hops == hops[node]
            assert path.nodes[-1] in stars
            assert path.nodes[:-1] == tuple(graph.source[list(path.strands)].tolist())
            assert path.nodes[1:] == tuple(graph.target[list(path.strands)].tolist())


@given(threads())
def test_no_simple_path_is_stronger_than_the_strongest(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    lines = lines_of(graph, np.array(stars, dtype=np.int32))
    made = nx.DiGraph()
    made.add_nodes_from(range(graph.nodes))
    ends = zip(graph.target.tolist(), graph.source.tolist(), graph.strength.tolist(), strict=True)
    for target, source, strength in sorted(ends, key=lambda end: end[2]):
        made.add_edge(target, source, length=-np.log(strength))
    known = nx.multi_source_dijkstra_path_length(made, set(stars), weight="length") if stars else {}
    for node in range(graph.nodes):
        assert (lines.strength[node] > 0) == (node in known)
        if node in known and known[node] < 700:
            assert lines.strength[node] == pytest.approx(np.exp(-known[node]))


def test_a_descent_goes_a_level_nearer_with_each_strand() -> None:
    graph = woven("2>1 2>0 1>0 3>2")
    assert descent(graph.up, np.array([0, 1, 1, 2], dtype=np.int32), 3) == ([3, 2, 0], [3, 1])
