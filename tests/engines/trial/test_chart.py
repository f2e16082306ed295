"""Limits are the textbook's, and signals are what leaves them."""

import math

import numpy as np
import pytest

from ledstjarna.engines.trial import chart

NAN = float("nan")


def test_the_limits_of_numbers_are_2_66_mean_moving_ranges_away() -> None:
    found = chart([10, 12, 11, 9, 13])
    ranges = (2 + 1 + 2 + 4) / 4
    assert found.centre == 11
    assert found.high[0] == pytest.approx(11 + 2.66 * ranges, abs=0.001)
    assert found.low[0] == pytest.approx(11 - 2.66 * ranges, abs=0.001)
    assert not found.outside.any()


def test_a_point_outside_is_flagged_against_the_baseline() -> None:
    found = chart([10, 12, 11, 9, 13, 30], baseline=5)
    assert np.flatnonzero(found.outside).tolist() == [5]


def test_counts_and_shares_have_limits_of_three_deviations() -> None:
    counts = chart([4, 6, 5, 5], kind="c")
    assert (counts.centre, counts.high[0]) == (5, pytest.approx(5 + 3 * math.sqrt(5)))
    assert counts.low[0] == 0
    shares = chart([5, 10, 5, 10], kind="p", exposure=[50, 100, 50, 100])
    assert shares.centre == 0.1
    assert shares.high[0] == pytest.approx(0.1 + 3 * math.sqrt(0.09 / 50))
    rates = chart([2, 4, 2, 4], kind="u", exposure=[1, 2, 1, 2])
    assert (rates.centre, rates.high[1]) == (2, pytest.approx(2 + 3 * math.sqrt(1)))


def test_eight_in_a_row_on_one_side_are_flagged_and_seven_are_not() -> None:
    base = [2.0, 0.0] * 4
    assert np.flatnonzero(chart([*base, *[1.5] * 7, 0.5], baseline=8).runs).tolist() == []
    longer = chart([*base, 0.5, *[1.5] * 4, NAN, *[1.5] * 4], baseline=8)
    assert np.flatnonzero(longer.runs).tolist() == [9, 10, 11, 12, 14, 15, 16, 17]


def test_a_baseline_of_three_is_too_short() -> None:
    found = chart([1, 2, NAN, 3])
    assert not found.enough
    assert not found.outside.any()


@pytest.mark.parametrize(
    ("values", "more", "words"),
    [
        ([1], {"kind": "x"}, "xmr, c, u or p"),
        ([-1, 2], {"kind": "c"}, r"values\[0\] is under 0"),
        ([1], {"kind": "u"}, "needs exposure"),
        ([1], {"kind": "u", "exposure": [1, 2]}, "2 values for 1 periods"),
        ([1], {"kind": "u", "exposure": [0]}, r"exposure\[0\] must be over 0"),
        ([3], {"kind": "p", "exposure": [2]}, "cannot be more than all"),
    ],
)
def test_what_does_not_fit_is_refused(values: list[float], more: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        chart(values, **more)  # type: ignore[arg-type]
