"""A register that was brought: what would come of it, and what came of it."""

from collections.abc import Mapping as Columns
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Initiative, Register
from ledstjarna.rooms.accelerator.room import State, Step
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing

PREVIEW = 10
FAULTS = 200


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register in a list."""

    ref: str
    title: str
    brought_at: datetime
    settled: bool
    made: int
    changed: int


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers that have been brought."""

    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A field, what it is called, and which column it is read from (-1: none)."""

    field: str
    label: str
    column: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that will not do: its number, and why in words."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as it would be."""

    row: int
    title: str
    step: str
    state: str
    challenge: str
    fate: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """A register whose columns are being settled, or that has been read."""

    ref: str
    title: str
    header: tuple[str, ...]
    choices: tuple[ColumnChoice, ...]
    preview: tuple[PreviewRow, ...]
    fresh: int
    changed: int
    same: int
    bad: tuple[BadRow, ...]
    more_bad: int
    settled: bool


def _check(viewer: Viewer) -> None:
    if not rules.may_run(viewer):
        raise Missing("register")


def registers(*, viewer: Viewer) -> Registers:
    """The registers that this viewer may read, latest first.

    Raises:
        Missing: this viewer brings no registers.
    """
    _check(viewer)
    rows = Register.objects.select_related("node").filter(reads.visible(viewer, "node__"))
    return Registers(
        tuple(
            RegisterRow(
                one.node.ref,
                one.node.title,
                one.brought_at,
                one.settled_at is not None,
                one.made,
                one.changed,
            )
            for one in rows.order_by("-brought_at", "-pk")[:20]
        )
    )


def mapping(*, ref: str, viewer: Viewer, columns: Columns[str, int] | None = None) -> Mapping:
    """What would come of a register by these columns, or by those that were guessed.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    _check(viewer)
    node = reads.node(ref=ref, viewer=viewer, kind="register")
    one = Register.objects.get(node=node)
    chosen = one.columns if columns is None else columns
    found, bad = rules.rows_of(one.lines, chosen)
    standing = dict(Initiative.objects.exclude(key="").values_list("key", "digest"))
    fates = [_fate(row, standing) for row in found]
    words = {"new": _("new"), "changed": _("says something else than last"), "same": _("as it is")}
    return Mapping(
        ref=ref,
        title=node.title,
        header=tuple(one.header),
        choices=tuple(ColumnChoice(name, label, chosen.get(name, -1)) for name, label in _labels().items()),
        preview=tuple(
            PreviewRow(
                row.row, row.title, str(Step(row.step).label), str(State(row.state).label), row.challenge,
                words[fate],
            )
            for row, fate in zip(found[:PREVIEW], fates, strict=False)
        ),
        fresh=one.made if one.settled_at else fates.count("new"),
        changed=one.changed if one.settled_at else fates.count("changed"),
        same=fates.count("same"),
        bad=tuple(BadRow(each.row, _reason(each.why)) for each in bad[:FAULTS]),
        more_bad=max(0, len(bad) - FAULTS),
        settled=one.settled_at is not None,
    )  # fmt: skip


def _fate(row: rules.Found, standing: dict[str, str]) -> str:
    digest = standing.get(row.key)
    return "new" if digest is None else "same" if digest == rules.digest_of(row) else "changed"


def _reason(why: str) -> str:
    return {
        "title": _("it has no title"),
        "long": _("its title is longer than 300 characters"),
        "twice": _("it is the same as a row above"),
        "lesson": _("it is over, and says nothing of what it taught"),
        "explanation": _("it was stopped, and does not say why"),
        "progress": _("its progress is not a number from -1 to 100"),
        "cost": _("its budget is not a sum"),
        "granted": _("what it was granted is not a sum with a day"),
        "used": _("what it used is not a sum with a day"),
        "goals": _("its effect goals cannot be read"),
    }[why]


def _labels() -> dict[str, str]:
    return {
        "key": _("What tells it from others"),
        "title": _("Title"),
        "what": _("What"),
        "reason": _("Why"),
        "how": _("How"),
        "lesson": _("What it taught"),
        "status": _("Status"),
        "progress": _("Progress, from -1 to 100"),
        "previous": _("Status before"),
        "earlier": _("Progress before"),
        "why_stopped": _("Why it was stopped"),
        "challenge": _("Challenge"),
        "unit": _("Unit"),
        "partners": _("Partners"),
        "cost": _("Estimated cost"),
        "granted": _("Granted"),
        "used": _("Used"),
        "goals": _("Effect goals"),
        "operation": _("Operation"),
        "operation_domain": _("Area of operation"),
        "sectors": _("Sectors"),
        "technologies": _("Technologies"),
        "impact": _("Expected impact"),
        "potential": _("Innovation potential"),
        "global_goals": _("Global goals"),
        "platforms": _("Platforms"),
        "city_wide": _("For the whole city"),
        "challenging": _("Challenges how we work today"),
        "internal": _("For ourselves"),
        "residents": _("How residents take part"),
        "links": _("Links"),
    }
