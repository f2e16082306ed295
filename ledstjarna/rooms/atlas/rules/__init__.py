"""What may be done in the atlas room, and when a thread is called loose: plain values."""

from ledstjarna.rooms.atlas.rules.may import is_over, may_budget, may_dismiss
from ledstjarna.rooms.atlas.rules.worth import DONE, MATURE, SAID, SORTS, YEAR, is_mature, is_passed, key_of

__all__ = [
    "DONE",
    "MATURE",
    "SAID",
    "SORTS",
    "YEAR",
    "is_mature",
    "is_over",
    "is_passed",
    "key_of",
    "may_budget",
    "may_dismiss",
]
