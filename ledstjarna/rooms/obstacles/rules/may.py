"""Who reports what is in the way, and who answers."""

from collections.abc import Collection

from ledstjarna.people.sight import Sight

LEADERS = frozenset({"manager", "director"})


def may_report(viewer: Sight) -> bool:
    """Who says what is in the way: everybody in the city."""
    return viewer.signed_in


def leads(viewer: Sight) -> frozenset[int]:
    """The rows of the units that a viewer leads."""
    return frozenset(held.unit_id for held in viewer.roles if held.role in LEADERS and held.unit_id)


def may_answer(viewer: Sight, line: Collection[int]) -> bool:
    """Who answers: whoever leads the unit that it was sent to, or one above it, or the whole city.

    `line` is that unit and all that it is part of. Who keeps the system may not for that reason (R23).
    """
    return bool(leads(viewer) & frozenset(line)) or viewer.holds("city_director")


def may_ask_back(viewer: Sight, reporter: int | None, *, answers: bool) -> bool:
    """Who adds a line: whoever reported it in their own name, and whoever answers."""
    return answers or (viewer.person_id is not None and viewer.person_id == reporter)


def may_echo(viewer: Sight, reporter: int | None) -> bool:
    """Who says “for us too”: everybody in the city but the one who reported it."""
    return viewer.signed_in and viewer.person_id is not None and viewer.person_id != reporter


def may_appoint(viewer: Sight) -> bool:
    """Who says which function removes what."""
    return viewer.holds("administrator")
