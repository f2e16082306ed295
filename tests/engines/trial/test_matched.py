"""Matched pairs are judged by signs and sizes alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.trial import Reason, matched
from ledstjarna.engines.trial.matched import BETS, capital

NAN = float("nan")


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=6))
def test_over_all_signs_the_capital_is_one_in_the_mean(sizes: list[float]) -> None:
    """At the last pair; the largest so far is never less."""
    size = np.array(sizes)
    signs = np.array(np.meshgrid(*[[-1, 1]] * len(size))).reshape(len(size), -1).T
    ends = []
    for sign in signs:
        change = size * sign
        scale = np.sqrt(np.cumsum(change**2) / np.arange(1, len(change) + 1))
        z = np.divide(change, scale, out=np.zeros_like(change), where=scale > 0)
        ends.append(np.exp(BETS[:, None] * z).prod(axis=1) / np.cosh(BETS[:, None] * z).prod(axis=1))
    assert np.mean(ends) == pytest.approx(1, abs=1e-9)
    last = [np.log(np.mean(one)) for one in ends]
    assert all(
        capital(size * sign, np.zeros(1))[0] >= end - 1e-9 for sign, end in zip(signs, last, strict=True)
    )


def test_few_pairs_cannot_tell_and_many_alike_can() -> None:
    assert matched([1, 2, 3], [2, 3, 4.1]).evidence < 20
    rng = np.random.default_rng(1)
    before = rng.normal(10, 3, 14)
    found = matched(before, before + 2 + rng.normal(0, 1, 14))
    assert found.low is not None
    assert 0 < found.low < 2
    assert found.estimate == pytest.approx(2, abs=0.7)


@pytest.mark.parametrize(
    ("without", "having", "why"),
    [
        ([], [], Reason.TOO_FEW),
        ([1.0], [2.0], Reason.TOO_FEW),
        ([1.0, 2.0], [2.0, 3.0], Reason.NO_VARIATION),
        ([1.0, NAN], [2.0, 3.0], Reason.TOO_FEW),
    ],
)
def test_what_cannot_be_told_is_said_to_be_so(without: list[float], having: list[float], why: Reason) -> None:
    assert matched(without, having).why is why


def test_pairs_have_two_sides() -> None:
    with pytest.raises(ValueError, match="2 values and having 1"):
        matched([1, 2], [1])


def test_adding_a_number_to_one_side_moves_the_interval_by_it() -> None:
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=12), rng.normal(1.5, 1, size=12)
    here, there = matched(x, y), matched(x, y + 10)
    assert here.low is not None
    assert there.low == pytest.approx(here.low + 10)
