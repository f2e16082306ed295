"""What may be observed."""

import pytest

from ledstjarna.rooms.experiments import rules


@pytest.mark.parametrize(
    ("sort", "value", "many", "fits"),
    [
        ("yes_no", 1, 1, True), ("yes_no", 3, 5, True), ("yes_no", 6, 5, False), ("yes_no", 0.5, 1, False),
        ("count", 0, 1, True), ("count", -1, 1, False), ("count", 2.5, 1, False), ("count", 3, 4, False),
        ("amount", -2.5, 1, True), ("amount", float("nan"), 1, False), ("amount", 1e9, 1, False),
        ("nothing", 1, 1, False),
    ],
)  # fmt: skip
def test_a_value_is_what_its_measure_can_be(sort: str, value: float, many: int, fits: bool) -> None:
    assert rules.is_value(sort, value, many) is fits


def test_a_series_is_counted_as_usual_first_and_other_ways_are_not() -> None:
    assert rules.quiet("series", 14) == 4
    assert rules.quiet("series", 28) == 9
    assert rules.quiet("series", 3) == 1
    assert rules.quiet("staggered", 28) == 0
