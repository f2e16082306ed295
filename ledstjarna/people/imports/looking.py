"""What a kept file would change, before anybody is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ledstjarna.people import intake, rules
from ledstjarna.people.imports.words import LABELS, FaultLine, told
from ledstjarna.people.intake import Difference, Fault, Present, Staff
from ledstjarna.people.models import Employment, Intake, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.plumbing import tasks
from ledstjarna.thread.reads import Missing


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
    return intake.compare(_staff(kept.rows["staff"]), _faults(kept), present(today), units, today)


@dataclass(frozen=True, slots=True)
class Taking:
    """How far the taking in has come; `total` is 0 until that is known."""

    done: int
    total: int
    failed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """How many persons and units a file would change, and whether somebody else must say yes to it."""

    new: int
    changed: int
    moved: int
    leaving: int
    unchanged: int
    units: int
    persons: int
    second: bool


@dataclass(frozen=True, slots=True)
class IntakePage:
    """A kept file: what it would change, how far the taking in has come, what is wrong in it."""

    ref: str
    name: str
    columns: tuple[tuple[str, str], ...]
    change: Change | None
    faults: tuple[FaultLine, ...]
    done: bool
    own: bool
    taking: Taking | None


def kept_file(ref: str, viewer: Viewer) -> Intake:
    """The file of that ref.

    Raises:
        Missing: there is none, or this viewer may not know of it.
    """
    found = Intake.objects.select_related("node").filter(node__ref=ref).first()
    if found is None or not rules.may_import(viewer):
        raise Missing(ref)
    return found


def intake_page(*, ref: str, viewer: Viewer, now: datetime) -> IntakePage:
    """A kept file, what it would change and what is wrong in it."""
    kept, today = kept_file(ref, viewer), timezone.localdate(now)
    done = kept.done_at is not None
    taking = None if done else _taking(kept)
    open_still = not done and (taking is None or taking.failed)
    found = difference(kept, today) if open_still else None
    header = kept.rows["header"]
    return IntakePage(
        ref=ref,
        name=kept.name,
        columns=tuple((str(LABELS[field]), header[place]) for field, place in kept.rows["columns"].items()),
        change=_change(found, len(present(today))) if found else None,
        faults=tuple(map(told, found.faults if found else _faults(kept))),
        done=done,
        own=viewer.person_id is not None and kept.made_by_id == viewer.person_id,
        taking=taking,
    )


def _change(found: Difference, persons: int) -> Change:
    return Change(
        new=len(found.new),
        changed=len(found.changed),
        moved=len(found.moved),
        leaving=len(found.leaving),
        unchanged=found.unchanged,
        units=len(found.units),
        persons=persons,
        second=rules.needs_second(found.touched, persons),
    )


def _faults(kept: Intake) -> list[Fault]:
    return [Fault(**row) for row in kept.rows["faults"]]


def _taking(kept: Intake) -> Taking | None:
    """Where the job stands; nothing where nobody has confirmed, or the job is over and forgotten."""
    found = tasks.find(kept.job) if kept.job else None
    return Taking(found.done, found.total, found.is_finished) if found else None


def bad_rows(*, ref: str, viewer: Viewer, now: datetime) -> list[FaultLine]:
    """Every bad row of a kept file."""
    return [told(fault) for fault in difference(kept_file(ref, viewer), timezone.localdate(now)).faults]
