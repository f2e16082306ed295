"""Who looks after the thread."""

from typing import Protocol

LEADERS = ("manager", "director", "city_director", "communicator", "hr", "registrar", "administrator")
LEADING = ("elected", "city_director", "director")  # whose own acts are counted, and nobody else's
STEERERS = ("city_director", "administrator")


class Sight(Protocol):
    """As much of a viewer as these rules ask for."""

    def holds(self, *roles: str) -> bool:
        """Whether any of these roles is held."""


def may_dismiss(viewer: Sight) -> bool:
    """Who may say that a loose thread is no problem, and why: those who lead or keep order."""
    return viewer.holds(*LEADERS)


def may_budget(viewer: Sight) -> bool:
    """Who says what a signal costs, and how many are enough."""
    return viewer.holds(*STEERERS)


def is_over(signals: int, most: int | None) -> bool:
    """Whether there are more signals than were said to be enough."""
    return most is not None and signals > most
