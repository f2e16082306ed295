"""Who is looking: a plain value made anew for each request, so rights are never stale."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from ledstjarna.people.models import Employment, Person, RoleAssignment
from ledstjarna.people.room import Role


@dataclass(frozen=True, slots=True)
class Held:
    """A role in force and what it is held for; nothing named means the whole city."""

    role: str
    unit_id: int | None
    authority_id: int | None
    party_id: int | None


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person as the house sees them, or nobody: a resident without an account."""

    node_id: int | None
    name: str
    signed_in: bool
    roles: tuple[Held, ...]
    unit_ids: frozenset[int]
    department_id: int | None
    authority_ids: frozenset[int]
    ref: str = ""
    title: str = ""

    @property
    def person_id(self) -> int | None:
        """The person's row, which is their node's."""
        return self.node_id

    def holds(self, *roles: str) -> bool:
        """Whether any of these roles is held, for whatever scope."""
        return any(held.role in roles for held in self.roles)

    @property
    def party_id(self) -> int | None:
        """The party that an elected member sits for."""
        return next((held.party_id for held in self.roles if held.party_id), None)

    @property
    def role_label(self) -> str:
        """The words for what this person foremost is in the city."""
        order = [*reversed(Role.values)]
        first = min((order.index(held.role) for held in self.roles), default=None)
        return str(Role(order[first]).label) if first is not None else ""


class Request(HttpRequest):
    """A request as the middleware leaves it: with the viewer and the moment on it."""

    viewer: Viewer
    now: datetime
    htmx: HtmxDetails
    LANGUAGE_CODE: str


NOBODY = Viewer(None, "", False, (), frozenset(), None, frozenset())


def in_force(today: date) -> Q:
    """The condition on a row with validity dates that it holds today."""
    return Q(valid_from__lte=today) & (Q(valid_to__isnull=True) | Q(valid_to__gte=today))


def viewer_of(person: Person, today: date) -> Viewer:
    """The viewer that a person is today."""
    employments = Employment.objects.filter(in_force(today), person=person)
    works = list(employments.values_list("unit_id", "unit__department_id", "unit__authority_id", "title"))
    granted = RoleAssignment.objects.filter(in_force(today), person=person).order_by("pk")
    roles = [Held(*row) for row in granted.values_list("role", "unit_id", "authority_id", "party_id")]
    if works:
        roles.append(Held(Role.EMPLOYEE, works[0][0], None, None))
    authorities = {row[2] for row in works} | {held.authority_id for held in roles}
    return Viewer(
        node_id=person.pk,
        name=person.name,
        signed_in=bool(roles),
        roles=tuple(roles),
        unit_ids=frozenset(row[0] for row in works),
        department_id=next((row[1] or row[0] for row in works), None),
        authority_ids=frozenset(pk for pk in authorities if pk),
        ref=person.node.ref,
        title=works[0][3] if works else "",
    )


def steward(email: str, today: date) -> Viewer:
    """Who acts on the command line: the person with that address, else the machine's own administrator.

    Whoever may run commands on the server may already do anything to its files.

    Raises:
        Person.DoesNotExist: nobody has that address.
    """
    if email:
        return viewer_of(Person.objects.select_related("node").get(email__iexact=email), today)
    return Viewer(
        None, "", True, (Held(Role.ADMINISTRATOR, None, None, None),), frozenset(), None, frozenset()
    )
