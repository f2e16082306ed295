"""When a thread is loose, and who looks after it."""

from datetime import date

from ledstjarna.rooms.atlas import rules


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
