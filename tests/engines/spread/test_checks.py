"""What does not fit is refused by its place."""

import numpy as np
import pytest

from ledstjarna.engines.spread.checks import (
    confidence_of,
    durations_of,
    flags_of,
    labels_of,
    numbers_of,
    periods_of,
    table_of,
    weights_of,
)


def test_numbers_pass_as_they_are() -> None:
    assert numbers_of([1, 2.5], "x").tolist() == [1, 2.5]
    assert np.isnan(numbers_of([1, np.nan], "x", missing=True)[1])
    assert numbers_of([], "x").shape == (0,)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([[1.0]], "one row"),
        ([1, np.inf], r"x\[1\] is inf; fill it in"),
        ([np.nan], r"x\[0\] is nan; fill"),
    ],
)
def test_what_is_no_row_of_numbers_is_refused(given: list[float], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        numbers_of(given, "x")


def test_infinity_does_not_mean_not_yet() -> None:
    with pytest.raises(ValueError, match="leave it empty"):
        numbers_of([np.inf], "x", missing=True)


def test_a_length_of_time_is_not_negative() -> None:
    with pytest.raises(ValueError, match=r"time\[1\] is -2"):
        durations_of([1, -2])


def test_flags_are_yes_or_no() -> None:
    assert flags_of([1, 0, True], 3, "event").tolist() == [True, False, True]
    with pytest.raises(ValueError, match=r"event\[1\] must be 1"):
        flags_of([1, 2], 2, "event")
    with pytest.raises(ValueError, match="one value for each of 3"):
        flags_of([1, 0], 3, "event")


def test_labels_are_numbered_in_order() -> None:
    label, code = labels_of(["b", "a", "b"], 3, "group")
    assert (label, code.tolist()) == (("a", "b"), [1, 0, 1])
    with pytest.raises(ValueError, match="one label for each of 2"):
        labels_of(["a"], 2, "group")


def test_a_table_has_a_row_for_each_and_no_holes() -> None:
    assert table_of([[1], [2]], 2, "x").shape == (2, 1)
    with pytest.raises(ValueError, match="one row for each of 3"):
        table_of([[1], [2]], 3, "x")
    with pytest.raises(ValueError, match="row 1, column 0"):
        table_of([[1.0], [np.nan]], 2, "x")


def test_periods_are_whole_and_within_what_was_seen() -> None:
    assert periods_of([0, 2, np.nan], 2).tolist() == [0, 2, np.inf]
    for wrong in (-1, 3, 0.5):
        with pytest.raises(ValueError, match=r"times\[1\] is .* whole period from 0 to 2"):
            periods_of([0, wrong], 2)
    with pytest.raises(ValueError, match="times is empty"):
        periods_of([], 2)
    with pytest.raises(ValueError, match="seen is -1"):
        periods_of([0], -1)


def test_weights_sum_to_one_and_leave_oneself_out() -> None:
    given = np.array([[5.0, 1, 3], [0, 0, 0], [1, 0, 0]])
    assert weights_of(given, 3, "ties").tolist() == [[0, 0.25, 0.75], [0, 0, 0], [1, 0, 0]]
    assert given[0, 0] == 5


@pytest.mark.parametrize(
    ("given", "why"), [([[1.0]], "square of 2 x 2"), ([[0, -1], [0, 0]], "row 0, column 1")]
)
def test_weights_that_do_not_fit_are_refused(given: list[list[float]], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        weights_of(given, 2, "ties")


@pytest.mark.parametrize("given", [0, 1, -0.1, 95])
def test_a_confidence_lies_between_none_and_all(given: float) -> None:
    with pytest.raises(ValueError, match="confidence is"):
        confidence_of(given)
