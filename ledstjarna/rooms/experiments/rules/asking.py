"""May we decide this ourselves? Who answers, and by when."""

from datetime import date

from ledstjarna.people.sight import Sight
from ledstjarna.plumbing import workdays

ANSWER = 5  # working days


def may_answer(viewer: Sight, manager: int) -> bool:
    """Who answers: the manager who was asked."""
    return viewer.person_id == manager


def promised(asked: date) -> date:
    """The day by which a manager answers, counted in working days."""
    return workdays.after(asked, ANSWER)


def is_late(promised: date, answered: date | None, today: date) -> bool:
    """Whether the promised day has passed without an answer."""
    return answered is None and today > promised


def is_worded(answer: str, words: str) -> bool:
    """Whether enough has been said: not now is said with a reason."""
    return answer != "not_now" or bool(words.strip())
