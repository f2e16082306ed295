"""Quantiles on a grid."""

import numpy as np
import pytest

from ledstjarna.engines.spread.estimate import estimate, quantiles


def test_each_place_stands_for_what_is_nearest_to_it() -> None:
    values, weight = np.array([0.0, 1, 2]), np.array([0.25, 0.5, 0.25])
    assert quantiles(values, weight, (0, 0.25, 0.5, 1)) == pytest.approx([0, 0.5, 1, 2])


def test_equal_places_count_together_in_any_order() -> None:
    one = quantiles(np.array([2.0, 0, 1, 1]), np.array([0.25, 0.25, 0.25, 0.25]), (0.1, 0.7))
    assert one == pytest.approx(quantiles(np.array([0.0, 1, 2]), np.array([0.25, 0.5, 0.25]), (0.1, 0.7)))


def test_a_single_place_is_certain() -> None:
    found = estimate(np.array([3.0]), np.array([1.0]), 0.8)
    assert (found.low, found.value, found.high) == (3, 3, 3)


def test_many_draws_of_one_weight_give_their_plain_quantiles() -> None:
    draws = np.random.default_rng(1).standard_normal(20_000)
    found = estimate(draws, np.full(20_000, 1 / 20_000), 0.8)
    assert [found.low, found.value, found.high] == pytest.approx(
        np.quantile(draws, (0.1, 0.5, 0.9)), abs=1e-3
    )
