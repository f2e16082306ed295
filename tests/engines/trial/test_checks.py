"""What a measure cannot be is refused by its place, with how to mend it."""

import pytest

from ledstjarna.engines.trial import Measure
from ledstjarna.engines.trial.checks import confidence_of, fitting, values_of

NAN = float("nan")


@pytest.mark.parametrize(
    ("measure", "values", "words"),
    [
        ("yes-no", [1, NAN, 0, 0.5], r"first\[3\] is 0.5; yes-no needs 1 for yes and 0 for no"),
        ("score", [1, 6], r"first\[1\] is 6; score needs a value from 1 to 5"),
        ("count", [2, 1.5], r"first\[1\] is 1.5; count needs a whole number"),
        ("rate", [-1], r"first\[0\] is -1"),
        ("time", [3, 0], r"first\[1\] is 0; time needs a time over 0"),
    ],
)
def test_a_value_that_the_measure_cannot_have_is_named(measure: str, values: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        fitting(values_of(values, "first"), Measure(measure), "first", (1, 5))


def test_any_number_is_a_number() -> None:
    given = values_of([-1e9, 0.5, NAN], "first")
    assert fitting(given, Measure.NUMBER, "first", (1, 5)) is given


def test_infinite_values_and_tables_are_refused() -> None:
    with pytest.raises(ValueError, match=r"x\[1\] is infinite"):
        values_of([0, float("inf")], "x")
    with pytest.raises(ValueError, match="one row"):
        values_of([[1, 2]], "x")


@pytest.mark.parametrize("given", [0.4, 1.0, 95])
def test_a_confidence_is_a_share(given: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        confidence_of(given)
