"""The interval of numbers is what the Bayes factor has not excluded."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.trial import normal


@given(st.floats(1, 400), st.floats(0.1, 200), st.sampled_from([0.05, 0.01]))
def test_at_the_edge_of_the_interval_the_factor_is_one_over_alpha(
    free: float, weight: float, alpha: float
) -> None:
    width = normal.half_width(np.array([free]), np.array([weight]), alpha)
    if np.isfinite(width[0]):
        factor = normal.log_factor(width, np.array([free]), np.array([weight]))
        assert factor[0] == pytest.approx(-np.log(alpha), rel=1e-6)
    else:
        large = normal.log_factor(np.array([1e9]), np.array([free]), np.array([weight]))
        assert large[0] <= -np.log(alpha) + 1e-6


def test_the_looks_are_the_two_sample_t_statistics() -> None:
    x, y = np.array([1.0, 2.0, 4.0, 3.0]), np.array([2.0, 5.0, 4.0, 7.0])
    change, error, free, weight = normal.looks(x, y)
    pooled = np.sqrt((x.var(ddof=1) + y.var(ddof=1)) / 2 * 2 / 4)
    assert (change[-1], error[-1], free[-1]) == pytest.approx((2.0, pooled, 6.0))
    assert weight[-1] == pytest.approx(normal.EFFECT**2 * 2)
