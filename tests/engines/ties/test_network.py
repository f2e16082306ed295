"""Joint work becomes ties, and small units are pooled so that none can be worked out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.ties import joint_work, network_from
from ledstjarna.engines.ties.network import POOLED


def test_a_pair_listed_twice_in_either_order_is_one_tie_with_the_sum() -> None:
    made = network_from(3, [0, 1, 2], [1, 0, 1], [0, 0, 1], weight=[1.0, 2.0, 0.5], minimum=0)
    assert (made.first.tolist(), made.second.tolist(), made.weight.tolist()) == ([0, 1], [1, 2], [3.0, 0.5])
    assert made.within.tolist() == [True, False]
    assert made.adjacent.toarray().tolist() == [[0, 3, 0], [3, 0, 0.5], [0, 0.5, 0]]


def test_an_activity_is_shared_among_those_who_took_part() -> None:
    first, second, weight = joint_work(4, [0, 1, 2, 0, 1, 3], ["a", "a", "a", "b", "b", "c"])
    found = dict(zip(zip(first.tolist(), second.tolist(), strict=True), weight.tolist(), strict=True))
    assert found == {(0, 1): 1.5, (0, 2): 0.5, (1, 2): 0.5}


def test_nobody_and_nothing_are_a_network_too() -> None:
    assert network_from(0, [], [], np.zeros(0, dtype=int)).people == 0
    assert len(joint_work(2, [], [])[0]) == 0


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(0, 9))
def test_no_unit_under_the_threshold_stands_alone_or_can_be_worked_out(
    sizes: list[int], minimum: int
) -> None:
    unit = np.repeat(np.arange(len(sizes)), sizes)
    made = network_from(len(unit), [], [], unit, minimum=minimum)
    shown = made.sizes[: len(made.sizes) - made.pooled]
    assert (shown >= minimum).all()
    small = sum(size < minimum for size in sizes)
    assert made.pooled == (small > 0)
    if made.pooled:
        assert made.label[-1] == POOLED
        hidden = len(sizes) - len(shown)
        assert hidden >= min(2, len(sizes))
        assert made.sizes[-1] >= minimum or hidden == len(sizes)
    assert made.sizes.sum() == sum(sizes)


@pytest.mark.parametrize(
    ("first", "second", "unit", "weight", "words"),
    [
        ([0], [2], [0, 0], None, r"second\[0\] is no person; they are 0 to 1"),
        ([0], [0], [0, 0], None, r"first\[0\] is tied to itself"),
        ([0], [1], [0], None, "unit must be 2 whole numbers"),
        ([0], [1], [0, -1], None, "unit must be"),
        ([0], [1], [0, 0], [0.0], r"weight\[0\] must be a number over 0"),
        ([0, 1], [1], [0, 0], None, "same length"),
        ([0.5], [1], [0, 0], None, "whole numbers"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(
    first: list[int], second: list[int], unit: list[int], weight: list[float] | None, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        network_from(2, first, second, unit, weight=weight)


def test_lists_of_work_must_be_of_one_length() -> None:
    with pytest.raises(ValueError, match="same length"):
        joint_work(2, [0, 1], ["a"])
