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
from ledstjarna.rooms.missions.actions.cards import agree_card, change_card, hand_card, write_card
from ledstjarna.rooms.missions.actions.delegation import decide_by, delegate, report, revoke, take_register
from ledstjarna.rooms.missions.actions.drafts import dispatch, settle_plan
from ledstjarna.rooms.missions.actions.follow import follow, hold, look, measure, want
from ledstjarna.rooms.missions.actions.profiles import change_profile, draft_cards, set_profile, stop_profile
from ledstjarna.rooms.missions.actions.questions import answer, ask, clarify, postpone
from ledstjarna.rooms.missions.actions.reports import comment_report, settle_report
from ledstjarna.rooms.missions.actions.rhythm import put_off, set_rhythm
from ledstjarna.rooms.missions.actions.scorecards import (
    bring_scorecard,
    decide_fates,
    set_aside_scorecard,
    settle_scorecard,
)

__all__ = [
    "agree_card",
    "answer",
    "ask",
    "bring_scorecard",
    "change_aim",
    "change_card",
    "change_profile",
    "clarify",
    "comment_report",
    "decide_by",
    "decide_fates",
    "delegate",
    "dispatch",
    "draft_cards",
    "follow",
    "hand_card",
    "hold",
    "look",
    "measure",
    "postpone",
    "put_off",
    "report",
    "revoke",
    "set_aside_scorecard",
    "set_direction",
    "set_goal",
    "set_mission",
    "set_plan",
    "set_profile",
    "set_programme",
    "set_rhythm",
    "settle_plan",
    "settle_report",
    "settle_scorecard",
    "stop_aim",
    "stop_profile",
    "take_register",
    "want",
    "write_card",
]
