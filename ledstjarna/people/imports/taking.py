"""A kept file is taken in when it is confirmed: the good rows, in one transaction, once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people import rules
from ledstjarna.people.imports.keeping import Tell, quiet
from ledstjarna.people.imports.looking import difference, kept_file, present
from ledstjarna.people.intake import Difference, Staff
from ledstjarna.people.models import Employment, Intake, Person, Unit
from ledstjarna.people.room import UnitKind
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node, Reader
from ledstjarna.thread.reads import Refused

BATCH = 500


@transaction.atomic
def take_in(*, ref: str, viewer: Viewer, now: datetime, tell: Tell = quiet) -> str:
    """Take in the good rows of a kept file: one transaction, one fact.

    Raises:
        Refused: it is done already, or changes so much that somebody else must confirm it (T10).
    """
    kept = kept_file(ref, viewer)
    if not rules.may_import(viewer):
        raise Refused(_("Only system administrators and HR may bring in the organisation."), forbidden=True)
    today = timezone.localdate(now)
    _take_in(agreed(kept, viewer, today), today, tell)
    kept.done_at = now
    kept.rows = {**kept.rows, "staff": []}
    kept.save(update_fields=["done_at", "rows"])
    thread.record(who=viewer.node_id, verb="people.imported", node=kept.node, at=now)
    return ref


def agreed(kept: Intake, viewer: Viewer, today: date) -> Difference:
    """What the file would change, if this viewer may say yes to it now.

    Raises:
        Refused: it is done already, or changes so much that somebody else must confirm it (T10).
    """
    found, many = difference(kept, today), len(present(today))
    if kept.done_at is not None:
        raise Refused(_("The file has been taken in already."))
    if rules.needs_second(found.touched, many) and viewer.person_id == kept.made_by_id:
        raise Refused(
            _("The file changes more than a twentieth of all persons: somebody else must confirm it.")
        )
    return found


def _take_in(found: Difference, today: date, tell: Tell) -> None:
    units = _units(found.units, today)
    people = {one.number: one for one in Person.objects.select_related("node")}
    known = [*found.changed, *found.moved, *(one for one in found.new if one.number in people)]
    added = [one for one in found.new if one.number not in people]
    ended = [*found.leaving, *(one.number for one in (*found.moved, *found.changed))]
    employed = [*found.new, *found.moved, *found.changed]
    steps = len(known) + len(added) + len(ended) + len(employed)
    tell(0, steps)
    _rename(known, people)
    tell(len(known), steps)
    _add(added, people)
    tell(len(known) + len(added), steps)
    _end(ended, today)
    tell(steps - len(employed), steps)
    _employ(employed, people, units, today)
    tell(steps, steps)


def _units(rows: Sequence[tuple[str, str, str]], today: date) -> dict[str, Unit]:
    units = {one.code: one for one in Unit.objects.all()}
    tops = {one.name: one for one in units.values() if one.parent_id is None}
    for code, name, department in rows:
        top = tops.get(department) or _unit(department, department, None, today)
        tops[department] = top
        units[code] = _unit(code, name, top, today)
    return units


def _unit(code: str, name: str, top: Unit | None, today: date) -> Unit:
    node = thread.add_node(kind="unit", title=name, audience=Audience.PUBLIC)
    kind = UnitKind.UNIT if top else UnitKind.DEPARTMENT
    authority = top.authority if top else None
    unit = Unit.objects.create(
        node=node,
        code=code[:40],
        name=name,
        kind=kind,
        parent=top,
        department=top,
        authority=authority,
        valid_from=today,
    )
    if top:
        thread.tie(source=node, name="part_of", target=top.node)
    thread.index(node, name)
    return unit


def _rename(rows: Sequence[Staff], people: Mapping[str, Person]) -> None:
    """Names, addresses and protection as the file has them; an account keeps the address it signs in with."""
    for one in rows:
        person = people[one.number]
        person.given, person.family, person.email, person.protected = (
            one.given,
            one.family,
            one.email,
            one.protected,
        )
        person.node.title = person.name
        person.node.audience = Audience.NAMED if one.protected else Audience.CITY
    touched = [people[one.number] for one in rows]
    Person.objects.bulk_update(touched, ["given", "family", "email", "protected"], batch_size=BATCH)
    Node.objects.bulk_update([one.node for one in touched], ["title", "audience"], batch_size=BATCH)
    _read_by_themselves([one for one in touched if one.protected])


def _read_by_themselves(people: Sequence[Person]) -> None:
    """R18: a protected person is readable by themselves alone."""
    Reader.objects.bulk_create(
        [Reader(node=one.node, person=one.node) for one in people], batch_size=BATCH, ignore_conflicts=True
    )


def _add(rows: Sequence[Staff], people: dict[str, Person]) -> None:
    nodes = thread.add_nodes(
        [
            Node(
                kind="person",
                title=f"{one.given} {one.family}",
                audience=Audience.NAMED if one.protected else Audience.CITY,
            )
            for one in rows
        ]
    )
    made = [
        Person(
            node=node,
            number=one.number,
            given=one.given,
            family=one.family,
            email=one.email,
            protected=one.protected,
        )
        for node, one in zip(nodes, rows, strict=True)
    ]
    Person.objects.bulk_create(made, batch_size=BATCH)
    _read_by_themselves([one for one in made if one.protected])
    people.update({one.number: one for one in made})


def _end(numbers: Sequence[str], today: date) -> None:
    """Those who leave, move or change end what they have; today is the first day without it."""
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        works = Employment.objects.filter(in_force(today), person__number__in=part)
        works.filter(valid_from__gte=today).delete()
        works.update(valid_to=today - timedelta(days=1))


def _employ(
    rows: Sequence[Staff], people: Mapping[str, Person], units: Mapping[str, Unit], today: date
) -> None:
    kept = dict(Employment.objects.exclude(category="").values_list("person__number", "category"))
    Employment.objects.bulk_create(
        [
            Employment(
                person=people[one.number],
                unit=units[one.unit],
                title=one.title,
                category=kept.get(one.number, ""),
                manager=people.get(one.manager),
                valid_from=min(one.valid_from or today, today) if one.number not in kept else today,
                valid_to=one.valid_to,
            )
            for one in rows
        ],
        batch_size=BATCH,
    )
