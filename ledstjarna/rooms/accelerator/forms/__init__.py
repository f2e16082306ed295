"""What is typed into the accelerator, checked."""

from ledstjarna.rooms.accelerator.forms.calls import Call, CallOff, Criterion, Drop, Move, Prolong, Question
from ledstjarna.rooms.accelerator.forms.challenges import Challenge
from ledstjarna.rooms.accelerator.forms.copies import Mend, mend_form
from ledstjarna.rooms.accelerator.forms.entries import Enter, Entry, entry_form
from ledstjarna.rooms.accelerator.forms.ideas import Idea, Invite, Join
from ledstjarna.rooms.accelerator.forms.initiatives import Aim, Fund, Gate, Measure, Note, Plan
from ledstjarna.rooms.accelerator.forms.judging import Assess, Weigh, assess_form
from ledstjarna.rooms.accelerator.forms.registers import Bring, chosen_columns
from ledstjarna.rooms.accelerator.forms.shared import at_places

__all__ = [
    "Aim",
    "Assess",
    "Bring",
    "Call",
    "CallOff",
    "Challenge",
    "Criterion",
    "Drop",
    "Enter",
    "Entry",
    "Fund",
    "Gate",
    "Idea",
    "Invite",
    "Join",
    "Measure",
    "Mend",
    "Move",
    "Note",
    "Plan",
    "Prolong",
    "Question",
    "Weigh",
    "assess_form",
    "at_places",
    "chosen_columns",
    "entry_form",
    "mend_form",
]
