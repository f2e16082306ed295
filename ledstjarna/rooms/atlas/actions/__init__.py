"""What can be done in the atlas room."""

from ledstjarna.rooms.atlas.actions.budget import cap, estimate
from ledstjarna.rooms.atlas.actions.loose import dismiss, take_up

__all__ = ["cap", "dismiss", "estimate", "take_up"]
