"""What a call asks and what answers are weighed by."""

from dataclasses import dataclass

from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Criterion, Question
from ledstjarna.rooms.accelerator.room import Sort


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a form."""

    place: int
    text: str
    hint: str
    sort: str
    label: str
    options: tuple[str, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion, with words for both ends of its scale; `share` of the whole weight."""

    place: int
    title: str
    low: str
    high: str
    weight: int
    share: float


def question_row(one: Question) -> QuestionRow:
    """A question as a plain value."""
    label = str(Sort(one.sort).label)
    return QuestionRow(
        one.place, one.text, one.hint, one.sort, label, rules.options_of(one.options), one.needed
    )


def questions_of(call: int) -> tuple[QuestionRow, ...]:
    """A call's questions in order."""
    return tuple(map(question_row, Question.objects.filter(call_id=call).order_by("place")))


def criteria_of(call: int) -> tuple[CriterionRow, ...]:
    """A call's criteria in order."""
    rows = list(Criterion.objects.filter(call_id=call).order_by("place"))
    whole = sum(one.weight for one in rows) or 1
    return tuple(
        CriterionRow(one.place, one.title, one.low, one.high, one.weight, one.weight / whole) for one in rows
    )
