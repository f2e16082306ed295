"""A staggered start is judged by the order that was drawn."""

from itertools import permutations

import numpy as np
import pytest

from ledstjarna.engines.trial import Reason, staggered
from ledstjarna.engines.trial.staggered import BETS, _draws, _log_mean_of_sets

NAN = float("nan")


def city(effect: float, seed: int = 1, units: int = 8, periods: int = 12) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    level, season = rng.normal(0, 2, (units, 1)), rng.normal(0, 1, (1, periods))
    start = rng.permutation(units) + 2
    values = level + season + rng.normal(0, 0.4, (units, periods))
    return values + effect * (np.arange(periods) >= start[:, None]), start


def test_an_effect_is_found_through_levels_and_seasons() -> None:
    found = staggered(*city(1.0))
    assert found.estimate == pytest.approx(1, abs=0.4)
    assert found.low is not None
    assert found.low > 0
    assert found.evidence >= 20


def test_seasons_that_all_units_share_change_nothing() -> None:
    values, start = city(1.0)
    season = 50 * np.sin(np.arange(12))
    here, there = staggered(values, start), staggered(values + season, start)
    assert there.estimate == pytest.approx(here.estimate)
    assert there.evidence == pytest.approx(here.evidence)


def test_over_all_orders_the_capital_at_the_last_start_is_one_in_the_mean() -> None:
    """Exactly, where the start does nothing: 4 units, each of the 24 orders as likely as another."""
    values, _ = city(0, units=4, periods=6)
    ends = []
    for order in permutations(range(4)):
        gains = np.zeros(len(BETS))
        for own, others in _draws(values, np.array(order) + 1):
            both = np.concatenate([own, others])
            powers = (both - both.mean())[:, None] / both.std() * BETS
            gains += powers[: len(own)].sum(axis=0) - _log_mean_of_sets(np.exp(powers)[None], len(own))[0]
        ends.append(np.exp(gains))
    assert np.mean(ends, axis=0) == pytest.approx(np.ones(len(BETS)))


def test_the_mean_over_sets_is_that_of_every_set() -> None:
    factors = np.array([[[1.0], [2.0], [4.0]]])
    assert np.exp(_log_mean_of_sets(factors, 2)) == pytest.approx((2 + 4 + 8) / 3)


def test_units_that_begin_together_or_never_are_taken_as_they_are() -> None:
    values, _ = city(2.0, units=6)
    start = np.array([3, 3, 6, 6, 99, 99])
    values = values - 2.0 * (np.arange(12) >= city(2.0, units=6)[1][:, None])
    found = staggered(values + 2 * (np.arange(12) >= start[:, None]), start)
    assert found.estimate == pytest.approx(2, abs=0.8)


@pytest.mark.parametrize(
    ("values", "start", "why"),
    [
        ([[1.0, 2.0]], [1], Reason.TOO_FEW),
        ([[1.0, 2.0], [1.0, 2.0]], [9, 9], Reason.TOO_FEW),
        ([[1.0, 1.0], [1.0, 1.0]], [1, 9], Reason.NO_VARIATION),
        ([[NAN, 2.0], [1.0, 2.0]], [1, 9], Reason.TOO_FEW),
    ],
)
def test_what_cannot_be_told_is_said_to_be_so(
    values: list[list[float]], start: list[int], why: Reason
) -> None:
    assert staggered(values, start).why is why


@pytest.mark.parametrize(
    ("values", "start", "words"),
    [
        ([1.0, 2.0], [1], "units x periods"),
        ([[1.0, 2.0]], [0], "1 or more"),
        ([[1.0, float("inf")]], [1], "infinite"),
    ],
)
def test_what_does_not_fit_is_refused(values: list[float], start: list[int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        staggered(values, np.array(start))
