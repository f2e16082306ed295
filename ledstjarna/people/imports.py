"""Bringing in the organisation: a file is read and kept, shown, and taken in when it is confirmed."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ledstjarna.people import intake, rules
from ledstjarna.people.intake import Difference, Fault, Present, Staff
from ledstjarna.people.models import Employment, Intake, Person, Unit
from ledstjarna.people.room import UnitKind
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.plumbing import sheets
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node, Reader
from ledstjarna.thread.reads import Missing, Refused

BATCH = 500
Tell = Callable[[int, int], None]

REASONS = {
    "missing": gettext_lazy("is missing"),
    "formula": gettext_lazy("is a formula; paste the value instead"),
    "mail": gettext_lazy("is not an e-mail address"),
    "date": gettext_lazy("is not a day; write it as 2026-02-28"),
    "order": gettext_lazy("is before the first day"),
    "flag": gettext_lazy("must be yes or no"),
    "twice": gettext_lazy("stands on more than one row"),
    "own_manager": gettext_lazy("is the person's own number"),
    "unknown_unit": gettext_lazy("is not known, and the row does not name the unit and its department"),
    "unknown_manager": gettext_lazy("is nobody's number"),
    "circle": gettext_lazy("leads in a circle back to this person"),
}
LABELS = {
    "number": gettext_lazy("Employee number"),
    "given": gettext_lazy("Given name"),
    "family": gettext_lazy("Family name"),
    "email": gettext_lazy("E-mail"),
    "title": gettext_lazy("Title"),
    "unit": gettext_lazy("Unit code"),
    "unit_name": gettext_lazy("Unit"),
    "department": gettext_lazy("Department"),
    "manager": gettext_lazy("Manager's number"),
    "valid_from": gettext_lazy("Employed from"),
    "valid_to": gettext_lazy("Employed to"),
    "protected": gettext_lazy("Protected identity"),
}


def _quiet(done: int, total: int) -> None:
    """Nobody is listening."""


@transaction.atomic
def keep_file(
    *,
    name: str,
    data: bytes,
    columns: Mapping[str, int] | None = None,
    viewer: Viewer,
    now: datetime,
    tell: Tell = _quiet,
) -> str:
    """Read a file and keep what it says, to be looked at and confirmed; nobody is changed by it.

    Raises:
        Refused: this viewer may not, or the file cannot be read; the reason says why and how to mend it.
    """
    if not rules.may_import(viewer):
        raise Refused(_("Only system administrators and HR may bring in the organisation."), forbidden=True)
    try:
        table = sheets.read(data)
    except sheets.Unreadable as error:
        raise Refused(str(error)) from error
    found = dict(columns or intake.guess(table.header))
    lacking = [str(LABELS[field]) for field in intake.REQUIRED if field not in found]
    if lacking:
        raise Refused(
            _("No column was found for: %(fields)s. Name them in the first row.")
            % {"fields": ", ".join(lacking)}
        )
    staff, faults = intake.staff_of(table, found, list(intake.FIELDS), tell)
    readers = [viewer.node_id] if viewer.node_id else []
    node = thread.add_node(kind="intake", title=name, audience=Audience.NAMED, readers=readers)
    Intake.objects.create(
        node=node,
        name=name[:200],
        digest=hashlib.sha256(data).hexdigest(),
        rows={
            "header": list(table.header),
            "columns": found,
            "staff": [_plain(one) for one in staff],
            "faults": [asdict(one) for one in faults],
        },
        made_by_id=viewer.person_id,
        made_at=now,
    )
    thread.record(who=viewer.node_id, verb="people.read", node=node, at=now)
    return node.ref


def keep_upload(*, file: "File[bytes]", viewer: Viewer, now: datetime) -> str:
    """The same for a file that comes through the page; a huge one is refused before it is loaded."""
    try:
        sheets.refuse_large(file.size or 0)
    except sheets.Unreadable as error:
        raise Refused(str(error)) from error
    return keep_file(name=file.name or "", data=file.read(), viewer=viewer, now=now)


def _plain(one: Staff) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(one).items()
    }


def _staff(rows: Sequence[dict[str, Any]]) -> list[Staff]:
    return [
        Staff(**{**row, "valid_from": _day(row["valid_from"]), "valid_to": _day(row["valid_to"])})
        for row in rows
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def present(today: date) -> dict[str, Present]:
    """Everybody at work in the house today, by number."""
    rows = Employment.objects.filter(in_force(today)).order_by("pk")
    fields = ("given", "family", "email")
    read = rows.values_list(
        "person__number", *(f"person__{field}" for field in fields), "title", "unit__code", "manager__number",
        "person__protected",
    )  # fmt: skip
    return {
        number: Present(given, family, email, title, unit, manager or "", protected)
        for number, given, family, email, title, unit, manager, protected in read
    }


def difference(kept: Intake, today: date) -> Difference:
    """What the kept file would change today."""
    units = set(Unit.objects.filter(in_force(today)).values_list("code", flat=True))
    faults = [Fault(**row) for row in kept.rows["faults"]]
    return intake.compare(_staff(kept.rows["staff"]), faults, present(today), units, today)


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A bad row in words."""

    row: int
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class IntakePage:
    """What a file would change, before anybody is changed."""

    ref: str
    name: str
    columns: tuple[tuple[str, str], ...]
    new: int
    changed: int
    moved: int
    leaving: int
    unchanged: int
    units: int
    persons: int
    faults: tuple[FaultLine, ...]
    done: bool
    second: bool
    own: bool


def _kept(ref: str, viewer: Viewer) -> Intake:
    found = Intake.objects.select_related("node").filter(node__ref=ref).first()
    if found is None or not rules.may_import(viewer):
        raise Missing(ref)
    return found


def intake_page(*, ref: str, viewer: Viewer, now: datetime) -> IntakePage:
    """A kept file, what it would change and what is wrong in it."""
    kept = _kept(ref, viewer)
    found = difference(kept, timezone.localdate(now))
    persons = len(present(timezone.localdate(now)))
    header = kept.rows["header"]
    return IntakePage(
        ref=ref,
        name=kept.name,
        columns=tuple((str(LABELS[field]), header[place]) for field, place in kept.rows["columns"].items()),
        new=len(found.new),
        changed=len(found.changed),
        moved=len(found.moved),
        leaving=len(found.leaving),
        unchanged=found.unchanged,
        units=len(found.units),
        persons=persons,
        faults=tuple(told(fault) for fault in found.faults),
        done=kept.done_at is not None,
        second=rules.needs_second(found.touched, persons),
        own=viewer.person_id is not None and kept.made_by_id == viewer.person_id,
    )


def told(fault: Fault) -> FaultLine:
    """A bad row in the reader's words."""
    return FaultLine(fault.row, str(LABELS[fault.field]), fault.value, str(REASONS[fault.reason]))


@transaction.atomic
def confirm(*, ref: str, viewer: Viewer, now: datetime, tell: Tell = _quiet) -> str:
    """Take in the good rows of a kept file: one transaction, one fact.

    Raises:
        Refused: it is done already, or changes so much that somebody else must confirm it (T10).
    """
    kept = _kept(ref, viewer)
    if not rules.may_import(viewer):
        raise Refused(_("Only system administrators and HR may bring in the organisation."), forbidden=True)
    today = timezone.localdate(now)
    found, many = difference(kept, today), len(present(today))
    if kept.done_at is not None:
        raise Refused(_("The file has been taken in already."))
    if rules.needs_second(found.touched, many) and viewer.person_id == kept.made_by_id:
        raise Refused(
            _("The file changes more than a twentieth of all persons: somebody else must confirm it.")
        )
    _take_in(found, today, tell)
    kept.done_at = now
    kept.rows = {**kept.rows, "staff": []}
    kept.save(update_fields=["done_at", "rows"])
    thread.record(who=viewer.node_id, verb="people.imported", node=kept.node, at=now)
    return ref


def _take_in(found: Difference, today: date, tell: Tell) -> None:
    steps = max(found.touched, 1)
    units = _units(found.units, today)
    people = {one.number: one for one in Person.objects.select_related("node")}
    _rename([*found.changed, *found.moved, *(one for one in found.new if one.number in people)], people)
    _add([one for one in found.new if one.number not in people], people)
    tell(steps // 2, steps)
    _end([*found.leaving, *(one.number for one in (*found.moved, *found.changed))], today)
    _employ([*found.new, *found.moved, *found.changed], people, units, today)
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


def bad_rows(*, ref: str, viewer: Viewer, now: datetime) -> list[FaultLine]:
    """Every bad row of a kept file."""
    return [told(fault) for fault in difference(_kept(ref, viewer), timezone.localdate(now)).faults]


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula (T9)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r", "\0"} else text
