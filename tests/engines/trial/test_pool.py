"""Several units together: the mean, and how they differ."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.trial import pool
from ledstjarna.engines.trial.pool import Method

# The thirteen trials of the BCG vaccine (Colditz and others 1994, JAMA 271, table 1): cases and others,
# vaccinated and not. The pooled figures are those that the documentation of metafor prints for them.
VACCINE = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
    (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
]  # fmt: skip


def vaccine() -> tuple[list[float], list[float]]:
    changes, errors = [], []
    for a, b, c, d in VACCINE:
        changes.append(math.log(a / (a + b) / (c / (c + d))))
        errors.append(math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)))
    return changes, errors


@pytest.mark.parametrize(("method", "tau2", "mean"), [("dl", 0.3088, -0.7141), ("reml", 0.3132, -0.7145)])
def test_the_vaccine_trials_give_what_is_published(method: Method, tau2: float, mean: float) -> None:
    found = pool(*vaccine(), method=method, knapp=False)
    assert [found.tau2, found.mean] == pytest.approx([tau2, mean], abs=5e-5)
    assert found.q == pytest.approx(152.2330, abs=5e-5)
    assert [found.tau2_low, found.tau2_high] == pytest.approx([0.1197, 1.1115], abs=5e-5)


def test_by_paule_and_mandel_q_is_what_chance_gives() -> None:
    changes, errors = vaccine()
    tau2 = pool(changes, errors, method="pm").tau2
    weights = 1 / (np.array(errors) ** 2 + tau2)
    mean = (weights * changes).sum() / weights.sum()
    assert (weights * (changes - mean) ** 2).sum() == pytest.approx(12)


def test_units_that_agree_have_no_variance_between_them() -> None:
    found = pool([0.2, 0.2, 0.2], [0.1, 0.2, 0.3])
    assert [found.tau2, found.i2, found.mean] == pytest.approx([0, 0, 0.2])
    assert found.error == pytest.approx(found.fixed_error)


def test_two_units_are_pooled_and_say_nothing_of_a_third() -> None:
    found = pool([0.1, 0.5], [0.2, 0.2])
    assert found.mean == pytest.approx(0.3)
    assert (found.units, found.next_low, found.next_high) == (2, None, None)


@given(
    st.lists(st.tuples(st.floats(-3, 3), st.floats(0.05, 2)), min_size=2, max_size=8),
    st.sampled_from(["dl", "pm", "reml"]),
    st.floats(-5, 5),
)
def test_moving_every_unit_moves_the_mean_and_nothing_else(
    units: list[tuple[float, float]], method: Method, by: float
) -> None:
    changes, errors = (np.array(one) for one in zip(*units, strict=True))
    here, there = pool(changes, errors, method=method), pool(changes + by, errors, method=method)
    assert there.mean - here.mean == pytest.approx(by, abs=1e-6)
    assert there.tau2 == pytest.approx(here.tau2, abs=1e-6)
    assert here.low <= here.mean <= here.high
    assert here.tau2_low <= here.tau2_high


@pytest.mark.parametrize(
    ("changes", "errors", "words"),
    [
        ([0.1], [0.1], "two units"),
        ([0.1, 0.2], [0.1], "2 changes and 1 errors"),
        ([0.1, 0.2], [0.1, 0], "Unit 1 lacks"),
        ([0.1, float("nan")], [0.1, 0.1], "Unit 1 lacks"),
    ],
)
def test_what_cannot_be_pooled_is_refused(changes: list[float], errors: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        pool(changes, errors)


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(ValueError, match="dl, pm or reml"):
        pool([0.1, 0.2], [0.1, 0.1], method="mh")  # type: ignore[arg-type]
