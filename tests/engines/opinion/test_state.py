"""Votes as they come: counts are exact at any time, and the map follows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.worlds import world
from ledstjarna.engines.opinion import State, adjusted_rand, analyse, votes_from_matrix
from ledstjarna.engines.opinion.pairs import plain_pairs

PEOPLE, STATEMENTS = 5, 4
ACTS = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, STATEMENTS - 1), st.sampled_from([1, -1, 0, None])),
    max_size=30,
)
EMPTY = votes_from_matrix([[-128] * STATEMENTS] * PEOPLE)


@given(acts=ACTS)
def test_counts_are_at_any_time_those_of_a_batch(acts: list[tuple[int, int, int | None]]) -> None:
    state, matrix = State(EMPTY), np.full((PEOPLE, STATEMENTS), -128)
    for person, statement, value in acts:
        if value is None:
            state.withdraw(person, statement)
        else:
            state.vote(person, statement, value)
        matrix[person, statement] = -128 if value is None else value
    expected = plain_pairs(votes_from_matrix(matrix))
    assert state.pairs.together.tolist() == expected.together.tolist()
    assert state.pairs.product.tolist() == expected.product.tolist()
    assert state.pairs.first.tolist() == expected.first.tolist()
    assert state.votes.value.tolist() == votes_from_matrix(matrix).value.tolist()


def test_who_is_forgotten_leaves_no_trace() -> None:
    state = State(votes_from_matrix([[1, -1, 0, -128], [1, 1, 1, 1]]))
    state.forget(0)
    alone = plain_pairs(votes_from_matrix([[-128] * 4, [1, 1, 1, 1]]))
    assert state.pairs.first.tolist() == alone.first.tolist()
    assert state.votes.cast.tolist() == [0, 4]


def test_a_fresh_map_is_that_of_a_new_analysis() -> None:
    planted = world(1500, 60, 0.4, seed=1)
    votes = votes_from_matrix(planted.matrix)
    before, state, rng = analyse(votes), State(votes), np.random.default_rng(0)
    for _ in range(150):
        state.vote(int(rng.integers(1500)), int(rng.integers(60)), int(rng.integers(-1, 2)))
    enough = np.ones(1500, dtype=bool)
    few = state.fresh(before.axes, before.shape, enough)
    now = analyse(state.votes)
    assert np.abs(few.axes.loading - now.axes.loading).max() < 2e-3
    assert np.abs(few.placed.position - now.position).max() < 1e-2
    placed = now.group >= 0
    assert adjusted_rand(few.placed.group[placed], now.group[placed]) > 0.97


def test_a_person_is_placed_alone_as_on_the_map_of_all() -> None:
    votes = votes_from_matrix(world(400, 30, 0.5, seed=2).matrix)
    seen, state = analyse(votes), State(votes)
    for _ in range(2):
        state.vote(7, 3, -1)
    own = state.place(7, seen.axes, seen.shape)
    fresh = state.fresh(seen.axes, seen.shape, np.ones(400, dtype=bool))
    assert own.position[0] == pytest.approx(fresh.placed.position[7], abs=0.02)
    assert own.group[0] == fresh.placed.group[7]


@pytest.mark.parametrize(
    ("person", "statement", "value", "told"),
    [(5, 0, 1, "person must"), (0, -1, 1, "statement must"), (0, 0, 2, "a vote is 1")],
)
def test_a_vote_that_cannot_be_is_refused_and_changes_nothing(
    person: int, statement: int, value: int, told: str
) -> None:
    state = State(EMPTY)
    with pytest.raises(ValueError, match=told):
        state.vote(person, statement, value)
    assert state.votes.total == 0
