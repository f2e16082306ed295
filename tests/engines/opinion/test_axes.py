"""Axes above the noise."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import votes_from_matrix
from ledstjarna.engines.opinion.axes import Axes, find_axes, signed
from ledstjarna.engines.opinion.canonical import canonical_order
from ledstjarna.engines.opinion.parts import parted
from tests.engines.opinion.cases import counted, small_world, two_camps


def _axes(matrix: np.ndarray) -> Axes:
    votes = votes_from_matrix(matrix)
    return find_axes(counted(votes)).told(canonical_order(parted(votes)).statement)


def test_two_camps_differ_along_one_axis() -> None:
    axes = _axes(two_camps())
    assert axes.kept == 1
    main = axes.loading[:, 0]
    assert np.abs(main[8:]).max() < 1e-9
    assert np.abs(main[:8]) == pytest.approx(np.full(8, np.abs(main[0])))
    assert np.sign(main[:8]).tolist() == (np.sign(main[0]) * np.array([1, 1, 1, 1, -1, -1, -1, -1])).tolist()


def test_four_planted_groups_differ_along_three_axes() -> None:
    assert _axes(small_world().matrix).kept == 3


def test_explained_shares_fall_and_stay_under_the_whole() -> None:
    explained = _axes(small_world().matrix).explained
    assert (np.diff(explained) <= 0).all()
    assert 0 < explained.sum() < 1


@pytest.mark.parametrize("seed", range(5))
def test_votes_without_a_pattern_have_no_axes(seed: int) -> None:
    matrix = np.random.default_rng(seed).choice([1, 0, -1], (1500, 60)).astype(np.int8)
    axes = _axes(matrix)
    assert axes.kept == 0
    assert axes.loading.shape == (60, 2)


def test_the_strongest_statements_pull_towards_the_positive_end() -> None:
    turned = signed(np.array([[-3.0, 1.0], [1.0, 2.0], [1.0, -1.0]]))
    assert turned.tolist() == [[3.0, 1.0], [-1.0, 2.0], [-1.0, -1.0]]
