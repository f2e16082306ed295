"""The days of a call."""

from datetime import date

import pytest

from ledstjarna.rooms.accelerator import rules

LAST, NEXT, LONG = date(2026, 9, 20), date(2026, 9, 21), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("day", "today", "may"),
    [(NEXT, LAST, True), (LAST, LAST, False), (NEXT, LONG, False), (LONG, LONG, True)],
)
def test_a_last_day_is_only_ever_moved_later_and_never_into_the_past(
    day: date, today: date, may: bool
) -> None:
    assert rules.is_later(day, LAST, today) is may


def test_a_day_after_the_last_one_moves_as_far_as_it_does() -> None:
    assert rules.moved_with(LONG, LAST, NEXT) == date(2026, 10, 2)


@pytest.mark.parametrize(
    ("stage", "day", "may"), [("open", LAST, True), ("open", NEXT, True), ("draft", NEXT, False)]
)
def test_a_call_is_closed_on_its_last_day_or_after(stage: str, day: date, may: bool) -> None:
    assert rules.is_closing(stage, LAST, day) is may
    assert not rules.is_closing("open", NEXT, LAST)


def test_what_is_decided_or_called_off_is_over() -> None:
    assert [rules.is_over(stage) for stage in ("draft", "open", "assessment", "decided", "off")] == [
        False, False, False, True, True,
    ]  # fmt: skip
