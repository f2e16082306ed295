"""When the next follow-up dialogue is due, and when somebody is kindly reminded of it."""

from calendar import monthrange
from datetime import date, timedelta

from ledstjarna.people.sight import Sight

MONTHS = {"month": 1, "two_months": 2, "third": 4, "half": 6, "year": 12}
USUAL = "third"
GRACE_DAYS = 14
LATER_DAYS = 30


def months_on(day: date, months: int) -> date:
    """The same day so many months on; the month's last where it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_due(since: date, next_on: date | None, every: str) -> date:
    """When the next dialogue is due: the day that the last one set, else by the rhythm from that day."""
    return next_on if next_on is not None else months_on(since, MONTHS[every])


def is_to_be_reminded(due: date, today: date, later: date | None) -> bool:
    """Whether the days of grace have passed, and nobody has put the reminder off."""
    return today > due + timedelta(days=GRACE_DAYS) and (later is None or today >= later)


def put_off_until(today: date) -> date:
    """The day on which a reminder that is put off comes back."""
    return today + timedelta(days=LATER_DAYS)


def reminded_units(viewer: Sight) -> frozenset[int]:
    """The units whose dialogues a viewer is reminded of: those that they lead themselves, none below."""
    leads = (held.unit_id for held in viewer.roles if held.role in {"manager", "director"})
    return frozenset(unit for unit in leads if unit is not None)


def reminded_authorities(viewer: Sight) -> frozenset[int]:
    """The boards and companies whose dialogues a viewer is reminded of: a director's own."""
    return viewer.authority_ids if viewer.holds("director") else frozenset()


def may_be_reminded(viewer: Sight, node: int) -> bool:
    """Who is reminded of a unit's, board's or company's dialogue, and puts that off: its own leader alone."""
    return node in reminded_units(viewer) | reminded_authorities(viewer)
