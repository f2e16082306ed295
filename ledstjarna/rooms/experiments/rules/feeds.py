"""When another city's feed is to be read, and who says which."""

from datetime import datetime, timedelta

from ledstjarna.people.sight import Sight

EVERY = timedelta(hours=24)


def may_keep_feeds(viewer: Sight) -> bool:
    """Who says which cities are read from, and so which hosts are asked: the administrators."""
    return viewer.holds("administrator")


def is_due(read_at: datetime | None, asked_at: datetime | None, now: datetime) -> bool:
    """Whether a feed is to be read: once a day, and not while it is being read."""
    latest = max(filter(None, (read_at, asked_at)), default=None)
    return latest is None or now - latest >= EVERY
