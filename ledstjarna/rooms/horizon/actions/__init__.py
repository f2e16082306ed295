"""What can be done about signals from outside."""

from ledstjarna.rooms.horizon.actions.noticing import notice
from ledstjarna.rooms.horizon.actions.reading import appoint, parry, read_together

__all__ = ["appoint", "notice", "parry", "read_together"]
