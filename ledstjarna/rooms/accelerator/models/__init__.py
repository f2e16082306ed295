"""What the accelerator keeps: challenges, ideas, calls, entries, assessments and initiatives."""

from ledstjarna.rooms.accelerator.models.calls import Call, Criterion, Question, Turn
from ledstjarna.rooms.accelerator.models.challenges import Challenge, Idea, Member
from ledstjarna.rooms.accelerator.models.entries import Answer, Assessor, Copy, Declared, Entry, Score, Seat
from ledstjarna.rooms.accelerator.models.initiatives import EffectGoal, Fund, Gate, Initiative, Register

__all__ = [
    "Answer",
    "Assessor",
    "Call",
    "Challenge",
    "Copy",
    "Criterion",
    "Declared",
    "EffectGoal",
    "Entry",
    "Fund",
    "Gate",
    "Idea",
    "Initiative",
    "Member",
    "Question",
    "Register",
    "Score",
    "Seat",
    "Turn",
]
