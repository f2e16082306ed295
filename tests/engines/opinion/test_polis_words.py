"""Polis' formulas, worked by hand."""

import numpy as np
import pytest

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.polis_words import (
    group_informed_consensus,
    majority,
    one_share_test,
    priority,
    representative,
    side,
    two_share_test,
)


def _counts(agree: list[list[int]], disagree: list[list[int]]) -> Counts:
    yes, no = np.array(agree), np.array(disagree)
    return Counts(yes, no, np.zeros_like(yes), yes + no, (yes + no).max(axis=1))


def test_the_test_of_one_share() -> None:
    assert float(one_share_test(np.array(8), np.array(8))) == pytest.approx(2 * 3 * 0.5)


def test_the_test_of_two_shares() -> None:
    # Shares 9/9 and 3/9, pooled 12/18.
    found = two_share_test(np.array(8), np.array(8), np.array(2), np.array(8))
    assert float(found) == pytest.approx((1 - 1 / 3) / np.sqrt(2 / 3 * 1 / 3 * 2 / 9))


def test_where_all_say_the_same_there_is_no_difference() -> None:
    assert float(two_share_test(np.array(3), np.array(3), np.array(5), np.array(5))) == 0


def test_a_ratio_compares_a_group_with_all_others() -> None:
    found = side(np.array([[8], [1], [1]]), np.array([[8], [4], [4]]))
    assert found.share[0, 0] == 0.9
    assert found.ratio[0, 0] == pytest.approx(0.9 / 0.3)


def test_agreed_statements_come_before_disagreed_ones() -> None:
    told = representative(_counts([[20, 0, 19, 10], [0, 20, 0, 10]], [[0, 20, 1, 10], [20, 0, 20, 10]]), 0)
    assert [(item.statement, item.agrees) for item in told] == [(0, True), (2, True), (1, False)]
    assert told[0].strength > told[1].strength > 0


def test_no_more_than_five_statements_stand_for_a_group() -> None:
    told = representative(_counts([[20] * 9, [0] * 9], [[0] * 9, [20] * 9]), 0)
    assert len(told) == 5


def test_where_nothing_stands_out_the_largest_difference_is_told() -> None:
    told = representative(_counts([[2, 3], [3, 3]], [[3, 2], [3, 3]]), 0)
    assert [item.statement for item in told] == [1]


def test_consensus_is_a_product_over_groups() -> None:
    found = group_informed_consensus(_counts([[8, 0], [3, 0]], [[0, 8], [1, 0]]))
    assert found == pytest.approx([9 / 10 * 4 / 6, 1 / 10 * 1 / 2])


def test_majorities_are_significant_and_at_most_five() -> None:
    told = majority(np.array([9, 5, 10, 2]), np.array([10, 10, 10, 2]))
    assert [item.statement for item in told] == [2, 0, 3]
    assert told[0].share == pytest.approx(11 / 12)
    assert len(majority(np.full(9, 30), np.full(9, 30))) == 5


def test_the_priority_of_a_statement() -> None:
    found = priority(np.array([3]), np.array([1]), np.array([5]), np.array([0.5]))
    assert found[0] == pytest.approx(((1 - 2 / 7) * 1.5 * 4 / 7 * 5) ** 2)
