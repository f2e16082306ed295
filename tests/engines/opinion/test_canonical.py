"""An order that depends on votes alone."""

import numpy as np

from ledstjarna.engines.opinion import votes_from_matrix
from ledstjarna.engines.opinion.canonical import canonical_order, inverse, reordered
from tests.engines.opinion.cases import small_world, votes_of


def test_relabelled_votes_have_the_same_canonical_form() -> None:
    matrix = small_world().matrix
    rng = np.random.default_rng(3)
    shuffled = matrix[rng.permutation(matrix.shape[0])][:, rng.permutation(matrix.shape[1])]
    forms = []
    for table in (matrix, shuffled):
        votes = votes_from_matrix(table)
        forms.append(reordered(votes, *canonical_order(votes)))
    assert forms[0].start.tobytes() == forms[1].start.tobytes()
    assert forms[0].statement.tobytes() == forms[1].statement.tobytes()
    assert forms[0].value.tobytes() == forms[1].value.tobytes()


def test_a_changed_vote_changes_the_order() -> None:
    people, _ = canonical_order(votes_of("++- +-. -o+ .++"))
    changed, _ = canonical_order(votes_of("++- +-. -o+ .+-"))
    assert people.tolist() != changed.tolist()


def test_those_who_vote_alike_are_dealt_into_both_halves() -> None:
    people, _ = canonical_order(votes_of("++- ++- ++- ++- --+ --+"))
    first_half = people[:3]
    assert (first_half < 4).sum() == 2


def test_the_inverse_undoes_an_order() -> None:
    order = np.array([2, 0, 1])
    assert order[inverse(order)].tolist() == [0, 1, 2]
