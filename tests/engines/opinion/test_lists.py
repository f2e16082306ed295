"""What few have seen and what a minority stands behind is told beside the rankings."""

import numpy as np
import pytest
from scipy import stats

from ledstjarna.engines.opinion import Counts, analyse, minorities, overlooked, votes_from
from ledstjarna.engines.opinion.ranking import Unknown


def _counts(agree: list[list[int]], disagree: list[list[int]], size: list[int]) -> Counts:
    up, down = np.array(agree), np.array(disagree)
    return Counts(up, down, up * 0, up + down, np.array(size))


def test_a_statement_with_few_votes_that_most_like_is_overlooked_and_told_first() -> None:
    everyone = _counts([[4, 6, 2]], [[0, 0, 2]], [10])
    unknown = tuple(Unknown(statement, 6, 30, ()) for statement in range(3))
    found = overlooked(everyone, unknown)
    assert [one.statement for one in found] == [1, 0]
    assert found[1].chance == pytest.approx(1 - stats.beta(5, 1).cdf(0.5))
    assert found[1].votes == 4


def test_a_known_statement_is_not_overlooked() -> None:
    assert overlooked(_counts([[40]], [[0]], [40]), ()) == ()


def test_what_a_minority_alone_stands_behind_is_told() -> None:
    (found,) = minorities(_counts([[18, 18, 5], [10, 50, 30]], [[2, 2, 15], [50, 10, 30]], [20, 60]))
    assert (found.statement, found.group, found.part) == (0, 0, 0.25)
    assert found.share == 0.9
    assert found.lower > 0.5 > found.upper > found.elsewhere


def test_a_majority_is_no_minority() -> None:
    assert minorities(_counts([[50], [2]], [[10], [18]], [60, 20])) == ()


def test_a_side_with_too_few_votes_is_not_compared() -> None:
    counts = _counts([[18], [0]], [[2], [6]], [20, 60])
    assert minorities(counts) == ()
    assert len(minorities(counts, minimum=6)) == 1


def test_a_minimum_under_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        minorities(_counts([[1]], [[1]], [2]), minimum=0)


def test_lists_follow_from_an_analysis() -> None:
    votes = votes_from(range(8), [0] * 8, [1] * 8, people=40, statements=1)
    seen = analyse(votes)
    assert [one.statement for one in overlooked(seen.everyone, seen.unknown)] == [0]
    assert minorities(seen.counts["opinion"]) == ()


def test_both_sides_are_heard_from_the_minimum_on() -> None:
    assert len(minorities(_counts([[7], [0]], [[0], [7]], [20, 60]))) == 1
    assert minorities(_counts([[7], [0]], [[0], [6]], [20, 60])) == ()
    assert minorities(_counts([[6], [0]], [[0], [7]], [20, 60])) == ()
    assert len(minorities(_counts([[1], [0]], [[0], [40]], [20, 60]), minimum=1)) == 0


def test_others_together_must_surely_not_agree_and_half_is_no_minority() -> None:
    assert minorities(_counts([[18], [28]], [[2], [32]], [20, 60])) == ()
    assert minorities(_counts([[12], [0]], [[8], [60]], [20, 60])) == ()
    assert minorities(_counts([[18], [10]], [[2], [50]], [60, 60])) == ()


def test_others_are_all_other_groups_and_the_clearest_comes_first() -> None:
    agree = [[18, 20], [10, 3], [2, 1]]
    disagree = [[2, 0], [30, 37], [18, 19]]
    found = minorities(_counts(agree, disagree, [20, 40, 20]))
    assert [one.statement for one in found] == [1, 0]
    assert found[1].elsewhere == pytest.approx(12 / 60)
    assert found[0].upper - found[0].lower < found[1].upper - found[1].lower


def test_the_others_votes_are_counted_statement_by_statement() -> None:
    counts = _counts([[18, 0], [0, 30]], [[2, 0], [6, 30]], [20, 60])
    assert minorities(counts) == ()


def test_the_clearest_is_the_one_with_the_widest_certain_gap() -> None:
    found = minorities(_counts([[39, 20], [18, 0]], [[1, 0], [42, 60]], [40, 60]))
    assert [one.statement for one in found] == [1, 0]


def test_what_is_just_promising_enough_is_overlooked_too() -> None:
    everyone, unknown = _counts([[4]], [[0]], [10]), (Unknown(0, 4, 30, ()),)
    (found,) = overlooked(everyone, unknown, promising=0)
    assert overlooked(everyone, unknown, promising=found.chance) == (found,)
