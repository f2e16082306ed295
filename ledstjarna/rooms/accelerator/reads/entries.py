"""Entries as those who may read them see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Answer, Call, Entry
from ledstjarna.rooms.accelerator.reads.asked import QuestionRow, questions_of
from ledstjarna.rooms.accelerator.reads.calls import TurnRow, turns_of
from ledstjarna.rooms.accelerator.reads.shared import Crew, crew
from ledstjarna.rooms.accelerator.room import Outcome, Stage, Standing
from ledstjarna.rooms.accelerator.scope import found_call, found_entry, insiders, judging
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot


@dataclass(frozen=True, slots=True)
class Said:
    """A question and what was answered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry: what it says, who is in it, and, when its call is decided, what was decided and why."""

    ref: str
    title: str
    lang: str
    call: Spot
    stage: str
    turns: tuple[TurnRow, ...]
    standing: str
    label: str
    decides: date
    said: tuple[Said, ...]
    crew: Crew
    unit: Spot | None
    outcome: str
    outcome_label: str
    reason: str
    amount: int
    why: tuple[Spot, ...]
    may_write: bool
    may_withdraw: bool
    may_weigh: bool


@dataclass(frozen=True, slots=True)
class EntryDesk:
    """Where an entry is written; without a ref it is begun."""

    ref: str
    title: str
    call: Spot
    closes: date
    turns: tuple[TurnRow, ...]
    blind: bool
    open_entries: bool
    sent: bool
    questions: tuple[QuestionRow, ...]
    values: dict[str, Any]


def answers_of(entry: int) -> tuple[Said, ...]:
    """What an entry answers, in order."""
    rows = Answer.objects.filter(entry_id=entry).order_by("question__place")
    return tuple(Said(*row) for row in rows.values_list("question__text", "text"))


def entry(*, ref: str, viewer: Viewer, now: datetime) -> EntryPage:
    """The entry of that ref.

    Raises:
        Missing: it is not there, not for this viewer, or they assess in its call without knowing names.
    """
    one = found_entry(ref=ref, viewer=viewer)
    decided = one.call.stage == Stage.DECIDED
    if not decided and judging(one, viewer):
        raise Missing(ref)
    open_now = rules.is_open(one.call.stage, one.call.closes, timezone.localdate(now))
    people = crew(one.pk, ref, viewer, may_join=open_now and one.standing == Standing.SENT)
    told = decided and (people.inside or rules.may_run(viewer))
    stands = people.inside and one.standing != Standing.WITHDRAWN
    named = people.inside or rules.may_run(viewer) or bool(people.rows)
    return EntryPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        call=reads.spot(one.call.node),
        stage=one.call.stage,
        turns=turns_of(one.call_id),
        standing=one.standing,
        label=str(Standing(one.standing).label),
        decides=one.call.decides,
        said=answers_of(one.pk),
        crew=people,
        unit=reads.spot(one.unit.node) if one.unit and named else None,
        outcome=one.outcome if told else "",
        outcome_label=str(Outcome(one.outcome).label) if told and one.outcome else "",
        reason=one.reason if told else "",
        amount=one.amount if told else 0,
        why=reads.why(ids=[one.pk], viewer=viewer).get(one.pk, ()),
        may_write=stands and open_now,
        may_withdraw=stands and not decided,
        may_weigh=one.call.stage == Stage.ASSESSMENT and rules.may_decide(viewer, insiders(one.pk)),
    )


def entering(*, ref: str, viewer: Viewer, now: datetime) -> EntryDesk:
    """Where an entry is begun in the call of that ref.

    Raises:
        Missing: the call is not there, or not open, or nobody is signed in.
    """
    one = found_call(ref=ref, viewer=viewer)
    if not rules.may_tell(viewer) or not rules.is_open(one.stage, one.closes, timezone.localdate(now)):
        raise Missing(ref)
    return _desk(one, None, {})


def entry_desk(*, ref: str, viewer: Viewer) -> EntryDesk:
    """The desk with an entry on it.

    Raises:
        Missing: it is not there, or this viewer is not in it.
    """
    one = found_entry(ref=ref, viewer=viewer)
    if not rules.may_write(viewer, insiders(one.pk)):
        raise Missing(ref)
    answers = [said.answer for said in answers_of(one.pk)]
    return _desk(one.call, one, {"title": one.node.title, "answers": answers})


def _desk(call: Call, one: Entry | None, values: dict[str, Any]) -> EntryDesk:
    return EntryDesk(
        ref=one.node.ref if one else "",
        title=one.node.title if one else "",
        call=reads.spot(call.node),
        closes=call.closes,
        turns=turns_of(call.pk),
        blind=call.blind,
        open_entries=call.open_entries,
        sent=one is not None and one.standing == Standing.SENT,
        questions=questions_of(call.pk),
        values=values,
    )
