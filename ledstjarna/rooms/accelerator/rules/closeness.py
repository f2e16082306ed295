"""Who is too close to an entry to assess it (R13): worked out from ties that the city already knows of."""

from collections.abc import Iterable
from dataclasses import dataclass

Ids = frozenset[int]


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, the units they work in and lead, the managers above them, and those they do things with."""

    person: int
    units: Ids = frozenset()
    leads: Ids = frozenset()
    above: Ids = frozenset()
    joint: Ids = frozenset()


def closeness(one: Someone, entrants: Iterable[Someone], units: Ids, line: Ids) -> str:
    """How close somebody is to an entry, by name; nothing where they may judge it.

    `units` are those that the entry comes from, and `line` these with all that they are part of. Same unit,
    the line of management up and down, and joint work make somebody too close.
    """
    others = tuple(entrants)
    if any(one.person == other.person for other in others):
        return "self"
    if one.units & (units | {unit for other in others for unit in other.units}):
        return "unit"
    if one.leads & line or any(other.person in one.above or one.person in other.above for other in others):
        return "line"
    return "joint" if any(other.person in one.joint for other in others) else ""


def line_above(person: int, managers: dict[int, Ids]) -> Ids:
    """Everybody who leads a person, step by step upwards; a ring in the data does no harm."""
    above: set[int] = set()
    ahead = list(managers.get(person, ()))
    while ahead:
        leader = ahead.pop()
        if leader not in above and leader != person:
            above.add(leader)
            ahead += managers.get(leader, ())
    return frozenset(above)


def joint_of(together: Iterable[Ids]) -> dict[int, Ids]:
    """For each person those they share a thing with, where a thing is the set of persons who are in it."""
    found: dict[int, set[int]] = {}
    for crew in together:
        for person in crew:
            found.setdefault(person, set()).update(crew - {person})
    return {person: frozenset(others) for person, others in found.items()}
