"""A register that was brought: what would come of it, and what came of it."""

from collections.abc import Mapping as Columns
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Initiative, Register
from ledstjarna.rooms.accelerator.reads.wording import labels, reason_of
from ledstjarna.rooms.accelerator.room import State, Step
from ledstjarna.rooms.accelerator.scope import found_register
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing

PREVIEW = 10
LATEST = 50
BROUGHT = "accelerator.brought"
OVER = ("accelerator.settled", "accelerator.ended")


@dataclass(frozen=True, slots=True)
class Told:
    """That somebody did something, and when; a protected person is not named."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register in a list: who brought it, and who read it or let it go."""

    ref: str
    title: str
    brought: Told
    over: Told | None
    dropped: bool
    made: int
    changed: int
    bad: int


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
class BadRows:
    """Rows that will not do for one and the same reason: their numbers in words, and how many they are."""

    rows: str
    many: int
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
    """A register whose columns are being settled, or that has been read or let go."""

    row: RegisterRow
    header: tuple[str, ...]
    choices: tuple[ColumnChoice, ...]
    preview: tuple[PreviewRow, ...]
    fresh: int
    changed: int
    same: int
    bad: tuple[BadRows, ...]


def registers(*, viewer: Viewer) -> Registers:
    """The registers that the office has brought, whoever of it did so, latest first.

    Raises:
        Missing: this viewer is not of the office.
    """
    if not rules.may_run(viewer):
        raise Missing("register")
    rows = Register.objects.select_related("node").order_by("-brought_at", "-pk")
    return Registers(_rows(list(rows[:LATEST])))


def _rows(found: Sequence[Register]) -> tuple[RegisterRow, ...]:
    facts = Fact.objects.filter(node__in=[one.pk for one in found], verb__in=(BROUGHT, *OVER))
    acts = list(facts.order_by("number").values_list("node_id", "verb", "who_id", "at"))
    people = Person.objects.filter(pk__in={who for _node, _verb, who, _at in acts if who}, protected=False)
    names = {one.pk: one.name for one in people}
    told = {(node, verb == BROUGHT): Told(names.get(who or 0, ""), at) for node, verb, who, at in acts}
    return tuple(
        RegisterRow(
            one.node.ref, one.node.title, told.get((one.pk, True), Told("", one.brought_at)),
            told.get((one.pk, False)), one.node.ended is not None, one.made, one.changed, len(one.bad),
        )
        for one in found
    )  # fmt: skip


def mapping(*, ref: str, viewer: Viewer, columns: Columns[str, int] | None = None) -> Mapping:
    """What would come of a register by these columns, or by those that were guessed.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    one = found_register(ref=ref, viewer=viewer)
    chosen = one.columns if columns is None else columns
    found, bad = rules.rows_of(one.lines, chosen)
    standing = dict(Initiative.objects.exclude(key="").values_list("key", "digest"))
    fates = [_fate(row, standing) for row in found]
    words = {"new": _("new"), "changed": _("says something else than last"), "same": _("as it is")}
    over = one.settled_at is not None
    return Mapping(
        row=_rows([one])[0],
        header=tuple(one.header),
        choices=tuple(ColumnChoice(name, label, chosen.get(name, -1)) for name, label in labels().items()),
        preview=tuple(
            PreviewRow(
                row.row, row.title, str(Step(row.step).label), str(State(row.state).label), row.challenge,
                words[fate],
            )
            for row, fate in zip(found[:PREVIEW], fates, strict=False)
        ),
        fresh=one.made if over else fates.count("new"),
        changed=one.changed if over else fates.count("changed"),
        same=fates.count("same"),
        bad=_grouped(one.bad if over else [(each.row, each.why) for each in bad]),
    )  # fmt: skip


def _grouped(bad: Sequence[Sequence[int | str]]) -> tuple[BadRows, ...]:
    """Every row that will not do by its number, those with the same reason together."""
    by_why: dict[str, list[int]] = {}
    for row, why in bad:
        by_why.setdefault(str(why), []).append(int(row))
    return tuple(BadRows(_in_words(rows), len(rows), reason_of(why)) for why, rows in by_why.items())


def _in_words(rows: Sequence[int]) -> str:
    """Numbers that follow one another as from and to: 3, 7–12."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], row]
        else:
            runs.append([row])
    return ", ".join("–".join(map(str, run)) for run in runs)


def _fate(row: rules.Found, standing: dict[str, str]) -> str:
    digest = standing.get(row.key)
    return "new" if digest is None else "same" if digest == rules.digest_of(row) else "changed"
