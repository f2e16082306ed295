"""What can be done in the missions room: check, change, record, return."""

from ledstjarna.rooms.missions.actions.aims import (
    change_aim,
    set_direction,
    set_goal,
    set_mission,
    set_plan,
    set_programme,
    stop_aim,
)
from ledstjarna.rooms.missions.actions.cards import agree_card, change_card, write_card
from ledstjarna.rooms.missions.actions.follow import follow, hold, look, measure
from ledstjarna.rooms.missions.actions.questions import answer, ask, postpone

__all__ = [
    "agree_card",
    "answer",
    "ask",
    "change_aim",
    "change_card",
    "follow",
    "hold",
    "look",
    "measure",
    "postpone",
    "set_direction",
    "set_goal",
    "set_mission",
    "set_plan",
    "set_programme",
    "stop_aim",
    "write_card",
]
