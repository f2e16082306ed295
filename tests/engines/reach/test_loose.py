"""What hangs loose, and what tying it would gain."""

import numpy as np
from hypothesis import given

from ledstjarna.engines.reach import Graph
from ledstjarna.engines.reach.loose import dead_ends, loose_of
from tests.engines.reach.cases import leading, nx, seen, threads, woven

STAR = np.array([0], dtype=np.int32)


def test_the_loose_thread_on_which_most_hangs_comes_first() -> None:
    graph = woven("1>0 3>2 4>3 5>3 5>1 6>4", nodes=8)
    aims = np.arange(8) > 0
    connected = np.array([True, True, False, False, False, True, False, False])
    loose = loose_of(graph, STAR, aims, connected)
    assert loose.threads.tolist() == [2, 3, 4, 6, 7]
    assert loose.gain.tolist() == [4, 3, 2, 1, 1]  # node 5 has a line already
    assert loose.orphans.tolist() == [7]
    assert loose.dead_ends.tolist() == [2]


def test_what_does_not_aim_is_neither_loose_nor_a_gain() -> None:
    aims = np.array([False, False, True, True])
    loose = loose_of(woven("2>1", nodes=4), STAR, aims, np.arange(4) == 0)
    assert (loose.threads.tolist(), loose.gain.tolist()) == ([2, 3], [1, 1])
    assert loose.orphans.tolist() == [3]
    assert loose.dead_ends.tolist() == [1]


def test_a_ring_that_leads_nowhere_is_a_dead_end_and_one_with_a_star_is_none() -> None:
    assert dead_ends(woven("1>2 2>1 3>1 4>4"), STAR).tolist() == [1, 2, 4]
    assert dead_ends(woven("1>0 0>1"), STAR).tolist() == []


@given(threads())
def test_a_gain_is_what_would_have_a_line_if_the_thread_were_tied(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    tied = leading(seen(graph), stars)
    connected = np.array([node in tied for node in range(graph.nodes)])
    loose = loose_of(graph, np.array(stars, dtype=np.int32), np.ones(graph.nodes, dtype=np.bool_), connected)
    assert sorted(loose.threads.tolist()) == sorted(set(range(graph.nodes)) - tied)
    for thread, gain in zip(loose.threads.tolist(), loose.gain.tolist(), strict=True):
        assert gain == len((nx.ancestors(seen(graph), thread) | {thread}) - tied)
    assert (np.diff(loose.gain) <= 0).all()
