"""Setting up a whole organisation at once, from plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people import rules
from ledstjarna.people.models import Authority, Employment, Party, Person, RoleAssignment, Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node, Reader
from ledstjarna.thread.reads import Refused

BATCH = 500


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A board or company."""

    code: str
    name: str
    kind: str
    organisation_number: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit under another, parents before children; `authority` is a code."""

    code: str
    name: str
    kind: str
    parent: str
    authority: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the one employment they begin with; `unit` and `manager` may be empty."""

    number: str
    given: str
    family: str
    email: str
    protected: bool
    unit: str
    title: str
    category: str
    manager: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party in the council."""

    code: str
    name: str
    seats: int
    majority: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role of a person, by number, for a unit, an authority or a party, by code, or for the city."""

    number: str
    role: str
    unit: str = ""
    authority: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything that a city begins with."""

    name: str
    authorities: Sequence[AuthorityRow]
    units: Sequence[UnitRow]
    people: Sequence[PersonRow]
    parties: Sequence[PartyRow]
    roles: Sequence[RoleRow]


@transaction.atomic
def found(*, organisation: Organisation, since: date, viewer: Viewer, now: datetime) -> str:
    """Set up an organisation in an empty house: one transaction, one fact."""
    if not rules.may_import(viewer):
        raise Refused(_("Only system administrators and HR may bring in the organisation."), forbidden=True)
    top = thread.add_node(kind="organisation", title=organisation.name, audience=Audience.PUBLIC)
    authorities = _authorities(organisation.authorities)
    units = _units(organisation.units, authorities, since)
    people = _people(organisation.people)
    _employ(organisation.people, people, units, since)
    parties = _parties(organisation.parties)
    _grant(organisation.roles, people, units, authorities, parties, since)
    thread.record(who=viewer.node_id, verb="people.founded", node=top, at=now)
    return top.ref


def _authorities(rows: Sequence[AuthorityRow]) -> dict[str, Authority]:
    nodes = thread.add_nodes([Node(kind=row.kind, title=row.name, audience=Audience.PUBLIC) for row in rows])
    made = Authority.objects.bulk_create(
        [
            Authority(
                node=node,
                kind=row.kind,
                code=row.code,
                name=row.name,
                organisation_number=row.organisation_number,
            )
            for node, row in zip(nodes, rows, strict=True)
        ]
    )
    thread.index_all((one.node, one.name) for one in made)
    return {one.code: one for one in made}


def _units(rows: Sequence[UnitRow], authorities: dict[str, Authority], since: date) -> dict[str, Unit]:
    nodes = thread.add_nodes([Node(kind="unit", title=row.name, audience=Audience.PUBLIC) for row in rows])
    made: dict[str, Unit] = {}
    for node, row in zip(nodes, rows, strict=True):
        parent = made.get(row.parent)
        made[row.code] = Unit(
            node=node,
            code=row.code,
            name=row.name,
            kind=row.kind,
            parent=parent,
            authority=authorities.get(row.authority),
            department=parent.department or parent if parent else None,
            valid_from=since,
        )
    Unit.objects.bulk_create(made.values(), batch_size=BATCH)
    thread.tie_all((unit.pk, "part_of", unit.parent_id) for unit in made.values() if unit.parent_id)
    tops = [unit for unit in made.values() if unit.parent_id is None and unit.authority_id]
    thread.tie_all((unit.pk, "answers_to", unit.authority_id or 0) for unit in tops)
    thread.index_all((unit.node, unit.name) for unit in made.values())
    return made


def _people(rows: Sequence[PersonRow]) -> dict[str, Person]:
    """Persons and their nodes; a protected one is readable by themselves alone (R18)."""
    nodes = thread.add_nodes(
        [
            Node(
                kind="person",
                title=f"{row.given} {row.family}",
                audience=Audience.NAMED if row.protected else Audience.CITY,
            )
            for row in rows
        ]
    )
    Reader.objects.bulk_create(
        [Reader(node=node, person=node) for node, row in zip(nodes, rows, strict=True) if row.protected]
    )
    made = [
        Person(
            node=node,
            number=row.number,
            given=row.given,
            family=row.family,
            email=row.email,
            protected=row.protected,
        )
        for node, row in zip(nodes, rows, strict=True)
    ]
    Person.objects.bulk_create(made, batch_size=BATCH)
    return {one.number: one for one in made}


def _employ(
    rows: Sequence[PersonRow], people: dict[str, Person], units: dict[str, Unit], since: date
) -> None:
    Employment.objects.bulk_create(
        [
            Employment(
                person=people[row.number],
                unit=units[row.unit],
                title=row.title,
                category=row.category,
                manager=people.get(row.manager),
                valid_from=since,
            )
            for row in rows
            if row.unit
        ],
        batch_size=BATCH,
    )


def _parties(rows: Sequence[PartyRow]) -> dict[str, Party]:
    nodes = thread.add_nodes([Node(kind="party", title=row.name, audience=Audience.PUBLIC) for row in rows])
    made = Party.objects.bulk_create(
        [
            Party(node=node, code=row.code, name=row.name, seats=row.seats, majority=row.majority)
            for node, row in zip(nodes, rows, strict=True)
        ]
    )
    thread.index_all((one.node, one.name) for one in made)
    return {one.code: one for one in made}


def _grant(
    rows: Sequence[RoleRow],
    people: dict[str, Person],
    units: dict[str, Unit],
    authorities: dict[str, Authority],
    parties: dict[str, Party],
    since: date,
) -> None:
    RoleAssignment.objects.bulk_create(
        [
            RoleAssignment(
                person=people[row.number],
                role=row.role,
                unit=units.get(row.unit),
                authority=authorities.get(row.authority),
                party=parties.get(row.party),
                valid_from=since,
            )
            for row in rows
        ],
        batch_size=BATCH,
    )
