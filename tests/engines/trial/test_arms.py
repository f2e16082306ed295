"""Two arms: a change with an interval that holds however often one looks, or "cannot tell yet"."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.trial import Measure, Reason, Result, two_arms

NAN = float("nan")
MEASURES = list(Measure)


def numbers(result: Result) -> list[float]:
    fields = (result.first, result.second, result.estimate, result.low, result.high, result.error)
    return [one for one in (*fields, result.evidence) if one is not None]


def draw(measure: Measure, rng: np.random.Generator, n: int, more: float) -> np.ndarray:
    if measure is Measure.YES_NO:
        return (rng.random(n) < 0.3 + more / 2).astype(float)
    if measure is Measure.SCORE:
        return np.clip(np.round(rng.normal(3 + more, 1, n)), 1, 5)
    if measure in {Measure.COUNT, Measure.RATE}:
        return rng.poisson(4 * math.exp(more), n).astype(float)
    return np.exp(rng.normal(1 + more, 0.5, n)) if measure is Measure.TIME else rng.normal(more, 1, n)


def shown(measure: Measure, x: np.ndarray, y: np.ndarray) -> Result:
    exposure = (np.ones(len(x)), np.ones(len(y))) if measure is Measure.RATE else None
    return two_arms(x, y, measure=measure, exposure=exposure)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_large_change_is_found_and_none_is_not(measure: Measure) -> None:
    rng = np.random.default_rng(3)
    large = shown(measure, draw(measure, rng, 80, 0), draw(measure, rng, 80, 0.9))
    assert large.enough
    assert large.low is not None
    assert large.low > large.nothing
    none = shown(measure, draw(measure, rng, 80, 0), draw(measure, rng, 80, 0))
    assert none.evidence < 20
    assert (none.low or -math.inf) <= none.nothing <= (none.high or math.inf)


@pytest.mark.parametrize("measure", MEASURES)
def test_of_forty_tests_of_no_change_at_most_five_find_one_at_any_look(measure: Measure) -> None:
    """The promise is one in twenty: 6 or more of 40 come by chance once in 70 times at worst."""
    rng = np.random.default_rng(7)
    found = [
        shown(measure, draw(measure, rng, 30, 0), draw(measure, rng, 30, 0)).evidence >= 20 for _ in range(40)
    ]
    assert sum(found) <= 5


@settings(max_examples=60)
@given(
    st.sampled_from(MEASURES),
    st.lists(st.integers(0, 1), max_size=12),
    st.lists(st.integers(0, 1), max_size=12),
    st.booleans(),
)
def test_whatever_comes_no_number_is_none_and_evidence_and_interval_agree(
    measure: Measure, first: list[int], second: list[int], hole: bool
) -> None:
    x, y = np.array(first, dtype=float) + 1, np.array(second, dtype=float) + 1
    if measure is Measure.YES_NO:
        x, y = x - 1, y - 1
    if hole and len(x):
        x[0] = NAN
    found = shown(measure, x, y)
    assert all(math.isfinite(one) for one in numbers(found))
    assert found.missing == int(hole and len(first) > 0)
    if found.enough:
        outside = (found.low is not None and found.low > found.nothing) or (
            found.high is not None and found.high < found.nothing
        )
        assert not outside or found.evidence >= 20 * (1 - 1e-9)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(("first", "second", "why"), [([], [], Reason.TOO_FEW), ([], [1.0], Reason.ONE_SIDE)])
def test_nothing_or_one_side_is_said_to_be_so(
    measure: Measure, first: list[float], second: list[float], why: Reason
) -> None:
    assert shown(measure, np.array(first), np.array(second)).why is why


def test_one_observation_a_side_cannot_tell() -> None:
    assert two_arms([1.0], [2.0], measure="number").why is Reason.TOO_FEW
    found = two_arms([1.0], [0.0], measure="yes-no")
    assert found.low == -1
    assert found.evidence < 20


def test_all_zeros_cannot_tell() -> None:
    assert two_arms([0, 0, 0], [0, 0, 0], measure="count").why is Reason.TOO_FEW
    assert two_arms([0.0] * 5, [0.0] * 5, measure="number").why is Reason.NO_VARIATION
    none = two_arms([0.0] * 60, [0.0] * 60, measure="yes-no")
    assert none.low is not None
    assert none.high is not None
    assert none.low < 0 < none.high


def test_a_side_that_never_varies_beside_one_that_does_is_judged_by_the_one() -> None:
    assert two_arms([1.0] * 6, [1, 2, 3, 4, 5, 6.0], measure="number").n == (6, 6)


def test_an_observation_without_partner_counts_in_the_estimate_alone() -> None:
    few = two_arms([1, 0, 1], [0, 1, 1], measure="yes-no")
    more = two_arms([1, 0, 1, 0, 0, 0], [0, 1, 1], measure="yes-no")
    assert (few.evidence, few.low, few.high) == (more.evidence, more.low, more.high)
    assert more.first == pytest.approx(1 / 3)


def test_scores_keep_their_own_unit() -> None:
    found = two_arms([1.0] * 40, [5.0] * 40, measure="score")
    assert found.estimate == 4
    assert found.low is not None
    assert 2 < found.low < 4


def test_a_rate_needs_exposures_that_fit() -> None:
    with pytest.raises(ValueError, match="needs exposure"):
        two_arms([1], [1], measure="rate")
    with pytest.raises(ValueError, match=r"exposure\[1\] has 2 values for 1"):
        two_arms([1], [1], measure="rate", exposure=([1], [1, 1]))
    with pytest.raises(ValueError, match=r"exposure\[0\]\[0\] must be over 0"):
        two_arms([1], [1], measure="rate", exposure=([0], [1]))


def test_bounds_that_cross_are_refused() -> None:
    with pytest.raises(ValueError, match="bounds"):
        two_arms([2.0], [2.0], measure="score", bounds=(2, 2))


def test_peeking_changes_nothing_that_was_excluded_before() -> None:
    rng = np.random.default_rng(11)
    x, y = rng.normal(0, 1, 60), rng.normal(1, 1, 60)
    looks = [two_arms(x[:n], y[:n], measure="number") for n in (20, 40, 60)]
    lows = [one.low for one in looks if one.low is not None]
    assert lows == sorted(lows)
    assert [one.evidence for one in looks] == sorted(one.evidence for one in looks)
