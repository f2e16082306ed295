"""Whether one may decide, and by when there is an answer."""

from datetime import date

from ledstjarna.rooms.experiments import rules
from tests.fixtures.eyes import Eye


def test_the_manager_who_was_asked_answers() -> None:
    assert rules.may_answer(Eye(person_id=1), 1)
    assert not rules.may_answer(Eye(person_id=2), 1)
    assert not rules.may_answer(Eye(person_id=None), 1)


def test_an_answer_is_promised_within_five_working_days() -> None:
    assert rules.promised(date(2026, 9, 1)) == date(2026, 9, 8)
    assert rules.promised(date(2026, 12, 22)) == date(2027, 1, 4)  # Christmas and New Year between


def test_it_is_late_when_the_day_has_passed_without_an_answer() -> None:
    day = date(2026, 9, 8)
    assert [rules.is_late(day, None, date(2026, 9, on)) for on in (8, 9)] == [False, True]
    assert not rules.is_late(day, date(2026, 9, 10), date(2026, 9, 11))


def test_not_now_is_said_with_a_reason() -> None:
    assert not rules.is_worded("not_now", "  ")
    assert rules.is_worded("not_now", "Efter sommaren")
    assert rules.is_worded("alone", "")
