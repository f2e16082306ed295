"""Everyone entitled to a ballot on a day, and what a ballot may say of them."""

from dataclasses import dataclass
from datetime import date

from ledstjarna.people.models import Employment, RoleAssignment
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import in_force


@dataclass(frozen=True, slots=True)
class Entitled:
    """A person by row number, with department, role and party as words; empty where there is none."""

    person_id: int
    department: str
    role: str
    party: str


def electorate(*, today: date) -> list[Entitled]:
    """All with an employment or a seat in force, in order of row number."""
    works = Employment.objects.filter(in_force(today)).order_by("pk")
    rows = works.values_list("person_id", "unit__department__name", "unit__name", "category")
    work = {person: (department or unit, category) for person, department, unit, category in rows}
    granted = RoleAssignment.objects.filter(in_force(today), role__in=(Role.ELECTED, Role.MANAGER))
    seats = dict(granted.filter(role=Role.ELECTED).values_list("person_id", "party__name"))
    managers = set(granted.filter(role=Role.MANAGER).values_list("person_id", flat=True))
    return [
        Entitled(
            person,
            work.get(person, ("", ""))[0],
            _role(person in seats, person in managers, work.get(person, ("", ""))[1]),
            seats.get(person) or "",
        )
        for person in sorted(work.keys() | seats.keys())
    ]


def _role(elected: bool, manager: bool, category: str) -> str:
    if elected:
        return Role.ELECTED.value
    return Role.MANAGER.value if manager else category or Role.EMPLOYEE.value
