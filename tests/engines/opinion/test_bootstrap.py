"""What comes back when other people answer: firm groups and places, and those that are not."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bench.worlds import world
from ledstjarna.engines.opinion import Firmness, Opinion, Votes, analyse, bootstrap, votes_from_matrix

PLANTED = world(1200, 40, 0.5, seed=3)
VOTES = votes_from_matrix(PLANTED.matrix)
SEEN = analyse(VOTES)
VOTE = (1, -1, 0, -128)


def _run(votes: Votes = VOTES, seen: Opinion = SEEN, seed: int = 1, runs: int = 40) -> Firmness:
    return bootstrap(votes, seen, rng=np.random.default_rng(seed), runs=runs, top=5)


def _plain(firm: Firmness) -> list[object]:
    return [np.asarray(getattr(firm, field.name)).tolist() for field in fields(firm)]


def test_planted_groups_come_back() -> None:
    firm = _run()
    assert SEEN.groups == 3
    assert firm.group.min() > 0.7
    assert firm.again.min() > 0.9


def test_a_place_lies_between_its_ends_and_the_first_are_as_many_as_told() -> None:
    firm = _run()
    assert (firm.low <= firm.high).all()
    assert firm.first.sum() == pytest.approx(5)
    places = {item.statement: place for place, item in enumerate(SEEN.unites, start=1)}
    inside = [firm.low[s] - 1 <= place <= firm.high[s] + 1 for s, place in places.items()]
    assert np.mean(inside) > 0.9


def test_more_people_make_places_firmer() -> None:
    planted = world(4800, 40, 0.5, seed=3)
    votes = votes_from_matrix(planted.matrix)
    many = _run(votes, analyse(votes))
    few = _run()
    assert (many.high - many.low).mean() < 0.75 * (few.high - few.low).mean()


def test_everybody_in_one_group_is_found_again() -> None:
    votes = votes_from_matrix(world(300, 20, 0.6, seed=1, shares=(1.0,)).matrix)
    firm = _run(votes, analyse(votes))
    assert (firm.group.tolist(), firm.again.tolist()) == ([1.0], [1.0])


def test_a_given_partition_counts_in_the_list() -> None:
    codes = {"department": np.arange(1200) % 3}
    seen = analyse(VOTES, partitions=codes)
    rng = np.random.default_rng(1)
    assert (
        bootstrap(VOTES, seen, rng=rng, runs=10, partitions=codes).low.tolist() != _run(runs=10).low.tolist()
    )


def test_the_same_dice_give_the_same_answer_however_people_are_numbered() -> None:
    order = np.random.default_rng(2).permutation(1200)
    shuffled = votes_from_matrix(PLANTED.matrix[order])
    assert _plain(_run(runs=10)) == _plain(_run(shuffled, analyse(shuffled), runs=10))


@given(
    matrix=arrays(np.int8, st.tuples(st.integers(0, 12), st.integers(0, 4)), elements=st.sampled_from(VOTE))
)
def test_any_small_table_is_answered(matrix: np.ndarray) -> None:
    votes = votes_from_matrix(matrix)
    firm = _run(votes, analyse(votes), runs=2)
    assert len(firm.low) == matrix.shape[1]
    assert ((firm.low >= 0) & (firm.low <= firm.high) & (firm.high <= matrix.shape[1])).all()


def test_an_answer_to_other_votes_is_refused() -> None:
    with pytest.raises(ValueError, match="other votes"):
        _run(votes_from_matrix(PLANTED.matrix[:900]))
    with pytest.raises(ValueError, match="at least 1"):
        _run(runs=0)
