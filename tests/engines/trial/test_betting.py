"""Bets on pairs gain nothing when the difference is true, whatever the level."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.trial import betting


@given(st.floats(0.01, 0.99), st.floats(0, 0.98), st.integers(0, 3), st.integers(0, 3))
def test_no_bet_is_expected_to_gain_when_the_difference_is_true(
    level: float, share: float, seen: int, other: int
) -> None:
    """Exactly, over the four outcomes of a pair, after whatever came before."""
    difference = np.array([share * (1 - level)])
    before = np.array([1.0] * seen + [0.0] * (3 - seen)), np.array([1.0] * other + [0.0] * (3 - other))
    mean = np.clip(
        (betting.PRIOR * (1 - difference) / 2 + before[0].sum() + before[1].sum() - 3 * difference)
        / (betting.PRIOR + 6), 1e-6, 1 - difference - 1e-6,
    )  # fmt: skip
    expected = np.zeros(len(betting.STAKES))
    for x, y in product((0.0, 1.0), repeat=2):
        chance = (level if x else 1 - level) * (level + difference[0] if y else 1 - level - difference[0])
        expected += chance * np.exp(betting._gain(x, y, mean, mean + difference)[0])
    assert (expected <= 1 + 1e-9).all()


def test_no_observation_ruins_a_bet() -> None:
    mean = np.array([0.03, 0.5, 0.9])
    for x, y in product((0.0, 1.0), repeat=2):
        assert np.isfinite(betting._gain(x, y, mean, mean)).all()


def test_capital_grows_against_a_difference_that_is_not_there() -> None:
    found = betting.capital(np.zeros(30), np.ones(30), np.array([-0.5, 0.0, 0.9]))
    assert found[0] > found[1] > np.log(20) > found[2]


def test_sides_that_change_places_have_the_same_evidence_against_no_change() -> None:
    rng = np.random.default_rng(1)
    x, y = (rng.random(40) < 0.3).astype(float), (rng.random(40) < 0.6).astype(float)
    here, there = betting.capital(x, y, np.zeros(1)), betting.capital(y, x, np.zeros(1))
    assert here == pytest.approx(there, rel=1e-9)


def test_more_pairs_never_change_how_the_first_were_batched() -> None:
    few, many = betting.batches(700), betting.batches(5000)
    assert many[: len(few)] == few
    assert [one.stop - one.start for one in few[:200]] == [1] * 200
    assert few[-1].stop <= 700
