"""Before and after: a new level is told from neighbours that are alike."""

import math

import numpy as np
import pytest

from ledstjarna.engines.trial import Reason, before_after
from ledstjarna.engines.trial.series import _white

NAN = float("nan")


def noise(r: float, n: int, rng: np.random.Generator) -> np.ndarray:
    made = np.empty(n)
    made[0] = rng.normal()
    for i in range(1, n):
        made[i] = r * made[i - 1] + math.sqrt(1 - r * r) * rng.normal()
    return made


def test_a_clear_step_is_found_and_its_size_told() -> None:
    series = noise(0.2, 24, np.random.default_rng(1))
    series[14:] += 5
    found = before_after(series, 14)
    assert found.estimate == pytest.approx(5, abs=1)
    assert found.low is not None
    assert 0 < found.low < 5
    assert found.evidence >= 20


@pytest.mark.parametrize("r", [0.0, 0.4, 0.7])
def test_neighbours_that_are_alike_are_not_taken_for_a_change(r: float) -> None:
    """12 periods before, 8 after, a look at each; 7 in a hundred is promised, 6 of 40 would be odd."""
    rng = np.random.default_rng(5)
    assert sum(before_after(noise(r, 20, rng), 12).evidence >= 20 for _ in range(40)) <= 5


def test_a_slope_is_no_step_when_it_is_taken_out() -> None:
    rng = np.random.default_rng(2)
    slope = np.arange(24) + rng.normal(0, 0.5, 24)
    plain, straight = before_after(slope, 12), before_after(slope, 12, trend=True)
    assert plain.estimate is not None
    assert straight.estimate is not None
    assert abs(straight.estimate) < 1 < plain.estimate
    assert straight.low is not None
    assert straight.low < 0


def test_missing_periods_keep_their_place() -> None:
    series = noise(0.3, 24, np.random.default_rng(3))
    series[15:] += 4
    series[[3, 17]] = NAN
    found = before_after(series, 15)
    assert (found.n, found.missing) == ((14, 8), 2)
    assert found.estimate == pytest.approx(4, abs=1.2)


def test_whitened_noise_has_no_memory_also_across_a_gap() -> None:
    when = np.array([0, 1, 3])
    r = 0.6
    correlation = r ** np.abs(when[:, None] - when)
    root = np.column_stack([_white(column[:, None], when, r)[:, 0] for column in np.eye(3)])
    assert root @ correlation @ root.T == pytest.approx(np.eye(3))


@pytest.mark.parametrize(
    ("values", "start", "why"),
    [
        ([], 0, Reason.TOO_FEW),
        ([1, 2, 3], 3, Reason.ONE_SIDE),
        ([1, 2, 3, 4, 5], 4, Reason.TOO_FEW),
        ([0] * 8, 5, Reason.NO_VARIATION),
        ([0, 0, 0, 0, 1, 1], 4, Reason.NO_VARIATION),
    ],
)
def test_what_cannot_be_told_is_said_to_be_so(values: list[float], start: int, why: Reason) -> None:
    assert before_after(values, start).why is why


def test_a_start_outside_the_series_is_refused() -> None:
    with pytest.raises(ValueError, match="within the 2 periods"):
        before_after([1, 2], 3)


def test_the_unit_of_measurement_does_not_matter() -> None:
    series = noise(0.3, 20, np.random.default_rng(4))
    series[12:] += 3
    metres, millimetres = before_after(series, 12), before_after(1000 * series, 12)
    assert metres.low is not None
    assert millimetres.low == pytest.approx(1000 * metres.low, rel=1e-6)
    assert millimetres.evidence == pytest.approx(metres.evidence, rel=1e-6)
