"""Planted worlds: is what was put in found again?"""

import numpy as np
import pytest

from bench.worlds import world
from ledstjarna.engines.opinion import adjusted_rand, analyse, votes_from_matrix
from ledstjarna.engines.opinion.votes import MISSING


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_four_groups_of_four_and_17_of_the_best_20_among_10_000_people(seed: int) -> None:
    planted = world(10_000, 300, 0.15, seed=seed)
    seen = analyse(votes_from_matrix(planted.matrix))
    placed = seen.group >= 0
    assert seen.groups == 4
    assert adjusted_rand(seen.group[placed], planted.group[placed]) > 0.8
    assert len({item.statement for item in seen.unites[:20]} & planted.best(20)) >= 17


def test_the_engine_groups_nearly_as_well_as_one_who_knows_the_truth() -> None:
    planted = world(4000, 150, 0.2, seed=5)
    seen = analyse(votes_from_matrix(planted.matrix))
    placed = seen.group >= 0
    yes, no = np.log(planted.truth), np.log(1 - planted.truth)
    oracle = (
        (planted.matrix == 1) @ yes.T + (planted.matrix == -1) @ no.T + np.log([0.4, 0.3, 0.2, 0.1])
    ).argmax(1)
    best = adjusted_rand(oracle[placed], planted.group[placed])
    assert adjusted_rand(seen.group[placed], planted.group[placed]) > 0.93 * best


@pytest.mark.parametrize("shares", [(0.6, 0.4), (0.5, 0.3, 0.2), (0.3, 0.25, 0.2, 0.15, 0.1)])
def test_any_number_of_planted_groups_is_found(shares: tuple[float, ...]) -> None:
    planted = world(3000, 120, 0.3, seed=4, shares=shares)
    assert analyse(votes_from_matrix(planted.matrix)).groups == len(shares)


def test_nine_in_ten_bounds_are_kept_by_the_truth() -> None:
    planted = world(3000, 120, 0.3, seed=6)
    seen = analyse(votes_from_matrix(planted.matrix), partitions={"planted": planted.group})
    bounds = seen.bounds["planted"]
    inside = (bounds.lower <= planted.truth) & (planted.truth <= bounds.upper)
    assert 0.87 < inside.mean() < 0.94


def test_a_world_has_the_shape_it_says() -> None:
    planted = world(10_000, 300, 0.15, seed=1)
    assert (planted.matrix != MISSING).mean() == pytest.approx(0.15, abs=0.01)
    assert np.bincount(planted.group) / 10_000 == pytest.approx([0.4, 0.3, 0.2, 0.1], abs=0.02)
    assert len(planted.best(20)) == 20
