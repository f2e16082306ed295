"""Promises are counted in the days on which somebody is there to keep them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.plumbing import workdays

DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 6), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14),
        date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31), date(2026, 11, 28),
    ],
)  # fmt: skip
def test_nobody_works_on_a_swedish_holiday_its_eve_or_a_weekend(day: date) -> None:
    assert not workdays.is_workday(day)


def test_the_day_after_midsummer_week_is_a_monday() -> None:
    assert workdays.after(date(2026, 6, 18), 1) == date(2026, 6, 22)


def test_ten_working_days_over_christmas_are_nearly_three_weeks() -> None:
    assert workdays.after(date(2026, 12, 18), 10) == date(2027, 1, 8)


def test_a_promise_of_no_days_is_none() -> None:
    with pytest.raises(ValueError, match="0"):
        workdays.after(date(2026, 1, 1), 0)


@given(day=DAYS, count=st.integers(1, 60))
def test_the_day_promised_is_a_working_day_and_as_many_days_away_as_was_said(day: date, count: int) -> None:
    promised = workdays.after(day, count)
    assert workdays.is_workday(promised)
    assert workdays.between(day, promised) == count


@given(begin=DAYS, end=DAYS)
def test_no_working_days_lie_between_a_day_and_one_before_it(begin: date, end: date) -> None:
    assert workdays.between(max(begin, end), min(begin, end)) == 0
