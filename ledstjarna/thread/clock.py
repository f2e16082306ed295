"""What rooms want done by the clock, since nobody listens."""

from datetime import datetime

from django.utils.module_loading import import_string

from ledstjarna.thread import room


def tick(now: datetime) -> None:
    """Call what each room has named; the worker does so every other second."""
    for one in room.rooms():
        if one.tick:
            import_string(one.tick)(now=now)
