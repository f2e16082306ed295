"""Pair counts are exact, and noise is measured."""

from functools import partial, reduce

import numpy as np
import pytest

from ledstjarna.engines.opinion import MISSING, votes_from_matrix
from ledstjarna.engines.opinion.canonical import canonical_order
from ledstjarna.engines.opinion.pairs import (
    Counted,
    Counting,
    common_ground,
    count_pairs,
    noise_edge,
    plain_pairs,
)
from ledstjarna.engines.opinion.parts import parted
from tests.engines.opinion.cases import counted, small_world, votes_of


def test_pairs_counted_by_hand() -> None:
    counted = plain_pairs(votes_of("+-. ++o .-+"))
    assert counted.together.tolist() == [[2, 2, 1], [2, 3, 2], [1, 2, 2]]
    assert counted.product.tolist() == [[2, 0, 0], [0, 3, -1], [0, -1, 1]]
    assert counted.first.tolist() == [[2, 2, 1], [0, -1, 0], [0, 1, 1]]


@pytest.mark.parametrize("together", [1, 77, 500])
def test_any_parts_of_the_people_add_up_to_the_bit(together: int) -> None:
    votes = votes_from_matrix(small_world().matrix)
    order = canonical_order(parted(votes))
    counting = Counting(order.statement, order.mean, 2)
    looks = parted(votes, together).each(partial(count_pairs, counting), order.person, order.half)
    whole, parts = count_pairs(counting, votes, order.person, order.half), reduce(Counted.plus, looks)
    assert whole.noise.tobytes() == parts.noise.tobytes()
    for half, other in zip(whole.halves, parts.halves, strict=True):
        assert half.together.tobytes() == other.together.tobytes()
        assert half.product.tobytes() == other.product.tobytes()
        assert half.first.tobytes() == other.first.tobytes()


def test_the_halves_are_of_different_people_and_make_up_everybody() -> None:
    matrix = small_world().matrix
    found = counted(votes_from_matrix(matrix))
    voters = np.sort(np.diag(found.whole.together))
    assert voters.tolist() == np.sort((matrix != MISSING).sum(axis=0)).tolist()
    first, second = (np.trace(half.together) for half in found.halves)
    assert first == pytest.approx(second, rel=0.1)


def test_counts_are_those_of_integers() -> None:
    matrix = small_world().matrix
    seen = (matrix != MISSING).astype(np.int64)
    said = np.where(matrix == MISSING, 0, matrix).astype(np.int64)
    counted = plain_pairs(votes_from_matrix(matrix))
    assert np.array_equal(counted.together, seen.T @ seen)
    assert np.array_equal(counted.product, said.T @ said)
    assert np.array_equal(counted.first, said.T @ seen)


def test_means_and_variances_are_those_of_the_votes_cast() -> None:
    common = common_ground(plain_pairs(votes_of("+. +- -. ..".replace(" ", "\n"))))
    assert common.mean == pytest.approx([1 / 3, -1])
    assert common.variance == pytest.approx([8 / 9, 0])


def test_a_statement_nobody_voted_on_is_all_zero() -> None:
    common = common_ground(plain_pairs(votes_of("+. -.")))
    assert common.mean[1] == common.variance[1] == 0
    assert not common.covariance[1].any()


def test_votes_without_a_pattern_stay_under_the_edge_of_noise() -> None:
    rng = np.random.default_rng(8)
    found = counted(votes_from_matrix(rng.choice([1, 0, -1], (2000, 60)).astype(np.int8)))
    hollow = common_ground(found.whole).covariance
    np.fill_diagonal(hollow, 0)
    assert np.linalg.eigvalsh(hollow)[-1] == pytest.approx(noise_edge(found), rel=0.1)


def test_noise_keeps_how_much_votes_vary_and_nothing_that_they_share() -> None:
    found = counted(votes_from_matrix(small_world().matrix))
    common = common_ground(found.whole)
    for noise in found.noise:
        assert np.diag(noise) == pytest.approx(np.diag(common.moment), rel=0.02, abs=2)
        off = ~np.eye(len(noise), dtype=bool)
        assert abs(np.corrcoef(noise[off], common.moment[off])[0, 1]) < 0.05


def test_people_who_vote_alike_turn_their_signs_apart() -> None:
    found = counted(votes_of("++++++++" + " ++++++++" * 63 + " --------" * 64), draws=1)
    off = ~np.eye(8, dtype=bool)
    assert np.abs(found.noise[0][off]).max() < 60


def test_without_votes_there_is_no_noise() -> None:
    assert noise_edge(counted(votes_of(".. .."))) == 0
