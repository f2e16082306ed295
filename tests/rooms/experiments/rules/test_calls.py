"""Who proposes, who picks, and until when a call is taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ledstjarna.rooms.experiments import rules
from tests.fixtures.eyes import Eye

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
ASKER, GUIDE, OTHER = 1, 2, 3


def test_nobody_asks_themselves_and_nobody_unknown_asks() -> None:
    assert rules.may_call(Eye(person_id=ASKER), GUIDE)
    assert not rules.may_call(Eye(person_id=GUIDE), GUIDE)
    assert not rules.may_call(Eye(signed_in=False), GUIDE)


@pytest.mark.parametrize(
    ("who", "state", "propose", "reply"),
    [
        (ASKER, "asked", True, False), (ASKER, "other", True, False), (ASKER, "booked", False, False),
        (GUIDE, "asked", False, True), (GUIDE, "other", False, True), (GUIDE, "declined", False, False),
        (OTHER, "asked", False, False),
    ],
)  # fmt: skip
def test_one_proposes_and_the_other_replies_until_it_is_settled(
    who: int, state: str, propose: bool, reply: bool
) -> None:
    assert rules.may_propose(Eye(person_id=who), ASKER, state) is propose
    assert rules.may_reply(Eye(person_id=who), GUIDE, state) is reply


@pytest.mark.parametrize(
    ("who", "state", "hours", "may"),
    [
        (ASKER, "booked", 1, True), (GUIDE, "booked", 1, True), (OTHER, "booked", 1, False),
        (ASKER, "booked", 0, False), (GUIDE, "booked", -1, False), (ASKER, "asked", 0, True),
        (GUIDE, "asked", 0, False), (ASKER, "declined", 0, False), (ASKER, "cancelled", 1, False),
    ],
)  # fmt: skip
def test_a_booked_call_is_called_off_by_either_until_it_begins(
    who: int, state: str, hours: int, may: bool
) -> None:
    at = NOW + timedelta(hours=hours) if state in {"booked", "cancelled"} else None
    assert rules.may_call_off(Eye(person_id=who), ASKER, GUIDE, state, at, NOW) is may


@pytest.mark.parametrize(
    ("at", "possible"),
    [
        (NOW, False), (NOW + timedelta(minutes=1), True), (NOW + timedelta(weeks=8), True),
        (NOW + timedelta(weeks=8, minutes=1), False), (datetime(2026, 9, 5, 8, tzinfo=UTC), False),
    ],
)  # fmt: skip
def test_a_time_lies_ahead_on_a_working_day_and_not_far_off(at: datetime, possible: bool) -> None:
    assert rules.is_possible(at, at.date(), NOW) is possible


def test_a_holiday_is_no_working_day() -> None:
    eve = datetime(2026, 12, 24, 9, tzinfo=UTC)
    assert not rules.is_possible(eve, date(2026, 12, 24), eve - timedelta(days=2))


def test_only_what_lies_ahead_can_be_picked_the_earliest_first() -> None:
    late, soon = NOW + timedelta(days=2), NOW + timedelta(days=1)
    assert rules.ahead([late, NOW, soon], NOW) == (soon, late)
