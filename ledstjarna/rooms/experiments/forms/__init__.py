"""What is typed into the experiments room, checked."""

from ledstjarna.rooms.experiments.forms.calls import (
    AnswerCall,
    LetDecide,
    PickTime,
    ProposeAgain,
    ProposeCall,
)
from ledstjarna.rooms.experiments.forms.lessons import OpenLesson, Renew, Retire, Reword, TakeUp, Teach
from ledstjarna.rooms.experiments.forms.spread import AddFeed
from ledstjarna.rooms.experiments.forms.sprints import Alter, Bring, Conclude, Log, LogAll, Note
from ledstjarna.rooms.experiments.forms.tests import Cancel, Idea, Lay, Mend, OpenTest
from ledstjarna.web.fields import Confirm

__all__ = [
    "AddFeed", "Alter", "AnswerCall", "Bring", "Cancel", "Conclude", "Confirm", "Idea", "Lay", "LetDecide",
    "Log", "LogAll", "Mend", "Note", "OpenLesson", "OpenTest", "PickTime", "ProposeAgain", "ProposeCall",
    "Renew", "Retire", "Reword", "TakeUp", "Teach",
]  # fmt: skip
