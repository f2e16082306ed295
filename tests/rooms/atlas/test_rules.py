"""When a thread is loose, and who looks after it."""

from datetime import date

import pytest

from ledstjarna.rooms.atlas import rules
from tests.fixtures.eyes import Held


def test_a_pair_is_the_same_whoever_is_named_first_and_another_pair_is_another() -> None:
    assert rules.key_of("against", "a", ("b",)) == rules.key_of("against", "b", ("a",))
    assert rules.key_of("against", "a", ("b",)) != rules.key_of("against", "a", ("c",))
    assert rules.key_of("orphan", "a") != rules.key_of("promise", "a")


def test_a_promise_holds_through_its_day() -> None:
    today = date(2027, 3, 1)
    assert [rules.is_passed(due, today) for due in (None, today, date(2027, 2, 28))] == [False, False, True]


def test_enough_is_enough_and_one_more_is_over() -> None:
    assert [rules.is_over(many, most) for many, most in ((5, None), (5, 5), (6, 5))] == [False, False, True]


def test_something_new_is_given_time() -> None:
    assert (rules.is_mature(rules.MATURE - 1), rules.is_mature(rules.MATURE)) == (False, True)


def test_a_share_is_told_from_five_things_on_and_silence_from_seventy_days_or_for_ever() -> None:
    assert [rules.is_few(many) for many in (4, 5)] == [True, False]
    assert [rules.is_quiet(days) for days in (0, 69, 70, None)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("figure", "high", "before", "asks"),
    [
        (40, 49, None, True),
        (40, 50, None, False),
        (70, 74, 80, True),
        (80, 85, 90, False),
        (70, 85, 80, False),
    ],
)
def test_what_is_surely_low_or_lower_than_it_was_asks_for_attention(
    figure: int, high: float, before: float | None, asks: bool
) -> None:
    assert rules.asks_for_attention(figure, high, before) is asks


def test_what_is_surely_above_what_it_was_has_grown() -> None:
    assert [rules.has_grown(60, before) for before in (None, 59, 60)] == [False, True, False]


def test_whoever_leads_a_unit_or_sits_on_a_board_meets_that_and_who_steers_all_of_it() -> None:
    assert rules.leads([Held("manager", 1), Held("elected", None, 2), Held("employee", 3)]) == {1, 2}
    assert rules.leads([Held("manager", 1), Held("city_director")]) == frozenset()
    assert rules.leads([Held("union")]) == frozenset()
