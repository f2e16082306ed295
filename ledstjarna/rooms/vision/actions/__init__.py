"""What can be done in the vision room."""

from ledstjarna.rooms.vision.actions.consultations import bring_in
from ledstjarna.rooms.vision.actions.drafting import (
    add_area,
    add_shift,
    change_area,
    change_shift,
    keep_version,
    remove_area,
    remove_shift,
)
from ledstjarna.rooms.vision.actions.ledger import ask_again, decide, endorse
from ledstjarna.rooms.vision.actions.rounds import (
    advance,
    open_round,
    pause,
    prolong,
    reopen,
    resume,
)
from ledstjarna.rooms.vision.actions.statements import merge, moderate, say
from ledstjarna.rooms.vision.actions.voting import cast, count

__all__ = [
    "add_area",
    "add_shift",
    "advance",
    "ask_again",
    "bring_in",
    "cast",
    "change_area",
    "change_shift",
    "count",
    "decide",
    "endorse",
    "keep_version",
    "merge",
    "moderate",
    "open_round",
    "pause",
    "prolong",
    "remove_area",
    "remove_shift",
    "reopen",
    "resume",
    "say",
]
