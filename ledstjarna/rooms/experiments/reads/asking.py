"""What a manager has been asked of a sketch: whether its people may decide."""

from dataclasses import dataclass
from datetime import date

from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Asking
from ledstjarna.rooms.experiments.reads.shared import (
    named,
)


@dataclass(frozen=True, slots=True)
class AskingPart:
    """What was asked of a manager: whether its people may decide; the day of the answer, and the answer."""

    asker: str
    manager: str
    promised: date
    late: bool
    answered_on: date | None
    answer: str
    words: str


def asking_part(asked: Asking, today: date) -> AskingPart:
    """What was asked, as it stands on a day."""
    late = rules.is_late(asked.promised, asked.answered_on, today)
    label = asked.get_answer_display() if asked.answer else ""
    return AskingPart(
        named(asked.asker), named(asked.manager), asked.promised, late, asked.answered_on, label, asked.words
    )
