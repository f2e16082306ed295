"""Who votes as one is found, nobody else is, and the answer without them is the one it would have been."""

import numpy as np
import pytest

from bench.worlds import World, world
from ledstjarna.engines.opinion import (
    Alike,
    Moved,
    Opinion,
    Votes,
    alike,
    analyse,
    bursts,
    influence,
    moved,
    votes_from_matrix,
    without,
)
from ledstjarna.engines.opinion.intervals import wilson
from tests.engines.opinion.cases import REAL, real


def _attacked(people: int, statements: int, density: float, seed: int) -> tuple[World, Votes]:
    """A planted world that 2 % more accounts try to turn: one script, which rejects all that unites."""
    planted, rng = world(people, statements, density, seed=seed), np.random.default_rng(seed)
    script = np.where(rng.random(statements) < 0.5, 1, -1)
    script[sorted(planted.best(20))] = -1
    accounts = people // 50
    sent = np.where(rng.random((accounts, statements)) < 0.8, script, -128)
    return planted, votes_from_matrix(np.vstack([planted.matrix, sent]))


def _places(seen: Opinion) -> dict[int, int]:
    return {item.statement: place for place, item in enumerate(seen.unites)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_two_per_cent_of_coordinated_accounts_no_planted_statement_moves_a_place(seed: int) -> None:
    planted, votes = _attacked(1500, 100, 0.4, seed)
    (found,) = alike(votes, analyse(votes).group)
    assert found.people == tuple(range(1500, 1530))
    left, stays = without(votes, (found,))
    assert stays.sum() == 1500
    clean, now = _places(analyse(votes_from_matrix(planted.matrix))), _places(analyse(left))
    assert max(abs(clean[s] - now[s]) for s in planted.best(20)) <= 1


def test_they_would_have_moved_the_answer_far() -> None:
    planted, votes = _attacked(1500, 100, 0.4, 1)
    clean, now = _places(analyse(votes_from_matrix(planted.matrix))), _places(analyse(votes))
    assert max(abs(clean[s] - now[s]) for s in planted.best(20)) > 20


@pytest.mark.parametrize("seed", range(6))
def test_people_who_vote_on_their_own_are_in_no_set(seed: int) -> None:
    votes = votes_from_matrix(world(800, 120, 0.5, seed=seed).matrix)
    assert alike(votes, analyse(votes).group) == ()


@pytest.mark.parametrize("name", REAL)
def test_in_real_consultations_few_are_called_alike(name: str) -> None:
    votes = votes_from_matrix(real(name)[0])
    flagged = sum(len(one.people) for one in alike(votes, analyse(votes).group))
    assert flagged <= 0.03 * votes.people


def test_two_who_vote_as_one_are_no_set() -> None:
    planted = world(800, 120, 0.5, seed=1).matrix
    script = np.where(np.random.default_rng(1).random(120) < 0.5, 1, -1)
    for copies, sets in ((2, 0), (3, 1)):
        votes = votes_from_matrix(np.vstack([planted, *[script] * copies]))
        assert len(alike(votes, analyse(votes).group)) == sets


def test_few_people_and_few_votes_are_never_compared() -> None:
    assert alike(votes_from_matrix(np.ones((2, 40), dtype=np.int8)), [0, 0]) == ()
    assert alike(votes_from_matrix(np.ones((50, 9), dtype=np.int8)), [0] * 50) == ()


def test_that_all_agree_with_what_all_agree_with_is_no_wonder() -> None:
    assert alike(votes_from_matrix(np.ones((200, 60), dtype=np.int8)), [-1] * 200) == ()


def test_groups_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="one whole number per person"):
        alike(votes_from_matrix([[1]]), [0, 0])


def test_a_span_far_above_the_usual_is_a_burst() -> None:
    usual = np.random.default_rng(1).poisson(20, 50)
    usual[[10, 30]] = (300, 90)
    found = bursts(np.repeat(np.arange(50) + 7, usual))
    assert [(one.at, one.votes) for one in found] == [(17, 300), (37, 90)]
    assert found[0].usual == pytest.approx(20, abs=2)


def test_an_even_flow_has_no_bursts_and_empty_spans_count() -> None:
    assert bursts([]) == ()
    assert bursts(np.repeat(np.arange(40), 5)) == ()
    assert [one.at for one in bursts([3, 20] + [9] * 30)] == [9]
    with pytest.raises(ValueError, match="whole number"):
        bursts([0.5])


def test_influence_is_what_the_bounds_would_be_without_the_person() -> None:
    matrix = np.random.default_rng(2).choice([1, -1, 0, -128], (30, 6))
    votes, group = votes_from_matrix(matrix), np.arange(30) % 2
    group[5] = -1
    counts = analyse(votes, partitions={"half": group}).counts["half"]
    told = influence(votes, group, counts)
    here = wilson(counts.agree, counts.stands)
    for person in range(30):
        own = matrix[person] if group[person] >= 0 else np.full(6, -128)
        stand = np.abs(own) == 1
        less = wilson(counts.agree[group[person]] - (own == 1), counts.stands[group[person]] - stand)
        change = [np.abs(new - old[group[person]]) for new, old in zip(less, here, strict=True)]
        assert told[person] == pytest.approx(np.max(change) if stand.any() else 0)


def test_places_are_told_with_and_without() -> None:
    votes = votes_from_matrix(np.array([[1, 1, -1]] * 40 + [[1, -1, 1]] * 10))
    everyone = analyse(votes)
    left, _ = without(votes, (Alike(tuple(range(40, 50)), 1.0),))
    told = moved(everyone.unites, analyse(left).unites, top=1)
    assert told[0] == Moved(0, 1, 1)
    assert moved(everyone.unites, (), top=1) == (Moved(0, 1, 0),)
