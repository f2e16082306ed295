"""What may be done in the principles room: plain values in, plain values out."""

from ledstjarna.rooms.principles.rules.may import is_valid, may_enter, may_prepare, may_word
from ledstjarna.rooms.principles.rules.parts import MOST_PARTS, Part, parts_of, too_many

__all__ = [
    "MOST_PARTS",
    "Part",
    "is_valid",
    "may_enter",
    "may_prepare",
    "may_word",
    "parts_of",
    "too_many",
]
