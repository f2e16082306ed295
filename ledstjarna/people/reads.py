"""The organisation as it is met: its tree, its people, its parties, and the search."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils import timezone

from ledstjarna.people import rules
from ledstjarna.people.models import Authority, Employment, Intake, Party, Person, RoleAssignment, Unit
from ledstjarna.people.room import ROOM, AuthorityKind, Role, UnitKind
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.plumbing.paging import paged
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.thread.search import Found, search

SIZE = 30


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in a list, with how many work in it and below it."""

    ref: str
    name: str
    kind: str
    people: int


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """A board or company in a list."""

    ref: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """The top of the organisation."""

    departments: tuple[UnitLine, ...]
    companies: tuple[UnitLine, ...]
    boards: tuple[AuthorityLine, ...]
    parties: tuple[Spot, ...]
    people: int
    may_import: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody in a list of staff."""

    ref: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit with what is above and below it and who works there."""

    ref: str
    name: str
    kind: str
    why: tuple[Spot, ...]
    above: tuple[Spot, ...]
    below: tuple[UnitLine, ...]
    authority: Spot | None
    staff: tuple[Colleague, ...]
    number: int
    pages: int
    total: int
    query: str
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """A board or company, and the units that answer to it."""

    ref: str
    name: str
    kind: str
    organisation_number: str
    why: tuple[Spot, ...]
    units: tuple[UnitLine, ...]
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A role as its holder sees it."""

    label: str
    scope: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person; the holder sees the roles by which they see what they see (R23)."""

    ref: str
    name: str
    title: str
    unit: Spot | None
    own: bool
    email: str
    roles: tuple[HeldLine, ...]
    protected: bool


@dataclass(frozen=True, slots=True)
class PartyPage:
    """A party, its seats, and what it has said."""

    ref: str
    name: str
    seats: int
    majority: bool
    why: tuple[Spot, ...]
    members: tuple[Colleague, ...]
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found: things on the thread, and persons for those who are signed in."""

    query: str
    found: Found
    people: tuple[Colleague, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to be in the demo."""

    ref: str
    name: str
    label: str
    title: str
    unit: str


def _lines(units: list[Unit], today: date) -> tuple[UnitLine, ...]:
    """Units with the people of their whole subtree, in two queries however many they are."""
    working = (
        Employment.objects.filter(in_force(today)).values_list("unit_id").annotate(Count("pk")).order_by()
    )
    own = dict(working)
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    whole: dict[int, int] = {}
    for pk, many in own.items():
        above: int | None = pk
        while above is not None:
            whole[above] = whole.get(above, 0) + many
            above = parents.get(above)
    return tuple(
        UnitLine(unit.node.ref, unit.name, str(UnitKind(unit.kind).label), whole.get(unit.pk, 0))
        for unit in units
    )


def organisation(*, viewer: Viewer, now: datetime) -> OrganisationPage:
    """The departments, companies, boards and parties."""
    today = timezone.localdate(now)
    tops = list(Unit.objects.select_related("node").filter(in_force(today), parent=None).order_by("name"))
    lines = _lines(tops, today)
    boards = Authority.objects.select_related("node").filter(kind=AuthorityKind.BOARD).order_by("name")
    return OrganisationPage(
        departments=tuple(
            line for line, unit in zip(lines, tops, strict=True) if unit.kind == UnitKind.DEPARTMENT
        ),
        companies=tuple(
            line for line, unit in zip(lines, tops, strict=True) if unit.kind == UnitKind.COMPANY
        ),
        boards=tuple(AuthorityLine(one.node.ref, one.name, str(AuthorityKind.BOARD.label)) for one in boards),
        parties=tuple(reads.spots(viewer=viewer, kind="party")),
        people=sum(line.people for line in lines),
        may_import=rules.may_import(viewer),
    )


def _above(unit: Unit) -> tuple[Spot, ...]:
    found: list[Spot] = []
    parent = unit.parent
    while parent is not None:
        found.append(reads.spot(parent.node))
        parent = parent.parent
    return tuple(reversed(found))


def unit(*, ref: str, viewer: Viewer, now: datetime, query: str = "", number: int = 1) -> UnitPage:
    """A unit; who works there is for colleagues, and protected persons are never in the list (R18)."""
    node = reads.node(ref=ref, viewer=viewer, kind="unit")
    today = timezone.localdate(now)
    one = Unit.objects.select_related("node", "authority__node", "parent__node", "parent__parent__node").get(
        node=node
    )
    below = list(Unit.objects.select_related("node").filter(in_force(today), parent=one).order_by("name"))
    staff = Employment.objects.filter(in_force(today), unit=one, person__protected=False)
    if not viewer.signed_in:
        staff = staff.none()
    if query:
        staff = staff.filter(Q(person__given__icontains=query) | Q(person__family__icontains=query))
    rows = staff.select_related("person__node").order_by("person__family", "person__given", "pk")
    page = paged(rows, number, SIZE)
    return UnitPage(
        ref=ref,
        name=one.name,
        kind=str(UnitKind(one.kind).label),
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        above=_above(one),
        below=_lines(below, today),
        authority=reads.spot(one.authority.node) if one.authority else None,
        staff=tuple(Colleague(row.person.node.ref, row.person.name, row.title) for row in page),
        number=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        query=query,
        neighbours=_met(node, viewer),
    )


def _met(node: Node, viewer: Viewer) -> tuple[Neighbour, ...]:
    """What other rooms have tied to a place; its own tree is on the page already."""
    own = {tie.name for tie in ROOM.ties}
    return tuple(reads.neighbours(node=node, viewer=viewer, without=own))


def authority(*, ref: str, viewer: Viewer, now: datetime) -> AuthorityPage:
    """A board or company."""
    node = reads.node(ref=ref, viewer=viewer)
    one = Authority.objects.filter(node=node).first()
    if one is None:
        raise Missing(ref)
    today = timezone.localdate(now)
    answering = Unit.objects.select_related("node").filter(in_force(today), authority=one)
    tops = answering.filter(~Q(parent__authority=one) | Q(parent=None))
    return AuthorityPage(
        ref=ref,
        name=one.name,
        kind=str(AuthorityKind(one.kind).label),
        organisation_number=one.organisation_number,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        units=_lines(list(tops.order_by("name")), today),
        neighbours=_met(node, viewer),
    )


def person(*, ref: str, viewer: Viewer, now: datetime) -> PersonPage:
    """A person; a protected one is missing for everybody but themselves (R18)."""
    if not viewer.signed_in:
        raise Missing(ref)
    node = reads.node(ref=ref, viewer=viewer, kind="person")
    one = Person.objects.get(node=node)
    today = timezone.localdate(now)
    works = Employment.objects.select_related("unit__node").filter(in_force(today), person=one).first()
    own = viewer.person_id == one.pk
    return PersonPage(
        ref=ref,
        name=one.name,
        title=works.title if works else "",
        unit=reads.spot(works.unit.node) if works else None,
        own=own,
        email=one.email if own else "",
        roles=_roles(one, today) if own else (),
        protected=one.protected,
    )


def _roles(one: Person, today: date) -> tuple[HeldLine, ...]:
    held = RoleAssignment.objects.select_related("unit", "authority", "party").filter(
        in_force(today), person=one
    )
    return tuple(
        HeldLine(
            str(Role(row.role).label),
            next((scope.name for scope in (row.unit, row.authority, row.party) if scope is not None), ""),
        )
        for row in held.order_by("pk")
    )


def party(*, ref: str, viewer: Viewer, now: datetime) -> PartyPage:
    """A party and its members in the council."""
    node = reads.node(ref=ref, viewer=viewer, kind="party")
    one = Party.objects.get(node=node)
    members = RoleAssignment.objects.select_related("person__node").filter(
        in_force(timezone.localdate(now)), party=one, role=Role.ELECTED, person__protected=False
    )
    shown = members.order_by("person__family", "person__given") if viewer.signed_in else members.none()
    return PartyPage(
        ref=ref,
        name=one.name,
        seats=one.seats,
        majority=one.majority,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        members=tuple(Colleague(row.person.node.ref, row.person.name, "") for row in shown),
        neighbours=tuple(reads.neighbours(node=node, viewer=viewer)),
    )


def _named(word: str) -> Q:
    """A name begins so: SQLite has one å and another Å, so both are asked for."""
    begins = Q()
    for form in (word, word.capitalize()):
        begins |= Q(given__istartswith=form) | Q(family__istartswith=form)
    return begins


def find(*, viewer: Viewer, now: datetime, query: str = "", number: int = 1, kind: str = "") -> SearchPage:
    """What this viewer may find, of one kind or of all; persons for those signed in, never protected ones."""
    found = search(query=query, viewer=viewer, number=number, kind=kind)
    people = Person.objects.none()
    if viewer.signed_in and not kind and len(query.strip()) >= 2:
        people = Person.objects.select_related("node").filter(protected=False)
        for word in query.split()[:4]:
            people = people.filter(_named(word))
    rows = people.order_by("family", "given")[:SIZE]
    return SearchPage(
        query=query,
        found=found,
        people=tuple(Colleague(one.node.ref, one.name, "") for one in rows),
        number=found.number,
        pages=found.pages,
    )


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A staff file that was read, and whether it has been taken in."""

    ref: str
    name: str
    made_at: datetime
    done: bool


@dataclass(frozen=True, slots=True)
class Uploading:
    """Where staff files are brought in."""

    kept: tuple[KeptFile, ...]


def uploading(*, viewer: Viewer) -> Uploading:
    """The latest files.

    Raises:
        Missing: this viewer brings in no organisation.
    """
    if not rules.may_import(viewer):
        raise Missing("import")
    rows = Intake.objects.select_related("node").order_by("-made_at")[:10]
    return Uploading(
        tuple(KeptFile(one.node.ref, one.name, one.made_at, one.done_at is not None) for one in rows)
    )


def personas(*, now: datetime) -> tuple[Persona, ...]:
    """One person for each role, to choose among in the demo; never a protected one."""
    today = timezone.localdate(now)
    made = []
    for role in Role.values:
        held = RoleAssignment.objects.filter(in_force(today), role=role, person__protected=False)
        held = held.exclude(person__account=None).select_related("person__node", "unit", "party")
        made += [_persona(row) for row in held.order_by("pk")[:2]]
    return tuple(made)


def _persona(row: RoleAssignment) -> Persona:
    scope = row.unit or row.party
    works = row.person.employments.first()
    return Persona(
        ref=row.person.node.ref,
        name=row.person.name,
        label=str(Role(row.role).label),
        title=works.title if works else "",
        unit=scope.name if scope else "",
    )
