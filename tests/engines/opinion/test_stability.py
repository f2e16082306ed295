"""Groups that other people would have shown as well."""

import numpy as np

from ledstjarna.engines.opinion import analyse, votes_from_matrix
from ledstjarna.engines.opinion.stability import overlaps
from tests.engines.opinion.cases import small_world, two_camps


def test_overlaps_counted_by_hand() -> None:
    found = overlaps(np.array([0, 0, 0, 1, 1]), np.array([0, 0, 1, 1, 1]), 2)
    assert found.tolist() == [2 / 3, 2 / 3]


def test_clear_camps_are_wholly_stable() -> None:
    assert analyse(votes_from_matrix(two_camps())).stability.tolist() == [1.0, 1.0]


def test_planted_groups_are_found_by_both_halves() -> None:
    seen = analyse(votes_from_matrix(small_world().matrix))
    assert seen.stability.min() > 0.75


def test_a_cloud_cut_in_pieces_is_less_stable_than_planted_groups() -> None:
    rng = np.random.default_rng(5)
    place = rng.normal(size=(1200, 3)) @ rng.normal(0, 1.5, (3, 80))
    matrix = np.where(rng.random(place.shape) < 1 / (1 + np.exp(-place)), 1, -1)
    cut = analyse(votes_from_matrix(matrix))
    assert cut.groups == 1 or cut.stability.mean() < 0.8
