"""Who learnt from whom."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.spread import reproduction_covered
from ledstjarna.engines.spread import tree
from tests.engines.spread.cases import NOT


def test_eight_units_by_hand() -> None:
    found = tree([-1, 0, 0, 1, 1, 3, -1, -1], [0, 1, 2, 3, 3, 5, 4, NOT])
    assert found.generation.tolist() == [0, 1, 1, 2, 2, 3, 0, -1]
    assert found.roots == (0, 6)
    assert found.depth == 3
    assert found.taught.tolist() == [2, 2, 0, 1, 0, 0, 0, 0]
    assert found.branching == pytest.approx(5 / 3)
    assert [(one.units, one.taught, one.each) for one in found.generations] == [
        (2, 2, 1.0),
        (2, 2, 1.0),
        (2, 1, 0.5),
        (1, 0, 0.0),
    ]
    assert found.times.tolist() == [0, 1, 2, 3, 4, 5]
    assert found.width.tolist() == [
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [1, 2, 0, 0],
        [1, 2, 2, 0],
        [2, 2, 2, 0],
        [2, 2, 2, 1],
    ]


def test_where_each_unit_teaches_as_poisson_would_the_interval_is_garwoods() -> None:
    # four units taught 1 each, no more varied than Poisson; a count of 4 lies between 1.0899 and 10.2416
    first = tree([-1, -1, -1, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1, 1]).generations[0]
    assert (first.low * 4, first.high * 4) == pytest.approx((1.0899, 10.2416), abs=5e-5)


def test_nobody_taught_leaves_what_zero_of_one_may_mean() -> None:
    only = tree([-1], [0]).generations[0]
    assert (only.low, only.high) == pytest.approx((0, -np.log(0.025)))


def test_one_who_taught_all_makes_the_interval_wider() -> None:
    even = tree([-1] * 4 + [0, 1, 2, 3], [0] * 4 + [1] * 4).generations[0]
    uneven = tree([-1] * 4 + [0, 0, 0, 0], [0] * 4 + [1] * 4).generations[0]
    assert uneven.low < even.low < even.high < uneven.high


@pytest.mark.parametrize("spread", [100.0, 0.5])
def test_the_interval_holds_the_truth_however_unevenly_units_teach(spread: float) -> None:
    assert 0.88 <= reproduction_covered(400, 1.0, spread) <= 1.0


def test_nobody_makes_an_empty_tree() -> None:
    for found in (tree([], []), tree([-1, -1], [NOT, NOT])):
        assert (found.depth, found.roots, found.generations, found.branching) == (-1, (), (), 0)
        assert found.width.shape == (0, 0)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=40))
def test_any_forest_is_told_with_every_unit_once(dice: list[int]) -> None:
    teacher = [throw % (at + 1) - 1 for at, throw in enumerate(dice)]
    found = tree(teacher, np.arange(len(dice)))
    assert sum(one.units for one in found.generations) == len(dice)
    assert found.width[-1].tolist() == [one.units for one in found.generations]
    assert sum(one.taught for one in found.generations) == len(dice) - len(found.roots)
    for unit, other in enumerate(teacher):
        assert found.generation[unit] == (0 if other < 0 else found.generation[other] + 1)


@pytest.mark.parametrize(
    ("learnt_from", "time", "why"),
    [
        ([1, 0, -1], [1, 1, 1], "A, B: these units learnt from one another in a circle"),
        ([1, 2, 1], [3, 3, 3], "B, C: these units learnt from one another in a circle"),
        ([1, -1, 1], [0, 1, 0], "A, C: learnt from a unit that began later"),
        ([0, -1, -1], [0, 1, 1], "A: learnt from itself"),
        ([1, -1, -1], [0, NOT, 1], "A: learnt from a unit that has not begun"),
        ([-1, 0, -1], [0, NOT, 1], "B: learnt from another but has not begun"),
        ([-1, 7, -2], [0, 1, 1], "B, C: learnt from a unit that there is not"),
        ([-1, 0], [0, 1, 1], "one whole number for each unit"),
        ([-1.0, 0, 0], [0, 1, 1], "one whole number for each unit"),
    ],
)
def test_what_cannot_be_is_refused_by_name(learnt_from: list[int], time: list[float], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        tree(learnt_from, time, names=["A", "B", "C"])


def test_without_names_units_are_told_by_number_and_names_must_fit() -> None:
    with pytest.raises(ValueError, match=r"^0: learnt from itself"):
        tree([0], [0])
    with pytest.raises(ValueError, match="2 names for 1 units"):
        tree([-1], [0], names=["A", "B"])
