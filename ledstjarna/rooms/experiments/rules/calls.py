"""A call of twenty minutes about a lesson: who proposes when, who picks, and until when it is taken back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ledstjarna.people.sight import Sight
from ledstjarna.plumbing import workdays

MOST_TIMES = 3
AHEAD = timedelta(weeks=8)
MINUTES = 20
KEPT = timedelta(days=14)  # how long something that came to nothing is remembered
UNSETTLED = frozenset({"asked", "other"})


def may_call(viewer: Sight, guide: int | None = None) -> bool:
    """Who may ask for a call about a lesson that they can read: anybody in the city, but not of oneself."""
    return viewer.signed_in and viewer.person_id is not None and viewer.person_id != guide


def may_propose(viewer: Sight, asker: int, state: str) -> bool:
    """Who proposes other times: the one who asks, until a time is picked."""
    return viewer.person_id == asker and state in UNSETTLED


def may_reply(viewer: Sight, guide: int, state: str) -> bool:
    """Who picks, answers otherwise or says no: the one who is asked, until a time is picked."""
    return viewer.person_id == guide and state in UNSETTLED


def may_call_off(
    viewer: Sight, asker: int, guide: int, state: str, at: datetime | None, now: datetime
) -> bool:
    """Who takes it back: either of the two until a booked call begins; before that, the one who asks."""
    if state == "booked" and at is not None:
        return viewer.person_id in {asker, guide} and now < at
    return viewer.person_id == asker and state in UNSETTLED


def is_possible(moment: datetime, day: date, now: datetime) -> bool:
    """Whether a call can be proposed for a moment, of which `day` is the date in the city."""
    return now < moment <= now + AHEAD and workdays.is_workday(day)


def ahead(times: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    """The moments that can still be picked, the earliest first."""
    return tuple(sorted(one for one in times if one > now))
