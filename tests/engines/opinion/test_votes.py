"""The canonical form of votes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from ledstjarna.engines.opinion import MISSING, votes_from, votes_from_matrix
from ledstjarna.engines.opinion.votes import joined
from tests.engines.opinion.cases import votes_of

MATRICES = arrays(
    np.int8, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=st.sampled_from([1, -1, 0, MISSING])
)


def test_votes_in_any_order_have_one_form() -> None:
    forward = votes_from([0, 0, 1], [0, 2, 1], [1, 0, -1], people=2, statements=3)
    backward = votes_from([1, 0, 0], [1, 2, 0], [-1, 0, 1], people=2, statements=3)
    for votes in (forward, backward):
        assert votes.start.tolist() == [0, 2, 3]
        assert votes.statement.tolist() == [0, 2, 1]
        assert votes.value.tolist() == [1, 0, -1]


@given(MATRICES)
def test_a_matrix_and_its_list_of_votes_are_the_same_votes(matrix: np.ndarray) -> None:
    person, statement = np.nonzero(matrix != MISSING)
    listed = votes_from(
        person[::-1],
        statement[::-1],
        matrix[person, statement][::-1],
        people=matrix.shape[0],
        statements=matrix.shape[1],
    )
    tabled = votes_from_matrix(matrix)
    assert listed.start.tolist() == tabled.start.tolist()
    assert listed.statement.tolist() == tabled.statement.tolist()
    assert listed.value.tolist() == tabled.value.tolist()


def test_a_second_vote_of_a_person_on_a_statement_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="person 1 votes more than once on statement 2"):
        votes_from([1, 0, 1], [2, 2, 2], [1, 1, -1], people=2, statements=3)


@pytest.mark.parametrize(
    ("person", "statement", "value", "reason"),
    [
        ([2], [0], [1], "person"),
        ([-1], [0], [1], "person"),
        ([0], [3], [1], "statement"),
        ([0], [0], [2], "a vote is"),
        ([0.5], [0], [1], "whole numbers"),
        ([0, 1], [0], [1], "equally long"),
    ],
)
def test_what_is_no_vote_is_refused(
    person: list[float], statement: list[int], value: list[int], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        votes_from(person, statement, value, people=2, statements=3)


def test_a_matrix_with_anything_else_than_votes_is_refused() -> None:
    with pytest.raises(ValueError, match="a vote is"):
        votes_from_matrix(np.array([[1, 7]], dtype=np.int8))
    with pytest.raises(ValueError, match="people x statements"):
        votes_from_matrix(np.array([1, 0], dtype=np.int8))


def test_each_vote_knows_its_person() -> None:
    votes = votes_from_matrix([[1, MISSING], [MISSING, MISSING], [0, -1]])
    assert votes.person.tolist() == [0, 2, 2]
    assert votes.cast.tolist() == [1, 0, 2]
    assert votes.total == 3


def test_votes_cannot_be_changed_afterwards_nor_does_the_caller_lose_their_own() -> None:
    value = np.array([1], dtype=np.int8)
    votes = votes_from(np.array([0]), np.array([0]), value, people=1, statements=1)
    with pytest.raises(ValueError, match="read-only"):
        votes.value[0] = -1
    value[0] = -1
    assert votes.value.tolist() == [1]


def test_chosen_people_keep_their_votes() -> None:
    chosen = votes_of("+-. .o. --+").rows(np.array([2, 0]))
    assert chosen.start.tolist() == [0, 3, 5]
    assert chosen.statement.tolist() == [0, 1, 2, 0, 1]
    assert chosen.value.tolist() == [-1, -1, 1, 1, -1]


def test_parts_joined_are_the_whole() -> None:
    whole = votes_of("+-. .o. --+ ...")
    again = joined([whole.part(0, 1), whole.part(1, 1), whole.part(1, 4)], 3)
    assert again.start.tolist() == whole.start.tolist()
    assert again.statement.tolist() == whole.statement.tolist()
    assert again.value.tolist() == whole.value.tolist()
