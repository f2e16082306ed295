"""Who may try, lead, count and learn; a person is in a test by their own ticking in."""

from collections.abc import Collection

from ledstjarna.people.sight import Sight

LEADERS = frozenset({"manager", "director"})
KEEPERS = ("administrator",)


def may_try(viewer: Sight) -> bool:
    """Who may sketch a small test: everybody who works somewhere in the city."""
    return viewer.signed_in and bool(viewer.unit_ids)


def may_lead(viewer: Sight, team: Collection[int], line: frozenset[int]) -> bool:
    """Who mends, starts and concludes a test: those who are in it, and who leads the unit it is tried in.

    `line` is the unit and all that it is part of.
    """
    if not viewer.signed_in:
        return False
    leads = any(held.role in LEADERS and held.unit_id in line for held in viewer.roles)
    return viewer.person_id in team or leads


def may_log(viewer: Sight, team: Collection[int], line: frozenset[int], unit: int) -> bool:
    """Who counts and notes: whoever leads the test, and everybody in the unit where it is tried."""
    return may_lead(viewer, team, line) or (viewer.signed_in and unit in viewer.unit_ids)


def may_join(viewer: Sight, team: Collection[int]) -> bool:
    """Who may tick themselves in: whoever is not in it yet."""
    return viewer.signed_in and viewer.person_id is not None and viewer.person_id not in team


def may_leave(viewer: Sight, team: Collection[int], maker: int | None) -> bool:
    """Who may tick themselves out: whoever is in it, but for the one whose test it is."""
    return viewer.person_id is not None and viewer.person_id in team and viewer.person_id != maker


def may_teach(viewer: Sight, team: Collection[int], line: frozenset[int]) -> bool:
    """Who words, opens, renews and retires a lesson: those who learnt it, and who leads their unit."""
    return may_lead(viewer, team, line) or viewer.holds(*KEEPERS)


def may_take_up(viewer: Sight, unit: int, owner: int) -> bool:
    """Who says what a unit does with a lesson: whoever works there or leads it; not of one's own lesson."""
    leads = any(held.role in LEADERS and held.unit_id == unit for held in viewer.roles)
    return viewer.signed_in and unit != owner and (unit in viewer.unit_ids or leads)


def may_guide(viewer: Sight) -> bool:
    """Who may say that they can be asked: anybody in the city, of themselves alone."""
    return viewer.signed_in and viewer.person_id is not None
