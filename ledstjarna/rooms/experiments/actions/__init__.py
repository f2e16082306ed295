"""What can be done in the experiments room."""

from ledstjarna.rooms.experiments.actions.adoptions import take_up
from ledstjarna.rooms.experiments.actions.asking import ask, let_decide
from ledstjarna.rooms.experiments.actions.calls import (
    answer_call,
    call_off,
    decline_call,
    pick_time,
    propose_again,
    propose_call,
)
from ledstjarna.rooms.experiments.actions.conclusions import cancel, conclude, open_test, try_again
from ledstjarna.rooms.experiments.actions.feed_keeping import keep_feed
from ledstjarna.rooms.experiments.actions.feeds import add_feed, drop_feed
from ledstjarna.rooms.experiments.actions.lessons import (
    offer,
    open_lesson,
    renew,
    retire,
    reword,
    teach,
    withdraw,
)
from ledstjarna.rooms.experiments.actions.mending import lay, mend
from ledstjarna.rooms.experiments.actions.offers import deal, decline
from ledstjarna.rooms.experiments.actions.sheets import bring, confirm, log_all
from ledstjarna.rooms.experiments.actions.sketches import sketch
from ledstjarna.rooms.experiments.actions.sprints import alter, join, leave, log, note, start, undo, wind_up

__all__ = [
    "add_feed",
    "alter",
    "answer_call",
    "ask",
    "bring",
    "call_off",
    "cancel",
    "conclude",
    "confirm",
    "deal",
    "decline",
    "decline_call",
    "drop_feed",
    "join",
    "keep_feed",
    "lay",
    "leave",
    "let_decide",
    "log",
    "log_all",
    "mend",
    "note",
    "offer",
    "open_lesson",
    "open_test",
    "pick_time",
    "propose_again",
    "propose_call",
    "renew",
    "retire",
    "reword",
    "sketch",
    "start",
    "take_up",
    "teach",
    "try_again",
    "undo",
    "wind_up",
    "withdraw",
]
