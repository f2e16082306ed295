"""An interval reaches outwards to what is excluded, or says why there is none."""

import numpy as np

from ledstjarna.engines.trial import Reason
from ledstjarna.engines.trial.inside import interval

CHANGES = np.linspace(-1, 1, 5)
OUT = 9.0


def test_the_ends_are_the_nearest_excluded_changes() -> None:
    capital = np.array([OUT, OUT, 0, 0, OUT])
    assert interval(CHANGES, capital, 0.95, edges=(None, None)) == (-0.5, 1.0, Reason.ENOUGH)


def test_an_interval_may_be_open_at_one_end() -> None:
    capital = np.array([OUT, 0, 0, 0, 0])
    assert interval(CHANGES, capital, 0.95, edges=(None, None)) == (-1.0, None, Reason.ENOUGH)


def test_nothing_excluded_is_too_wide_and_all_excluded_a_contradiction() -> None:
    assert interval(CHANGES, np.zeros(5), 0.95, edges=(-1, 1)) == (-1, 1, Reason.TOO_WIDE)
    assert interval(CHANGES, np.full(5, OUT), 0.95, edges=(None, None)) == (None, None, Reason.CONTRADICTION)


def test_capital_of_just_one_over_alpha_excludes() -> None:
    capital = np.array([np.log(20) + 1e-9, np.log(20) - 1e-9, 0, 0, 0])
    assert interval(CHANGES, capital, 0.95, edges=(None, None))[0] == -1.0
