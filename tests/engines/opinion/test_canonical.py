"""An order that depends on votes alone."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import MISSING, Votes, votes_from_matrix
from ledstjarna.engines.opinion.canonical import Order, canonical_order, inverse
from ledstjarna.engines.opinion.parts import parted
from tests.engines.opinion.cases import small_world, votes_of


def _order(votes: Votes) -> Order:
    return canonical_order(parted(votes))


def _ordered(matrix: np.ndarray) -> np.ndarray:
    order = _order(votes_from_matrix(matrix))
    made = np.empty_like(matrix)
    made[np.ix_(order.person, order.statement)] = matrix
    return made


def test_relabelled_votes_have_the_same_canonical_form() -> None:
    matrix = small_world().matrix
    rng = np.random.default_rng(3)
    shuffled = matrix[rng.permutation(matrix.shape[0])][:, rng.permutation(matrix.shape[1])]
    assert np.array_equal(_ordered(matrix), _ordered(shuffled))


@pytest.mark.parametrize("together", [1, 100, 5000])
def test_the_order_does_not_hang_on_the_parts_that_votes_lie_in(together: int) -> None:
    votes = votes_from_matrix(small_world().matrix)
    whole, parts = _order(votes), canonical_order(parted(votes, together))
    assert whole.person.tolist() == parts.person.tolist()
    assert whole.statement.tolist() == parts.statement.tolist()
    assert whole.mean.tobytes() == parts.mean.tobytes()


def test_a_changed_vote_changes_the_order() -> None:
    one, other = (_order(votes_of(text)) for text in ("++- +-. -o+ .++", "++- +-. -o+ .+-"))
    assert (one.person.tolist(), one.statement.tolist()) != (other.person.tolist(), other.statement.tolist())


def test_those_who_vote_alike_are_dealt_into_both_halves() -> None:
    order = _order(votes_of("++- ++- ++- ++- --+ --+"))
    assert order.half[:4].sum() == 2
    assert order.half[4:].sum() == 1


def test_votes_cast_and_means_are_those_of_the_votes() -> None:
    matrix = small_world().matrix
    order = _order(votes_from_matrix(matrix))
    assert order.cast.tolist() == (matrix != MISSING).sum(axis=1).tolist()
    assert order.mean == pytest.approx(np.ma.masked_equal(matrix, MISSING).mean(axis=0))


def test_the_inverse_undoes_an_order() -> None:
    order = np.array([2, 0, 1])
    assert order[inverse(order)].tolist() == [0, 1, 2]
