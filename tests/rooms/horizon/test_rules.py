"""Who notices and who reads, and how long a signal is followed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.horizon import rules

DAY = date(2026, 9, 1)
MAYBE = st.none() | st.integers(-400, 400)


def day(after: int | None) -> date | None:
    return None if after is None else DAY + timedelta(days=after)


@given(MAYBE, MAYBE, st.integers(0, 400))
def test_a_signal_is_followed_for_no_fewer_than_no_days_and_counts_as_tested_only_with_a_test(
    parried: int | None, parked: int | None, today: int
) -> None:
    days, met = rules.followed(DAY, day(parried), day(parked), DAY + timedelta(days=today))
    assert met == (parried is not None)
    assert days >= 0


def test_it_is_followed_to_its_first_test_to_the_day_it_was_parked_or_to_today() -> None:
    today = DAY + timedelta(days=90)
    assert rules.followed(DAY, day(12), day(30), today) == (12, True)
    assert rules.followed(DAY, None, day(30), today) == (30, False)
    assert rules.followed(DAY, None, None, today) == (90, False)
    assert rules.followed(DAY, day(-7), None, today) == (0, True)


def test_only_https_may_be_shown() -> None:
    links = ("", "https://x.example/a?b", "http://x.example", "HTTPS://x.example", "javascript:x")
    assert [rules.is_https(link) for link in links] == [True, True, False, False, False]


def test_a_day_has_come_on_the_day() -> None:
    assert [rules.is_past(DAY, DAY + timedelta(n)) for n in (-1, 0, 1)] == [False, True, True]
