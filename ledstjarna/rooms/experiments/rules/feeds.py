"""When another city's feed is to be read, and who says which."""

from datetime import datetime, timedelta
from typing import Protocol

EVERY = timedelta(hours=24)


class Keeper(Protocol):
    """As much of a viewer as this rule asks for."""

    def holds(self, *roles: str) -> bool:
        """Whether any of these roles is held."""


def may_keep_feeds(viewer: Keeper) -> bool:
    """Who says which cities are read from, and so which hosts are asked: the administrators."""
    return viewer.holds("administrator")


def is_due(read_at: datetime | None, asked_at: datetime | None, now: datetime) -> bool:
    """Whether a feed is to be read: once a day, and not while it is being read."""
    latest = max(filter(None, (read_at, asked_at)), default=None)
    return latest is None or now - latest >= EVERY
