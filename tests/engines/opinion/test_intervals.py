"""Bounds of shares and differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from ledstjarna.engines.opinion.intervals import SURE, discoveries, gap, share, wilson


def test_the_bounds_solve_wilsons_equation() -> None:
    low, high = wilson(7, 10)
    for bound in (float(low), float(high)):
        assert abs(0.7 - bound) == pytest.approx(SURE * np.sqrt(bound * (1 - bound) / 10))


@given(st.integers(0, 500), st.integers(0, 500))
def test_bounds_lie_around_the_share_and_within_all_shares(agree: int, disagree: int) -> None:
    low, high = wilson(agree, agree + disagree)
    assert 0 <= low <= share(agree, agree + disagree) <= high <= 1


@given(st.integers(0, 500), st.integers(0, 500))
def test_disagreement_mirrors_agreement(agree: int, disagree: int) -> None:
    low, high = wilson(agree, agree + disagree)
    mirrored_low, mirrored_high = wilson(disagree, agree + disagree)
    assert float(low) == pytest.approx(float(1 - mirrored_high), abs=1e-12)
    assert float(high) == pytest.approx(float(1 - mirrored_low), abs=1e-12)


def test_nothing_tried_is_nothing_known() -> None:
    low, high = wilson(0, 0)
    assert (float(low), float(share(0, 0)), float(high)) == (0, 0.5, 1)


@pytest.mark.parametrize("truth", [0.5, 0.6, 0.75, 0.9])
@pytest.mark.parametrize("trials", [20, 60, 200])
def test_a_lower_bound_fails_about_once_in_twenty(truth: float, trials: int) -> None:
    hits = np.arange(trials + 1)
    fails = binom.pmf(hits, trials, truth)[wilson(hits, trials)[0] > truth].sum()
    assert fails < 0.065


def test_a_difference_worked_by_hand() -> None:
    low, high = gap(
        (np.array(0.5), np.array(0.8), np.array(0.9)), (np.array(0.1), np.array(0.2), np.array(0.6))
    )
    assert float(low) == pytest.approx(0.6 - np.hypot(0.3, 0.4))
    assert float(high) == pytest.approx(0.6 + np.hypot(0.1, 0.1))


def test_discoveries_of_the_textbook() -> None:
    # Benjamini and Hochberg 1995, their example of 15 p-values: the first four are believed.
    small = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    chances = np.array([*small, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0])
    assert discoveries(chances[::-1]).tolist() == [False] * 11 + [True] * 4


def test_where_nothing_stands_out_nothing_is_believed() -> None:
    assert not discoveries(np.full((3, 4), 0.5)).any()
    assert discoveries(np.zeros((2, 0))).shape == (2, 0)


@pytest.mark.parametrize(("hits", "trials"), [(0, 1), (1, 1), (0, 9), (9, 9), (1, 2), (37, 60)])
def test_the_bounds_are_those_of_scipy(hits: int, trials: int) -> None:
    expected = binomtest(hits, trials).proportion_ci(0.9, "wilson")
    assert [float(one) for one in wilson(hits, trials)] == pytest.approx([expected.low, expected.high])
    assert float(share(hits, trials)) == hits / trials


def test_one_test_alone_is_believed_up_to_the_false_share_itself() -> None:
    assert discoveries(np.array([0.05])).tolist() == [True]
    assert discoveries(np.array([0.0500001])).tolist() == [False]
