"""What is stale, and whose lines all pass what is."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.reach import Graph
from ledstjarna.engines.reach.lines import lines_of
from ledstjarna.engines.reach.staleness import ages_of, horizons_of, staleness
from tests.engines.reach.cases import leading, nx, seen, threads, woven

STAR = np.array([0], dtype=np.int32)
NAN = float("nan")


def test_a_line_is_stale_if_every_way_passes_something_stale() -> None:
    graph = woven("1>0 2>0 3>1 3>2 4>1 5>4", nodes=7)
    age = np.array([1.0, 50, 5, 2, 60, 3, NAN])
    found = staleness(graph, STAR, lines_of(graph, STAR).hops, age, np.full(7, 30.0))
    assert found.stale.tolist() == [False, True, False, False, True, False, False]
    assert found.blocked.tolist() == [False, False, False, False, True, True, False]
    assert found.undated.tolist() == [False] * 6 + [True]
    assert found.newest[:6].tolist() == [1, 2, 2, 2, 3, 3]
    assert np.isnan(found.newest[6])
    assert found.freshness.tolist() == [1]


def test_a_stale_star_makes_every_line_to_it_stale_but_its_own() -> None:
    graph = woven("1>0")
    found = staleness(graph, STAR, lines_of(graph, STAR).hops, np.array([9.0, 1]), np.array([5.0, 5]))
    assert found.blocked.tolist() == [False, True]


@given(threads(), st.randoms(use_true_random=False))
def test_blocked_are_those_without_a_line_once_what_is_stale_is_taken_out(
    case: tuple[Graph, list[int]],
    dice: random.Random,
) -> None:
    graph, stars = case
    age = np.array([dice.choice([1.0, 99.0, NAN]) for _ in range(graph.nodes)])
    chosen = np.array(stars, dtype=np.int32)
    found = staleness(graph, chosen, lines_of(graph, chosen).hops, age, np.full(graph.nodes, 50.0))
    whole = seen(graph)
    for node in leading(whole, stars) - set(stars):
        left = whole.subgraph(one for one in whole if one == node or not found.stale[one])
        assert found.blocked[node] == (node not in leading(left, stars))
    for node in range(graph.nodes):
        dated = [age[one] for one in nx.ancestors(whole, node) | {node} if not np.isnan(age[one])]
        assert np.array_equal(found.newest[node], min(dated, default=NAN), equal_nan=True)


def test_horizons_are_one_for_all_or_one_for_each_kind() -> None:
    kind = np.array([1, 0], dtype=np.int32)
    assert horizons_of([10, 20], kind, 2).tolist() == [20, 10]
    assert horizons_of(7, None, 2).tolist() == [7, 7]


def test_ages_and_horizons_that_do_not_fit_are_refused() -> None:
    kind = np.array([0, 2], dtype=np.int32)
    for given_as, said in ((-1, "days from 0"), ([[1]], "days from 0"), ([1, 2], "there are 3 kinds")):
        with pytest.raises(ValueError, match=said):
            horizons_of(given_as, kind, 2)
    with pytest.raises(ValueError, match="give kind too"):
        horizons_of([1], None, 2)
    with pytest.raises(ValueError, match="one number of days for each of the 2 nodes"):
        ages_of([1], 2)
    for wrong in (-3, float("inf")):
        with pytest.raises(ValueError, match="node 1 was touched"):
            ages_of([NAN, wrong], 2)
