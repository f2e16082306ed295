"""What may be done in the atlas room, and when a thread is called loose: plain values."""

from ledstjarna.rooms.atlas.rules.may import LEADING, is_over, may_budget, may_dismiss
from ledstjarna.rooms.atlas.rules.worth import (
    DIALS,
    DONE,
    FEW,
    LATELY,
    MATURE,
    QUIET,
    SAID,
    SORTS,
    YEAR,
    asks_for_attention,
    has_grown,
    is_mature,
    is_passed,
    key_of,
)

__all__ = [
    "DIALS",
    "DONE",
    "FEW",
    "LATELY",
    "LEADING",
    "MATURE",
    "QUIET",
    "SAID",
    "SORTS",
    "YEAR",
    "asks_for_attention",
    "has_grown",
    "is_mature",
    "is_over",
    "is_passed",
    "key_of",
    "may_budget",
    "may_dismiss",
]
