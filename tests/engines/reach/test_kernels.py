"""Compiled walks and their plain forms give the same, whatever the thread."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.reach import Graph, _kernels, _plain, radii, reach
from ledstjarna.engines.reach.arrays import Ints
from tests.engines.reach.cases import city, threads

Case = tuple[Graph, list[int]]


def _roots(case: Case) -> Ints:
    return np.array(case[1], dtype=np.int32)


def _as_lists(found: object) -> object:
    return [_as_lists(one) for one in found] if isinstance(found, tuple) else np.asarray(found).tolist()


@given(threads())
def test_rows_are_the_same(case: Case) -> None:
    graph, _ = case
    near = graph.source
    assert _as_lists(_kernels._rows(near, graph.nodes)) == _as_lists(_plain.rows(near, graph.nodes))


@given(threads())
def test_components_are_the_same_and_both_orders_fit(case: Case) -> None:
    graph, _ = case
    up, down = graph.up, graph.down
    label, order = _kernels._components(up.first, up.node)
    other, plain = _plain.components(up.first, up.node, down.first, down.node)
    assert label.tolist() == other.tolist()
    for one in (order, plain):
        place = np.argsort(one)
        across = label[graph.source] != label[graph.target]
        assert (place[graph.target[across]] < place[graph.source[across]]).all()
        assert np.count_nonzero(np.diff(label[one])) == max(len(set(label.tolist())) - 1, 0)


@given(threads(), st.randoms(use_true_random=False))
def test_levels_and_steps_are_the_same(case: Case, dice: random.Random) -> None:
    graph, roots = case[0], _roots(case)
    through = np.array([dice.random() < 0.8 for _ in range(graph.nodes)])
    level, queue = _kernels._levels(graph.down.first, graph.down.node, roots, through)
    other, met = _plain.levels(graph.down.first, graph.down.node, roots, through)
    assert level.tolist() == other.tolist()
    assert sorted(queue.tolist()) == sorted(met.tolist())
    assert level[queue].tolist() == level[met].tolist() == sorted(level[queue].tolist())
    steps = _kernels._steps(graph.up.first, graph.up.node, level)
    assert steps.tolist() == _plain.steps(graph.up.first, graph.up.node, level).tolist()


@given(threads())
def test_gathered_bits_and_least_values_are_the_same(case: Case) -> None:
    graph, up = case[0], case[0].up
    words = np.arange(1, 2 * graph.nodes + 1, dtype=np.uint64).reshape(-1, 2)
    value = np.sin(np.arange(graph.nodes, dtype=np.float64))
    one, two, low, lower = words.copy(), words.copy(), value.copy(), value.copy()
    _kernels._gather_bits(up.first, up.node, one, graph.order, graph.component)
    _plain.gather_bits(up.first, up.node, two)
    _kernels._least(up.first, up.node, low, graph.order, graph.component)
    _plain.least(up.first, up.node, lower)
    assert _as_lists((one, low)) == _as_lists((two, lower))


@given(threads())
def test_strongest_lines_are_the_same_to_the_bit(case: Case) -> None:
    graph, up = case[0], case[0].up
    given_to = up.first, up.node, graph.strength[up.strand], _roots(case)
    compiled = _kernels._strongest(*given_to, graph.order, graph.component)
    assert _as_lists(compiled) == _as_lists(_plain.strongest(*given_to))


@given(threads())
def test_dominators_bridges_sizes_and_marks_are_the_same(case: Case) -> None:
    graph, up, down, roots = case[0], case[0].up, case[0].down, _roots(case)
    parent, level = _kernels._dominators(up.first, up.node, roots, graph.order, graph.component)
    other, height = _plain.dominators(up.first, up.node, down.first, down.node, roots)
    assert parent.tolist() == other.tolist()
    assert (level > 0).tolist() == (height > 0).tolist()
    for tall in (level, height):
        tied = np.flatnonzero(tall[:-1] > 0)
        assert (tall[parent[tied]] < tall[tied]).all()
        found = _kernels._bridges(up.first, up.node, graph.component, tall, parent)
        assert found.tolist() == _plain.bridges(up.first, up.node, graph.component, tall, parent).tolist()
        queue = tied[np.argsort(tall[tied], kind="stable")].astype(np.int32)
        sizes = _kernels._sizes(parent, queue)
        assert sizes.tolist() == _plain.sizes(parent, queue, tall).tolist()
        mark, same = np.append(found, np.int32(-1)), np.append(found, np.int32(-1))
        _kernels._inherited(parent, queue, mark)
        _plain.inherited(parent, queue, tall, same)
        assert mark.tolist() == same.tolist()


@given(threads(), st.booleans())
def test_counts_of_what_leads_to_each_are_the_same(case: Case, turned: bool) -> None:
    graph = case[0]
    order = _kernels._components(graph.up.first, graph.up.node)[1]
    ways = graph.down if turned else graph.up
    sources = np.arange(0, graph.nodes, 2, dtype=np.int32)
    ranked = _kernels._ranked(sources, graph.component, order, turned)
    compiled = _kernels._counted(ways.first, ways.node, *ranked)
    assert compiled.tolist() == _plain.counted(ways.first, ways.node, sources).tolist()


@pytest.mark.parametrize("rings", [0, 5])
def test_whole_answers_are_the_same_without_numba(monkeypatch: pytest.MonkeyPatch, rings: int) -> None:
    graph, stars = city(1300, 3000, seed=rings, rings=rings)
    asked = {"age": np.arange(1300.0) % 400, "horizon": 300, "pairs": [[900, 901], [5, 1200]]}
    compiled = reach(graph, stars, **asked), radii(graph), radii(graph, upwards=True)  # type: ignore[arg-type]
    monkeypatch.setattr(_kernels, "numba", None)
    graph, stars = city(1300, 3000, seed=rings, rings=rings)
    plain = reach(graph, stars, **asked), radii(graph), radii(graph, upwards=True)  # type: ignore[arg-type]
    assert str(compiled) == str(plain)
    assert [one.tolist() for one in compiled[1:]] == [one.tolist() for one in plain[1:]]
    assert compiled[0].weak.link.tolist() == plain[0].weak.link.tolist()
    assert compiled[0].lines.strong_step.tolist() == plain[0].lines.strong_step.tolist()


def test_everything_can_be_compiled_before_it_is_needed() -> None:
    _kernels.warm()
