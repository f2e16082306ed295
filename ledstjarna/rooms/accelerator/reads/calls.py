"""Calls: what is asked, by when, and where each of them stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Assessor, Call, Entry, Turn
from ledstjarna.rooms.accelerator.reads.asked import CriterionRow, QuestionRow, criteria_of, questions_of
from ledstjarna.rooms.accelerator.reads.shared import StepRow
from ledstjarna.rooms.accelerator.room import Inlet, Stage, Standing
from ledstjarna.rooms.accelerator.scope import calls_for, found_call, readable
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Neighbour, Spot


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call in a list, and how far it has come."""

    ref: str
    title: str
    lang: str
    stage: str
    label: str
    opens: date
    closes: date
    moved: bool
    decides: date
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class TurnRow:
    """That a call was given more time, with its last day before and after, or was called off; and why."""

    at: datetime
    off: bool
    was: date | None
    closes: date | None
    decides: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry in a list."""

    ref: str
    title: str
    lang: str
    label: str


@dataclass(frozen=True, slots=True)
class CallPage:
    """A call as it is met: what it seeks, by when, what is asked and how it is weighed."""

    ref: str
    title: str
    lang: str
    text: str
    inlet: str
    stage: str
    label: str
    steps: tuple[StepRow, ...]
    turns: tuple[TurnRow, ...]
    opens: date
    closes: date
    decides: date
    decided_at: datetime | None
    kept: bool
    seats: int
    funds: int
    blind: bool
    open_entries: bool
    questions: tuple[QuestionRow, ...]
    criteria: tuple[CriterionRow, ...]
    why: tuple[Spot, ...]
    near: tuple[Neighbour, ...]
    entries: tuple[EntryRow, ...]
    sent: int
    mine: tuple[EntryRow, ...]
    assesses: bool
    released: bool
    may_run: bool
    may_close: bool
    may_call_off: bool
    may_enter: bool


def calls(*, viewer: Viewer) -> tuple[CallRow, ...]:
    """The calls, those that are open first, and then the latest."""
    moved = Exists(Turn.objects.filter(call=OuterRef("pk"), closes__isnull=False))
    rows = Call.objects.select_related("node").filter(calls_for(viewer)).annotate(moved=moved)
    order = [Stage.OPEN, Stage.DRAFT, Stage.ASSESSMENT, Stage.DECIDED, Stage.OFF]
    latest = rows.order_by("-closes", "-pk")
    return tuple(map(_row, sorted(latest, key=lambda one: order.index(Stage(one.stage)))))


def _row(one: Any) -> CallRow:
    node, label = one.node, str(Stage(one.stage).label)
    return CallRow(
        node.ref, node.title, node.lang, one.stage, label, one.opens, one.closes, one.moved, one.decides,
        one.decided_at,
    )  # fmt: skip


def turns_of(call: int) -> tuple[TurnRow, ...]:
    """What has become other than was promised in a call, and why, the latest first."""
    rows = Turn.objects.filter(call_id=call).order_by("-at", "-pk")
    return tuple(
        TurnRow(one.at, one.closes is None, one.was, one.closes, one.decides, one.reason) for one in rows
    )


def _steps(stage: str) -> tuple[StepRow, ...]:
    """The stages that a call goes through; one that was called off goes through none any more."""
    order = [Stage.DRAFT, Stage.OPEN, Stage.ASSESSMENT, Stage.DECIDED]
    if stage == Stage.OFF:
        return ()
    at = order.index(Stage(stage))
    over = stage == Stage.DECIDED
    states = ("done" if n < at or over else "current" if n == at else "ahead" for n in range(len(order)))
    return tuple(StepRow(str(one.label), state) for one, state in zip(order, states, strict=True))


def _entries(call: Call, viewer: Viewer, *, assesses: bool) -> tuple[EntryRow, ...]:
    """Those entries that a viewer may read; who reads them without names does not meet them here."""
    if assesses and call.blind and call.stage != Stage.DECIDED:
        return ()
    rows = call.entries.select_related("node").filter(readable(viewer), standing=Standing.SENT)
    return tuple(
        EntryRow(one.node.ref, one.node.title, one.node.lang, "") for one in rows.order_by("node__title")
    )


def _mine(call: Call, viewer: Viewer) -> tuple[EntryRow, ...]:
    if viewer.person_id is None:
        return ()
    rows = Entry.objects.select_related("node").filter(call=call, node__members__person_id=viewer.person_id)
    return tuple(
        EntryRow(one.node.ref, one.node.title, one.node.lang, str(Standing(one.standing).label))
        for one in rows.order_by("pk")
    )


def call(*, ref: str, viewer: Viewer, now: datetime) -> CallPage:
    """The call of that ref."""
    one = found_call(ref=ref, viewer=viewer)
    today = timezone.localdate(now)
    assesses = Assessor.objects.filter(call=one, person_id=viewer.person_id or 0).exists()
    open_now = rules.is_open(one.stage, one.closes, today)
    decided = timezone.localdate(one.decided_at) if one.decided_at else None
    seeing = rules.may_run(viewer) or one.open_entries
    return CallPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        text=one.text,
        inlet=str(Inlet(one.inlet).label),
        stage=one.stage,
        label=str(Stage(one.stage).label),
        steps=_steps(one.stage),
        turns=turns_of(one.pk),
        opens=one.opens,
        closes=one.closes,
        decides=one.decides,
        decided_at=one.decided_at,
        kept=decided is not None and decided <= one.decides,
        seats=one.seats,
        funds=one.funds,
        blind=one.blind,
        open_entries=one.open_entries,
        questions=questions_of(one.pk),
        criteria=criteria_of(one.pk),
        why=reads.why(ids=[one.pk], viewer=viewer).get(one.pk, ()),
        near=tuple(reads.neighbours(node=one.node, viewer=viewer, without=("entered_in",))),
        entries=_entries(one, viewer, assesses=assesses) if seeing else (),
        sent=one.entries.filter(standing=Standing.SENT).count() if rules.may_run(viewer) else 0,
        mine=_mine(one, viewer),
        assesses=assesses,
        released=one.released_at is not None or not one.blind,
        may_run=rules.may_run(viewer),
        may_close=rules.may_run(viewer) and rules.is_closing(one.stage, one.closes, today),
        may_call_off=rules.may_run(viewer) and not rules.is_over(one.stage),
        may_enter=open_now and rules.may_tell(viewer) and not assesses,
    )
