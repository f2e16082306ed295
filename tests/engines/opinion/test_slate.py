"""A slate speaks for everybody who are many enough: held against every possible set of people."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bench.worlds import world
from ledstjarna.engines.opinion import audit, slate, votes_from_matrix
from ledstjarna.engines.opinion.slate import _approval

COMPLETE = arrays(
    np.int8, st.tuples(st.integers(1, 8), st.integers(1, 5)), elements=st.sampled_from([1, -1, 0])
)


def _nobody(people: int) -> np.ndarray:
    return np.full(people, -1)


def _represents(approves: np.ndarray, held: tuple[int, ...]) -> bool:
    """The definition: no n/k people who share a statement, none of whom agrees with any on the slate."""
    silent = ~approves[:, list(held)].any(axis=1)
    return all(len(approves) > len(held) * (silent & approves[:, s]).sum() for s in range(approves.shape[1]))


@given(matrix=COMPLETE, places=st.integers(1, 5))
def test_with_all_votes_a_slate_always_represents(matrix: np.ndarray, places: int) -> None:
    votes = votes_from_matrix(matrix)
    found = tuple(one.statement for one in slate(votes, _nobody(len(matrix)), places))
    assert len(found) == min(places, matrix.shape[1])
    assert _represents(matrix == 1, found)


@given(matrix=COMPLETE, data=st.data())
def test_with_all_votes_the_audit_is_the_definition(matrix: np.ndarray, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, matrix.shape[1]))
    votes = votes_from_matrix(matrix)
    for held in combinations(range(matrix.shape[1]), size):
        told = audit(votes, _nobody(len(matrix)), np.array(held))
        assert told.holds == _represents(matrix == 1, held)
        assert told.broken != told.holds


def test_a_minority_gets_its_place_where_a_ranking_gives_it_none() -> None:
    many, few = [1, 1, 1, -1], [-1, -1, -1, 1]
    votes = votes_from_matrix([many] * 6 + [few] * 3)
    first, second, third = slate(votes, _nobody(9), 3)
    assert (first.statement, first.gain) == (0, 6)
    assert (second.statement, second.covered) == (3, 1.0)
    assert third.gain == 0
    told = audit(votes, _nobody(9), np.array([0, 1, 2]))
    assert (told.statement, told.left_out, told.seen, told.limit) == (3, 3, 3, 3)
    assert told.broken


def test_what_was_not_seen_is_filled_in_from_the_group() -> None:
    matrix = np.array([[1, -128], [1, -1], [-1, 1], [-128, 1]] * 5)
    votes, group = votes_from_matrix(matrix), np.array([0, 0, 1, 1] * 5)
    first, second = slate(votes, group, 2)
    assert {first.statement, second.statement} == {0, 1}
    assert first.gain == pytest.approx(10, abs=2)
    assert audit(votes, group, np.array([0])).holds


def test_a_planted_world_is_spoken_for_by_fewer_places_than_the_ranking_needs() -> None:
    planted = world(1200, 60, 0.5, seed=4)
    votes = votes_from_matrix(planted.matrix)
    found = slate(votes, planted.group, 5)
    best = np.array(sorted(planted.best(5)))
    assert audit(votes, planted.group, np.array([one.statement for one in found])).holds
    assert found[-1].covered > 0.99
    assert audit(votes, planted.group, best).left_out < 1200 / 5


@pytest.mark.parametrize("held", [[], [0, 0], [2], [-1]], ids=["none", "twice", "above", "below"])
def test_a_slate_that_cannot_be_is_refused(held: list[int]) -> None:
    with pytest.raises(ValueError, match="statement"):
        audit(votes_from_matrix([[1, 1]]), _nobody(1), np.array(held, dtype=np.int64))


def test_no_places_and_groups_that_do_not_fit_are_refused() -> None:
    votes = votes_from_matrix([[1, 1]])
    with pytest.raises(ValueError, match="at least one place"):
        slate(votes, _nobody(1), 0)
    with pytest.raises(ValueError, match="one whole number per person"):
        slate(votes, _nobody(2), 1)


def test_what_was_not_seen_is_the_groups_share_drawn_towards_everyones() -> None:
    matrix = np.array([[1, 1], [1, -128], [-1, -128], [-128, -1], [-128, 0]])
    votes, group = votes_from_matrix(matrix), np.array([0, 0, 0, 1, -1])
    everyone = np.array([(2 + 1) / (3 + 2), (1 + 1) / (3 + 2)])
    chance = _approval(votes, group)
    assert chance[[0, 1, 2], 0].tolist() == [1, 1, 0]
    assert chance[3, 0] == pytest.approx((0 + 3 * everyone[0]) / (0 + 3))
    assert chance[1, 1] == pytest.approx((1 + 3 * everyone[1]) / (1 + 3))
    assert chance[4].tolist() == pytest.approx([everyone[0], 0])


def test_a_statement_is_never_chosen_twice_and_the_share_spoken_for_grows() -> None:
    found = slate(votes_from_matrix([[1, -1, -1], [1, -1, -1], [-1, 1, -1], [-1, -1, -1]]), _nobody(4), 3)
    assert [one.statement for one in found] == [0, 1, 2]
    assert [one.gain for one in found] == [2, 1, 0]
    assert [one.covered for one in found] == [0.5, 0.75, 0.75]


def test_nobody_is_spoken_for_where_there_is_nobody() -> None:
    empty = votes_from_matrix(np.zeros((0, 2), dtype=np.int8))
    assert slate(empty, _nobody(0), 1)[0].covered == 0


def test_any_negative_group_is_none_and_groups_are_whole_numbers() -> None:
    votes = votes_from_matrix([[1, -128], [1, 1]])
    assert slate(votes, np.array([-5, 0]), 2) == slate(votes, np.array([-1, 0]), 2)
    with pytest.raises(ValueError, match=r"^group must be one whole number per person$"):
        slate(votes, np.array([0.5, 0.5]), 1)


def test_the_range_of_statements_is_told() -> None:
    with pytest.raises(ValueError, match=r"^a statement must lie from 0 up to 1$"):
        audit(votes_from_matrix([[1, 1]]), _nobody(1), np.array([2]))
