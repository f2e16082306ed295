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
