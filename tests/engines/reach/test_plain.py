"""The plain forms, on threads that can be followed by hand."""

import numpy as np

from ledstjarna.engines.reach import _plain
from tests.engines.reach.cases import woven

ALL = np.ones(6, dtype=np.bool_)
STAR = np.array([0], dtype=np.int32)


def test_levels_grow_with_distance_and_stop_where_one_may_not_pass() -> None:
    down = woven("1>0 2>1 3>2 4>0 3>4 5>5").down
    assert _plain.levels(down.first, down.node, STAR, ALL)[0].tolist() == [0, 1, 2, 2, 1, -1]
    closed = np.array([True, True, True, True, False, True])
    assert _plain.levels(down.first, down.node, STAR, closed)[0].tolist() == [0, 1, 2, 3, 1, -1]


def test_a_step_is_the_first_strand_that_leads_nearer() -> None:
    graph = woven("3>2 3>1 1>0 2>0 3>1")
    assert _plain.steps(graph.up.first, graph.up.node, np.array([0, 1, 1, 2])).tolist() == [-1, 0, 1, 2]


def test_bits_and_least_values_go_round_a_ring() -> None:
    up = woven("1>2 2>3 3>1 3>0").up
    words = np.array([[1], [2], [4], [8]], dtype=np.uint64)
    _plain.gather_bits(up.first, up.node, words)
    assert words.ravel().tolist() == [1, 15, 15, 15]
    value = np.array([5.0, 4.0, 7.0, 9.0])
    _plain.least(up.first, up.node, value)
    assert value.tolist() == [5.0, 4.0, 4.0, 4.0]


def test_the_strongest_line_may_be_the_longer_one() -> None:
    graph = woven("2>0*0.3 2>1*0.8 1>0*0.5")
    up = graph.up
    value, count, step = _plain.strongest(up.first, up.node, graph.strength[up.strand], STAR)
    assert value.tolist() == [1.0, 0.5, 0.4]
    assert count.tolist() == [0, 1, 2]
    assert up.strand[step[1:]].tolist() == [2, 1]


def test_the_nearest_node_that_all_lines_pass_is_the_parent() -> None:
    graph = woven("1>0 2>1 3>1 4>2 4>3 5>4")
    up, down = graph.up, graph.down
    parent, level = _plain.dominators(up.first, up.node, down.first, down.node, STAR)
    assert parent.tolist() == [6, 0, 1, 1, 1, 4, 6]
    assert level.tolist() == [1, 2, 3, 3, 4, 5, 0]
    queue = np.arange(6, dtype=np.int32)
    assert _plain.sizes(parent, queue, level).tolist() == [6, 5, 1, 1, 2, 1, 6]
    bridges = _plain.bridges(up.first, up.node, graph.component, level, parent)
    assert bridges.tolist() == [-1, 0, 1, 2, -1, 5]
    mark = np.append(bridges, np.int32(-1))
    _plain.inherited(parent, queue, level, mark)
    assert mark.tolist() == [-1, 0, 1, 2, 0, 5, -1]


def test_all_that_leads_to_a_node_is_counted_once() -> None:
    up = woven("1>0 2>1 3>1 4>2 4>3").up
    assert _plain.counted(up.first, up.node, np.arange(5, dtype=np.int32)).tolist() == [5, 4, 2, 2, 1]
    assert _plain.counted(up.first, up.node, np.array([4], dtype=np.int32)).tolist() == [1] * 5


def test_rings_and_what_lies_between_them_are_told_apart() -> None:
    graph = woven("1>0 2>1 1>2 3>2 4>3 5>4 4>5 6>5")
    up, down = graph.up, graph.down
    label, order = _plain.components(up.first, up.node, down.first, down.node)
    assert label.tolist() == [0, 1, 1, 3, 4, 4, 6]
    assert (order[0], order[-1]) == (0, 6)
