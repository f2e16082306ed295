"""Who words what all lean on, and who may prepare a decision."""

from datetime import date

from ledstjarna.people.sight import Sight

STEERERS = ("city_director", "hr", "administrator")
CLERKS = ("city_director", "registrar", "administrator")


def may_word(viewer: Sight) -> bool:
    """Who enters the approaches that all have shaped."""
    return viewer.holds(*STEERERS)


def may_enter(viewer: Sight) -> bool:
    """Who enters the steering documents that council and boards have decided."""
    return viewer.holds(*CLERKS)


def may_prepare(viewer: Sight) -> bool:
    """Who may see how a decision hangs together: whoever in the city prepares one."""
    return viewer.signed_in


def is_valid(begins: date, ends: date | None, day: date) -> bool:
    """Whether a document holds on a day."""
    return begins <= day and (ends is None or day <= ends)
