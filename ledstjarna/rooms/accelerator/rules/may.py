"""Who may do what in the accelerator."""

from collections.abc import Collection

from ledstjarna.people.sight import Sight

OFFICE = ("city_director", "communicator", "administrator")


def may_run(viewer: Sight) -> bool:
    """The innovation office: who sets challenges, runs calls, decides, and brings in registers."""
    return viewer.holds(*OFFICE)


def may_tell(viewer: Sight) -> bool:
    """Who may tell an idea, enter a call and join others: anyone in the city."""
    return viewer.signed_in and viewer.person_id is not None


def may_write(viewer: Sight, members: Collection[int]) -> bool:
    """Who changes an entry: those who are in it."""
    return viewer.person_id in members


def may_drive(viewer: Sight, members: Collection[int], coach: int | None) -> bool:
    """Who keeps the plan of an initiative: those who are in it, its coach, and the office."""
    near = viewer.person_id is not None and viewer.person_id in {*members, coach}
    return near or may_run(viewer)


def may_gate(viewer: Sight, line: Collection[int], members: Collection[int]) -> bool:
    """Who decides at a gate: the office, or the director it belongs to; never somebody who is in it."""
    if viewer.person_id in members and viewer.person_id is not None:
        return False
    directs = any(held.role == "director" and held.unit_id in line for held in viewer.roles)
    return directs or may_run(viewer)


def may_decide(viewer: Sight, members: Collection[int]) -> bool:
    """Who decides of an entry: the office, but nobody of their own."""
    inside = viewer.person_id is not None and viewer.person_id in members
    return may_run(viewer) and not inside


def may_assess(viewer: Sight, assessor: int | None) -> bool:
    """Who assesses an entry: the person to whom it was given."""
    return viewer.person_id is not None and viewer.person_id == assessor
