"""Decisions being made: entries side by side, what assessors disagree on first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import insight, rules
from ledstjarna.rooms.accelerator.models import Call, Entry, Seat
from ledstjarna.rooms.accelerator.reads.asked import CriterionRow, criteria_of
from ledstjarna.rooms.accelerator.reads.entries import Said, answers_of
from ledstjarna.rooms.accelerator.reads.judging import Given, given_in, totals
from ledstjarna.rooms.accelerator.room import Outcome, Stage, Standing
from ledstjarna.rooms.accelerator.scope import crew_of, found_call, found_entry
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot

APART = 1.0  # steps of the scale between two assessors, evened out, for an entry to be talked about first


@dataclass(frozen=True, slots=True)
class TableRow:
    """An entry among the others: plain and evened, the interval, and what has been written of it."""

    ref: str
    title: str
    lang: str
    assessments: int
    raw: float | None
    level: float | None
    low: float | None
    high: float | None
    apart: float
    talk: bool
    outcome: str
    amount: int


@dataclass(frozen=True, slots=True)
class Table:
    """A call's entries as they are decided; `widest` is how far the mildest is from the strictest."""

    ref: str
    title: str
    stage: str
    decides: date
    rows: tuple[TableRow, ...]
    evened: bool
    widest: float
    mildness: tuple[float, ...]
    waiting: int
    undecided: int
    funds: int
    granted: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """An entry with all that was said of it, and where the decision is written."""

    ref: str
    title: str
    lang: str
    call: Spot
    said: tuple[Said, ...]
    criteria: tuple[CriterionRow, ...]
    given: tuple[Given, ...]
    left: int
    values: dict[str, Any]
    may_weigh: bool


def _shut(call: Call, viewer: Viewer) -> set[int]:
    """Entries whose assessments a viewer may not see: their own, and those they have yet to assess."""
    mine = Q(node__members__person_id=viewer.person_id or 0)
    undone = Q(seats__assessor__person_id=viewer.person_id or 0, seats__done_at=None)
    return set(call.entries.filter(mine | undone).values_list("pk", flat=True))


def table(*, ref: str, viewer: Viewer) -> Table:
    """A call's entries as they are decided, those that assessors disagree on first.

    Raises:
        Missing: it is not there, not being assessed, or not for this viewer.
    """
    call = found_call(ref=ref, viewer=viewer)
    if not rules.may_run(viewer) or call.stage not in {Stage.ASSESSMENT, Stage.DECIDED}:
        raise Missing(ref)
    shut = _shut(call, viewer) if call.stage != Stage.DECIDED else set()
    evening = insight.evened(totals(call))
    found = {one.entry: one for one in evening.entries if one.entry not in shut}
    sent = list(call.entries.select_related("node").filter(standing=Standing.SENT).order_by("pk"))
    rows = [_row(entry, found.get(entry.pk)) for entry in sent if entry.pk not in shut]
    return Table(
        ref=ref,
        title=call.node.title,
        stage=call.stage,
        decides=call.decides,
        rows=tuple(
            sorted(rows, key=lambda row: (not row.talk, -row.apart if row.talk else -(row.level or 0)))
        ),
        evened=evening.done,
        widest=evening.widest,
        mildness=tuple(sorted(evening.mildness.values())) if evening.done else (),
        waiting=Seat.objects.filter(entry__call=call, entry__in=sent, done_at=None).count(),
        undecided=sum(not entry.outcome for entry in sent),
        funds=call.funds,
        granted=sum(entry.amount for entry in sent),
        hidden=sum(entry.pk in shut for entry in sent),
    )


def _row(entry: Entry, one: insight.Evened | None) -> TableRow:
    node = entry.node
    label = str(Outcome(entry.outcome).label) if entry.outcome else ""
    if one is None:
        return TableRow(
            node.ref, node.title, node.lang, 0, None, None, None, None, 0.0, False, label, entry.amount
        )
    talk = one.apart >= APART
    return TableRow(
        node.ref, node.title, node.lang, one.assessments, one.raw, one.level, one.low, one.high, one.apart,
        talk, label, entry.amount,
    )  # fmt: skip


def verdict(*, ref: str, viewer: Viewer) -> Verdict:
    """An entry as it is decided.

    Raises:
        Missing: it is not there, not for this viewer, or they are in it or have yet to assess it.
    """
    entry = found_entry(ref=ref, viewer=viewer)
    call = entry.call
    ours = rules.may_decide(viewer, crew_of(entry.pk))
    if not ours or call.stage not in {Stage.ASSESSMENT, Stage.DECIDED} or entry.standing != Standing.SENT:
        raise Missing(ref)
    if call.stage != Stage.DECIDED and entry.pk in _shut(call, viewer):
        raise Missing(ref)
    granted = (
        call.entries.filter(standing=Standing.SENT).exclude(pk=entry.pk).values_list("amount", flat=True)
    )
    return Verdict(
        ref=ref,
        title=entry.node.title,
        lang=entry.node.lang,
        call=reads.spot(call.node),
        said=answers_of(entry.pk),
        criteria=criteria_of(call.pk),
        given=tuple(one for _pk, one in given_in(Seat.objects.filter(entry=entry))),
        left=call.funds - sum(granted),
        values={"outcome": entry.outcome, "reason": entry.reason, "amount": entry.amount},
        may_weigh=call.stage == Stage.ASSESSMENT,
    )
