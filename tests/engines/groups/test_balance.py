"""How alike groups are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.groups.balance import UNIT, from_categories, gram, imbalance, steps


def test_a_trait_is_measured_from_its_mean_in_standard_deviations() -> None:
    assert steps(np.array([[1.0], [3.0]])).tolist() == [[-UNIT], [UNIT]]


def test_a_trait_in_which_nobody_differs_is_nothing() -> None:
    assert steps(np.full((3, 1), 0.1)).tolist() == [[0], [0], [0]]


def test_imbalance_is_the_squared_sum_by_size() -> None:
    traits = np.array([[UNIT], [UNIT], [-UNIT], [-UNIT]])
    assert imbalance(traits, [np.array([0, 1]), np.array([2, 3])]) == 4.0
    assert imbalance(traits, [np.array([0, 2]), np.array([1, 3])]) == 0.0
    assert imbalance(traits, [np.array([0, 1, 2])]) == 1 / 3


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=9), st.floats(0.001, 1000), st.floats(-100, 100))
def test_neither_unit_nor_origin_of_a_trait_matters(values: list[float], scale: float, shift: float) -> None:
    trait = np.array(values)[:, None]
    if trait.std() > 1:
        assert abs(steps(trait) - steps(trait * scale + shift)).max() <= 1


def test_products_are_exact() -> None:
    traits = np.array([[1 << 13, 1], [1, 1 << 13]])
    assert gram(traits).tolist() == [[(1 << 26) + 1, 1 << 14], [1 << 14, (1 << 26) + 1]]


def test_a_category_becomes_one_column_per_label() -> None:
    assert from_categories(np.array([2, 0, 2])).tolist() == [[0, 1], [1, 0], [0, 1]]
