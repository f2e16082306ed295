"""Who looks after the thread."""

from collections.abc import Iterable

from ledstjarna.people.sight import Held, Sight

LEADERS = ("manager", "director", "city_director", "communicator", "hr", "registrar", "administrator")
LEADING = ("elected", "city_director", "director")  # whose own acts are counted, and nobody else's
STEERERS = ("city_director", "administrator")


def may_dismiss(viewer: Sight) -> bool:
    """Who may say that a loose thread is no problem, and why: those who lead or keep order."""
    return viewer.holds(*LEADERS)


def may_budget(viewer: Sight) -> bool:
    """Who says what a signal costs, and how many are enough."""
    return viewer.holds(*STEERERS)


def is_over(signals: int, most: int | None) -> bool:
    """Whether there are more signals than were said to be enough."""
    return most is not None and signals > most


def leads(roles: Iterable[Held]) -> frozenset[int]:
    """The rows of the units, boards and companies that somebody with these roles leads or is elected for.

    Nothing where they see to the whole city.
    """
    held = [one for one in roles if one.role in {"manager", "director", "elected"}]
    if any(one.role in STEERERS for one in roles):
        return frozenset()
    return frozenset(pk for one in held for pk in (one.unit_id, one.authority_id) if pk)
