"""What this room does by the clock."""

from datetime import datetime

from ledstjarna.rooms.experiments.actions.calls import forget
from ledstjarna.rooms.experiments.actions.feeds import ask_feeds
from ledstjarna.rooms.experiments.actions.offers import deal_next


def tick(now: datetime) -> None:
    """Ask other cities once a day, let go of calls that are over, and offer lessons to one person at most."""
    ask_feeds(now)
    forget(now)
    deal_next(now)
