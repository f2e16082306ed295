"""What each star rests on."""

import numpy as np
import pytest
from hypothesis import given

from ledstjarna.engines.reach import Graph, Rests
from ledstjarna.engines.reach.pillars import heaviest, pillars
from ledstjarna.engines.reach.served import served_by
from tests.engines.reach.cases import leading, seen, threads, woven


def test_a_star_rests_on_what_it_would_lose_most_by() -> None:
    graph = woven("2>0 3>2 4>2 5>2 5>1 6>1")
    stars = np.array([0, 1], dtype=np.int32)
    one, other = pillars(graph, served_by(graph, stars), thin=3, counted=np.arange(7) > 1)
    assert (one.star, one.below, one.direct, one.thin) == (0, 4, 1, False)
    assert one.nodes == (Rests(2, 3),)
    assert one.strands[0] == Rests(0, 4)
    assert (other.star, other.below, other.direct, other.thin) == (1, 2, 2, True)
    assert other.nodes == ()
    assert other.strands == (Rests(4, 1), Rests(5, 1))


def test_only_what_counts_makes_a_star_less_thin() -> None:
    graph = woven("1>0 2>0 2>0")
    served = served_by(graph, np.array([0], dtype=np.int32))
    (found,) = pillars(graph, served, thin=2, counted=np.array([False, False, True]))
    assert (found.below, found.direct, found.thin) == (1, 1, True)


def test_the_heaviest_come_first_and_equal_ones_by_number() -> None:
    weight = np.array([0, 3, 9, 3, 1, 9, 2, 3], dtype=np.int32)
    assert [one.number for one in heaviest(weight)] == [2, 5, 1, 3, 7]
    assert heaviest(weight, 1) == (Rests(2, 9),)
    assert heaviest(np.zeros(3, dtype=np.int32)) == ()


@given(threads())
def test_numbering_nodes_anew_changes_nothing(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    served = served_by(graph, np.array(stars, dtype=np.int32))
    counted = np.ones(graph.nodes, dtype=np.bool_)
    before = pillars(graph, served, thin=3, counted=counted)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ledstjarna.engines.reach.pillars.LARGE", 0)
        assert pillars(graph, served, thin=3, counted=counted) == before


@given(threads(most=7))
def test_each_of_them_is_as_heavy_as_what_goes_with_it(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    served = served_by(graph, np.array(stars, dtype=np.int32))
    for pillar in pillars(graph, served, thin=3, counted=np.ones(graph.nodes, dtype=np.bool_)):
        tied = leading(seen(graph), [pillar.star])
        for rests in pillar.nodes:
            left = leading(seen(graph, without=rests.number), [pillar.star])
            assert rests.hanging == len(tied - left - {rests.number})
        for rests in pillar.strands:
            assert rests.hanging == len(tied - leading(seen(graph, strand=rests.number), [pillar.star]))
