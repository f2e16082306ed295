"""Before the start: how small a change would be noticed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.trial import Measure, plan, two_arms


def test_a_change_of_the_planned_size_is_noticed_about_as_often_as_planned() -> None:
    """Of 100 simulated tests, 80 are planned; under 65 would come by chance once in 5,000 times."""
    rng = np.random.default_rng(1)
    wanted = plan("number", 40, usual=0, spread=1).smallest
    found = [
        two_arms(rng.normal(size=40), wanted + rng.normal(size=40), measure="number").evidence >= 20
        for _ in range(100)
    ]
    assert sum(found) >= 65


@given(st.integers(1, 10_000), st.floats(0.05, 0.95))
def test_more_observations_show_smaller_changes(n: int, usual: float) -> None:
    few, many = plan("yes-no", n, usual=usual), plan("yes-no", 4 * n, usual=usual)
    assert many.smallest == pytest.approx(few.smallest / 2)
    assert many.width == pytest.approx(few.width / 2)


def test_what_is_needed_for_a_change_would_show_it() -> None:
    needed = plan("count", 1, usual=3, change=0.5).needed
    assert needed is not None
    assert plan("count", needed, usual=3).smallest <= 0.5 < plan("count", needed - 1, usual=3).smallest


def test_neighbours_that_are_alike_take_longer() -> None:
    free, alike = (plan(Measure.NUMBER, 20, usual=0, spread=1, correlation=r).smallest for r in (0, 0.6))
    assert alike == pytest.approx(2 * free)


def test_what_takes_for_ever_is_said_to() -> None:
    assert plan("yes-no", 10, usual=0.5, change=0.00001).needed is None
    assert plan("count", 1, usual=1e-9).smallest == float("inf")


@pytest.mark.parametrize(
    ("measure", "n", "more", "words"),
    [
        ("yes-no", 0, {"usual": 0.5}, "n must"),
        ("yes-no", 5, {"usual": 2}, "share"),
        ("count", 5, {"usual": 0}, "over 0 events"),
        ("number", 5, {"usual": 0}, "needs spread"),
        ("yes-no", 5, {"usual": 0.5, "power": 1}, "power"),
        ("yes-no", 5, {"usual": 0.5, "change": 0}, "nothing"),
        ("yes-no", 5, {"usual": 0.5, "correlation": 1}, "correlation"),
    ],
)
def test_what_cannot_be_is_refused(measure: str, n: int, more: dict[str, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        plan(measure, n, **more)
