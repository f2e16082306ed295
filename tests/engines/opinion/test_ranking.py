"""What unites, divides and is unknown, worked by hand."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import Counts, Opinion, analyse, votes_from_matrix
from ledstjarna.engines.opinion.counts import bounds_of
from ledstjarna.engines.opinion.intervals import wilson
from ledstjarna.engines.opinion.ranking import Heard, divides, rejects, stacked, unknown
from tests.engines.opinion.cases import small_world, two_camps

UNITE, REJECT, DIVIDE, SPLIT = range(4)


def _towns(each: int = 40) -> tuple[np.ndarray, np.ndarray]:
    """Two towns: all agree on 0 and reject 1, the towns are opposed on 2, every second person is for 3."""
    north, south = np.array([1, -1, 1, 1]), np.array([1, -1, -1, 1])
    matrix = np.vstack([np.tile(north, (each, 1)), np.tile(south, (each, 1))]).astype(np.int8)
    matrix[::2, SPLIT] = -1
    return matrix, np.repeat([0, 1], each)


def _seen(**limits: int) -> Opinion:
    matrix, town = _towns()
    return analyse(votes_from_matrix(matrix), partitions={"town": town}, most=1, **limits)


def test_what_all_agree_on_unites_by_its_weakest_group() -> None:
    first = _seen().unites[0]
    assert first.statement == UNITE
    assert first.bound == pytest.approx(float(wilson(40, 40)[0]))
    assert (first.partition, first.votes, first.share) == ("town", 40, 1.0)
    assert first.holds


def test_a_large_majority_cannot_carry_a_group_that_disagrees() -> None:
    matrix = np.vstack([np.ones((990, 1)), -np.ones((10, 1))]).astype(np.int8)
    seen = analyse(votes_from_matrix(matrix), partitions={"town": np.repeat([0, 1], [990, 10])})
    assert seen.unites[0].group == 1
    assert seen.unites[0].bound == 0
    assert not seen.unites[0].holds


def test_what_all_reject_is_told_apart_from_what_divides() -> None:
    seen = _seen()
    assert [item.statement for item in seen.rejects if item.holds] == [REJECT]
    assert [item.statement for item in seen.divides if item.holds] == [DIVIDE]


def test_the_largest_gap_names_its_groups_and_its_bounds() -> None:
    first = _seen().divides[0]
    assert (first.statement, first.partition, first.high, first.low) == (DIVIDE, "town", 0, 1)
    assert first.gap == 1
    low = float(wilson(40, 40)[0])
    assert first.lower == pytest.approx(1 - np.hypot(1 - low, 1 - low))
    assert first.upper == pytest.approx(1)


def test_rankings_hold_every_known_statement_once() -> None:
    seen = analyse(votes_from_matrix(small_world().matrix))
    for ranking in (seen.unites, seen.rejects, seen.divides):
        known = sorted(item.statement for item in ranking)
        assert sorted(known + [item.statement for item in seen.unknown]) == list(range(80))
    bounds = [item.bound for item in seen.unites]
    assert bounds == sorted(bounds, reverse=True)


def test_too_few_votes_are_told_as_so_many_of_so_many() -> None:
    matrix, town = _towns()
    matrix[12:, UNITE] = -128
    seen = analyse(votes_from_matrix(matrix), partitions={"town": town}, most=1, enough=30)
    assert [(item.statement, item.votes, item.needed) for item in seen.unknown] == [(UNITE, 12, 30)]
    assert UNITE not in {item.statement for item in seen.unites}


def test_in_a_small_house_one_vote_each_is_enough() -> None:
    seen = analyse(votes_from_matrix(np.ones((12, 2), dtype=np.int8)), enough=30)
    assert [item.statement for item in seen.unites] == [0, 1]
    assert seen.unknown == ()


def test_nothing_unites_before_every_opinion_group_is_heard() -> None:
    matrix = two_camps(40)
    matrix[40:, 8] = -128
    seen = analyse(votes_from_matrix(matrix))
    assert [(item.statement, item.votes) for item in seen.unknown] == [(8, 40)]
    assert seen.unknown[0].silent == (int(seen.group[40]),)
    assert seen.unites[0].statement == 9


def test_T3_a_given_group_under_the_minimum_is_silent() -> None:
    matrix, town = _towns()
    town[:6] = 2
    seen = analyse(votes_from_matrix(matrix), partitions={"town": town}, most=1, minimum=7)
    assert {item.group for item in seen.unites if item.partition == "town"} <= {0, 1}
    assert {item.silent for item in seen.unites} == {1}


def test_only_passes_are_no_unity() -> None:
    seen = analyse(votes_from_matrix(np.zeros((40, 1), dtype=np.int8)))
    assert seen.unites[0].bound == 0
    assert seen.rejects[0].bound == 0


def _table(agree: list[list[int]], disagree: list[list[int]]) -> Counts:
    yes, no = np.array(agree), np.array(disagree)
    return Counts(yes, no, yes * 0, yes + no, (yes + no).max(axis=1))


def _heard(counts: Counts, minimum: int) -> Heard:
    return stacked({"town": counts}, {"town": bounds_of(counts)}, minimum)


def test_a_group_is_heard_from_the_minimum_on_and_not_before() -> None:
    counts = _table([[7], [6]], [[0], [0]])
    assert _heard(counts, 7).heard.tolist() == [[True], [False]]
    left = unknown(np.array([13]), counts, needed=1, minimum=7, ties=np.array([0]))
    assert [item.silent for item in left] == [(1,)]


def test_what_all_reject_is_told_by_the_share_that_disagrees() -> None:
    known, ties = np.array([True]), np.array([0])
    (found,) = rejects(_heard(_table([[4], [2]], [[36], [38]]), 7), known, ties)
    assert (found.share, found.group) == (0.9, 0)
    assert found.bound == pytest.approx(float(wilson(36, 40)[0]))


def test_a_gap_is_the_difference_of_the_two_shares_and_a_group_not_heard_makes_none() -> None:
    counts = _table([[36, 36], [12, 0], [30, 0]], [[4, 4], [28, 6], [10, 0]])
    known, ties = np.array([True, True]), np.array([0, 1])
    found = divides(_heard(counts, 7), known, ties)
    assert [item.statement for item in found] == [0]
    assert found[0].gap == pytest.approx(0.9 - 0.3)
    assert (found[0].high, found[0].low) == (0, 1)


def test_what_is_not_known_is_never_said_to_divide() -> None:
    counts = _table([[36], [12]], [[4], [28]])
    assert divides(_heard(counts, 7), np.array([False]), np.array([0])) == ()


def test_groups_that_say_the_same_do_not_surely_differ() -> None:
    counts = _table([[10**9], [10**9]], [[0], [0]])
    (found,) = divides(_heard(counts, 7), np.array([True]), np.array([0]))
    assert (found.gap, found.holds) == (0, False)
