"""Futures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread.exposure import units_from
from ledstjarna.engines.spread.forecast import counts_by_period, futures, time_to, whole_range
from ledstjarna.engines.spread.posterior import Points
from tests.engines.spread.cases import NOT


def _points(count: int, own: float, heed: float, channels: int = 1) -> Points:
    mix = np.zeros((count, channels))
    mix[:, -1] = 1
    shape = np.full(count, own), np.full(count, heed), mix, np.zeros((count, 0)), np.full(count, 1 / count)
    return Points(*shape)


def test_without_heeding_each_begins_with_the_same_chance_every_period() -> None:
    begun = futures(units_from([NOT], 0), _points(20_000, 0.2, 0.0), 3, np.random.default_rng(1))
    share = [(begun == period).mean() for period in (1, 2, 3)]
    stay = np.exp(-0.2)
    assert share == pytest.approx([1 - stay, stay * (1 - stay), stay**2 * (1 - stay)], abs=0.01)


def test_a_chain_begins_one_after_another_and_never_skips() -> None:
    ties = np.eye(4, k=-1)  # each heeds the one before
    begun = futures(
        units_from([0, NOT, NOT, NOT], 0, ties=ties),
        _points(500, 1e-12, 2.0, 2),
        50,
        np.random.default_rng(1),
    )
    assert (np.diff(begun, axis=1)[np.isfinite(begun[:, 1:])] >= 1).all()
    assert np.mean(begun[:, 1]) == pytest.approx(1 / (1 - np.exp(-2)), abs=0.1)


def test_those_who_have_begun_stay_and_where_all_have_nothing_is_left_to_throw() -> None:
    begun = futures(units_from([0, 2], 2), _points(5, 0.1, 0.1), 9, np.random.default_rng(1))
    assert begun.tolist() == [[0, 2]] * 5


def test_counts_and_times_by_hand() -> None:
    begun = np.array([[0, 2, 3], [0, np.inf, 5]])
    assert counts_by_period(begun, np.array([1, 3, 5])).tolist() == [[1, 3, 3], [1, 1, 2]]
    assert time_to(begun, 2).tolist() == [2, 5]
    assert time_to(begun, 3).tolist() == [3, np.inf]


def test_the_range_is_the_one_that_holds_nearest_to_what_is_asked() -> None:
    values = np.repeat([7.0, 8, 9, 10, 11], [10, 30, 30, 20, 10])
    assert whole_range(values, 0.8) == pytest.approx((8, 10, 0.8))
    assert whole_range(values, 0.6) == pytest.approx((8, 9, 0.6))


def test_one_value_is_certain() -> None:
    assert whole_range(np.full(9, 4.0), 0.8) == pytest.approx((4, 4, 1))


def test_where_too_much_lies_beyond_the_horizon_the_range_is_open() -> None:
    values = np.r_[np.arange(10.0), np.full(5, np.inf)]
    low, high, held = whole_range(values, 0.8)
    assert (low, high) in {(1, np.inf), (2, np.inf)}
    assert held == pytest.approx(0.9, abs=0.04)
    assert whole_range(np.full(3, np.inf), 0.8) == pytest.approx((np.inf, np.inf, 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 15), min_size=1, max_size=60), st.sampled_from([0.5, 0.8, 0.95]))
def test_the_range_holds_what_it_says(values: list[int], confidence: float) -> None:
    given_values = np.array(values, dtype=float)
    low, high, held = whole_range(given_values, confidence)
    assert held == pytest.approx(((given_values >= low) & (given_values <= high)).mean())
