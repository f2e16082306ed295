"""What can be done about obstacles."""

from ledstjarna.rooms.obstacles.actions.answering import answer, ask_back, hand_over, postpone
from ledstjarna.rooms.obstacles.actions.clock import close_silent, remind
from ledstjarna.rooms.obstacles.actions.desks import appoint, relieve
from ledstjarna.rooms.obstacles.actions.judging import echo, judge
from ledstjarna.rooms.obstacles.actions.letters import deliver, post, write_back
from ledstjarna.rooms.obstacles.actions.reporting import report

__all__ = [
    "answer",
    "appoint",
    "ask_back",
    "close_silent",
    "deliver",
    "echo",
    "hand_over",
    "judge",
    "post",
    "postpone",
    "relieve",
    "remind",
    "report",
    "write_back",
]
