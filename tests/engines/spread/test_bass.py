"""The textbook curve."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread import bass
from ledstjarna.engines.spread.bass import expected, peak, share

P, Q = 0.03, 0.38


def test_the_textbook_case() -> None:
    when, reached = peak(P, Q)
    assert when == pytest.approx(6.19, abs=0.005)
    assert when == pytest.approx(np.log(Q / P) / (P + Q), rel=1e-12)
    assert reached == pytest.approx(0.4605, abs=0.00005)
    assert share(when, P, Q) == pytest.approx(0.5 - P / (2 * Q), rel=1e-12)
    assert share([0, 1e9], P, Q).tolist() == [0, 1]


def test_the_curve_solves_its_equation() -> None:
    time, step = np.linspace(0.1, 20, 50), 1e-5
    slope = (share(time + step, P, Q) - share(time - step, P, Q)) / (2 * step)
    reached = share(time, P, Q)
    assert slope == pytest.approx((1 - reached) * (P + Q * reached), rel=1e-7)


def test_the_discrete_form_by_hand() -> None:
    begun = expected(100, P, Q, 2)
    assert begun.tolist() == pytest.approx([0, 3, 3 + (0.03 + 0.38 * 0.03) * 97])


def test_never_more_begin_than_are_left() -> None:
    assert expected(10, 0.9, 5.0, 3)[-1] == 10


@pytest.mark.parametrize(("own", "heed"), [(P, Q), (0.01, 0.6), (0.2, 0.1), (0.05, 0.0)])
def test_the_fit_of_a_curve_is_the_curve(own: float, heed: float) -> None:
    found = bass(1000 * np.diff(share(np.arange(16), own, heed)), 1000)
    assert found.own == pytest.approx(own, rel=1e-9)
    assert found.heed == pytest.approx(heed, abs=1e-9)
    assert (found.peak, found.at_peak) == pytest.approx(peak(own, heed), abs=1e-6)


def test_the_fit_is_the_top_of_the_likelihood() -> None:
    count, units = np.array([1.0, 3, 4, 6, 3]), 20

    def _height(own: float, heed: float) -> float:
        chance = np.diff(share(np.arange(6), own, heed))
        return float(count @ np.log(chance) + 3 * np.log(1 - share(5, own, heed)))

    found = bass(count, units)
    assert found.log_likelihood == pytest.approx(_height(found.own, found.heed))
    for away in (0.999, 1.001):
        assert _height(found.own * away, found.heed) < found.log_likelihood
        assert _height(found.own, found.heed * away) < found.log_likelihood


def test_standard_errors_are_those_of_repeated_worlds() -> None:
    rng = np.random.default_rng(3)
    chance = np.diff(share(np.arange(13), P, Q))
    cells = rng.multinomial(500, np.r_[chance, 1 - chance.sum()], 60)
    fits = [bass(row[:-1], 500) for row in cells]
    assert np.std([one.own for one in fits]) == pytest.approx(
        np.mean([one.own_error for one in fits]), rel=0.3
    )
    heed_errors = [one.heed_error for one in fits if one.heed_error is not None]
    assert np.std([one.heed for one in fits]) == pytest.approx(np.mean(heed_errors), rel=0.3)


def test_where_nobody_heeds_anybody_q_is_held_at_nought() -> None:
    found = bass([8, 4, 2, 1], 16)
    assert (found.heed, found.heed_error, found.peak, found.at_peak) == (0, None, 0, 0)
    assert found.own_error > 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=8), st.integers(0, 10))
def test_any_counts_are_fitted_or_refused(begun: list[int], others: int) -> None:
    try:
        found = bass(begun, sum(begun) + others)
    except ValueError:
        return
    assert found.own > 0
    assert found.heed >= 0
    assert np.isfinite([found.own_error, found.log_likelihood]).all()


@pytest.mark.parametrize(
    ("begun", "units", "why"),
    [
        ([5], 9, "at least two periods"),
        ([-1, 5], 9, "in each 0 or more"),
        ([0, 0], 9, "0 of 9 units began"),
        ([5, 5], 9, "10 of 9 units began"),
        ([9, 0, 0], 9, "no finite rates"),
        ([0, 0, 9], 9, "no finite rates"),
        ([1, 1, 0, 0], 2, "no finite rates"),
        ([0, 0, 0, 26, 32], 58, "no finite rates"),
    ],
)
def test_what_no_curve_fits_is_refused(begun: list[int], units: int, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        bass(begun, units)


@pytest.mark.parametrize(("own", "heed"), [(0, 0.4), (0.1, -0.1)])
def test_rates_that_are_none_are_refused(own: float, heed: float) -> None:
    for question in (lambda: share(1, own, heed), lambda: peak(own, heed), lambda: expected(9, own, heed, 2)):
        with pytest.raises(ValueError, match="own is"):
            question()


def test_a_curve_needs_units_and_periods() -> None:
    with pytest.raises(ValueError, match="0 units and 2 periods"):
        expected(0, P, Q, 2)
