"""What may be done about obstacles: plain values in, plain values out."""

from ledstjarna.rooms.obstacles.rules.clock import (
    CLOSE,
    OPEN,
    PROMISE,
    REMIND,
    is_asked,
    is_closing,
    is_later,
    is_open,
    is_overdue,
    is_reminding,
    is_ripe,
    promised,
)
from ledstjarna.rooms.obstacles.rules.guard import Hint, hints, title_of
from ledstjarna.rooms.obstacles.rules.may import (
    LEADERS,
    leads,
    may_answer,
    may_appoint,
    may_ask_back,
    may_echo,
    may_report,
)
from ledstjarna.rooms.obstacles.rules.shown import FLOOR, Shown, shown, threshold_of

__all__ = [
    "CLOSE",
    "FLOOR",
    "LEADERS",
    "OPEN",
    "PROMISE",
    "REMIND",
    "Hint",
    "Shown",
    "hints",
    "is_asked",
    "is_closing",
    "is_later",
    "is_open",
    "is_overdue",
    "is_reminding",
    "is_ripe",
    "leads",
    "may_answer",
    "may_appoint",
    "may_ask_back",
    "may_echo",
    "may_report",
    "promised",
    "shown",
    "threshold_of",
    "title_of",
]
