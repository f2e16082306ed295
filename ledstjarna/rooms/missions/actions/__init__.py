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
from ledstjarna.rooms.missions.actions.follow import follow, hold, look, measure
from ledstjarna.rooms.missions.actions.questions import answer, ask, postpone

__all__ = [
    "answer",
    "ask",
    "change_aim",
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
]
