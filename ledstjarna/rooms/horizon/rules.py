"""Who notices, who reads together, and what may be said of days and links."""

from collections.abc import Collection
from datetime import date

from ledstjarna.people.sight import Sight

HTTPS = "https://"


def may_notice(viewer: Sight) -> bool:
    """Who notices signals, and begins a small test because of one: everybody in the city."""
    return viewer.signed_in


def may_read(viewer: Sight, group: Collection[int]) -> bool:
    """Who reads them together: the group that has them, and the city director."""
    return bool(viewer.unit_ids & frozenset(group)) or viewer.holds("city_director")


def may_appoint(viewer: Sight) -> bool:
    """Who says which unit has the signals to read."""
    return viewer.holds("city_director", "administrator")


def is_https(link: str) -> bool:
    """Whether a link is one that may be shown; none at all may."""
    return not link or link.startswith(HTTPS)


def is_past(day: date, today: date) -> bool:
    """Whether a day has come."""
    return day <= today


def followed(noticed: date, parried: date | None, parked: date | None, today: date) -> tuple[int, bool]:
    """How many days a signal was followed, and whether it then met its first small test.

    One that was parked is followed no longer than to that day; a test that was running already when the
    signal was noticed met it the same day.
    """
    if parried is not None:
        return max((parried - noticed).days, 0), True
    return max(((parked or today) - noticed).days, 0), False
