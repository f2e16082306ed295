"""Ratios of events are judged without knowing how often events come."""

import numpy as np
import pytest
from scipy.stats import binom

from ledstjarna.engines.trial import events

ONES = np.ones(6)


def test_the_quotient_of_one_period_is_the_binomial_one() -> None:
    first, second = np.array([3.0]), np.array([9.0])
    found = events.capital(first, second, (np.ones(1), np.ones(1)))
    share = 1 / (1 + np.exp(-events.LOG_RATIOS))
    likelihood = binom.pmf(9, 12, share)
    mixture = (np.exp(events.LOG_PRIOR) * likelihood).sum()
    assert found == pytest.approx(np.maximum(np.log(mixture / likelihood), 0), abs=1e-9)


def test_twice_the_exposure_is_half_the_rate() -> None:
    seen = np.array([40.0, 60.0, 50.0])
    same = events.capital(seen, seen, (np.ones(3), np.ones(3)))
    twice = events.capital(seen, seen, (np.ones(3), 2 * np.ones(3)))
    left = [events.LOG_RATIOS[one < np.log(20)] for one in (same, twice)]
    assert left[0].mean() == pytest.approx(0, abs=0.02)
    assert left[1].mean() == pytest.approx(-np.log(2), abs=0.05)


def test_clustered_events_count_for_less() -> None:
    even, odd = np.full(6, 5.0), np.array([0.0, 15.0, 0.0, 15.0, 0.0, 0.0])
    assert events.excess(even, even, (ONES, ONES)) == 1.0
    assert events.excess(odd, odd, (ONES, ONES)) == pytest.approx(((odd - 5) ** 2 / 5).sum() / 5)


def test_too_few_periods_say_nothing_of_clustering() -> None:
    odd = np.array([0.0, 15.0])
    assert events.excess(odd, odd, (np.ones(2), np.ones(2))) == 1.0
