"""Pair counts are exact, and noise is measured."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import MISSING, votes_from_matrix
from ledstjarna.engines.opinion import pairs as engine
from ledstjarna.engines.opinion.pairs import common_ground, count_pairs, noise_edge
from tests.engines.opinion.cases import small_world, votes_of


def test_pairs_counted_by_hand() -> None:
    counted = count_pairs(votes_of("+-. ++o .-+"), 0, 3)
    assert counted.together.tolist() == [[2, 2, 1], [2, 3, 2], [1, 2, 2]]
    assert counted.product.tolist() == [[2, 0, 0], [0, 3, -1], [0, -1, 1]]
    assert counted.first.tolist() == [[2, 2, 1], [0, -1, 0], [0, 1, 1]]


def test_any_parts_of_the_people_add_up_to_the_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    votes = votes_from_matrix(small_world().matrix)
    whole = count_pairs(votes, 0, votes.people)
    monkeypatch.setattr(engine, "BLOCK", 77)
    parts = count_pairs(votes, 0, 500).plus(count_pairs(votes, 500, votes.people))
    assert whole.together.tobytes() == parts.together.tobytes()
    assert whole.product.tobytes() == parts.product.tobytes()
    assert whole.first.tobytes() == parts.first.tobytes()


def test_counts_are_those_of_integers() -> None:
    matrix = small_world().matrix
    seen = (matrix != MISSING).astype(np.int64)
    said = np.where(matrix == MISSING, 0, matrix).astype(np.int64)
    counted = count_pairs(votes_from_matrix(matrix), 0, len(matrix))
    assert np.array_equal(counted.together, seen.T @ seen)
    assert np.array_equal(counted.product, said.T @ said)
    assert np.array_equal(counted.first, said.T @ seen)


def test_means_and_variances_are_those_of_the_votes_cast() -> None:
    common = common_ground(count_pairs(votes_of("+. +- -. ..".replace(" ", "\n")), 0, 4))
    assert common.mean == pytest.approx([1 / 3, -1])
    assert common.variance == pytest.approx([8 / 9, 0])


def test_a_statement_nobody_voted_on_is_all_zero() -> None:
    common = common_ground(count_pairs(votes_of("+. -."), 0, 2))
    assert common.mean[1] == common.variance[1] == 0
    assert not common.covariance[1].any()


def test_votes_without_a_pattern_stay_under_the_edge_of_noise() -> None:
    rng = np.random.default_rng(8)
    votes = votes_from_matrix(rng.choice([1, 0, -1], (2000, 60)).astype(np.int8))
    pairs = count_pairs(votes, 0, votes.people)
    hollow = common_ground(pairs).covariance
    np.fill_diagonal(hollow, 0)
    edge = noise_edge(votes, pairs, draws=3, rng=np.random.default_rng(1))
    assert np.linalg.eigvalsh(hollow)[-1] == pytest.approx(edge, rel=0.1)


def test_without_votes_there_is_no_noise() -> None:
    votes = votes_of(".. ..")
    assert noise_edge(votes, count_pairs(votes, 0, 2), draws=1, rng=np.random.default_rng(1)) == 0
