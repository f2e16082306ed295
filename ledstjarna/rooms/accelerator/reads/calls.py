"""Calls: what is asked, by when, and where each of them stands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Assessor, Call, Copy, Criterion, Entry, Question
from ledstjarna.rooms.accelerator.reads.shared import Choices, choices, tied_to
from ledstjarna.rooms.accelerator.room import Inlet, Sort, Stage, Standing
from ledstjarna.rooms.accelerator.scope import calls_for, found_call, found_entry, readable
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.web.passages import Passage, passages

FIELDS = ("text", "inlet", "opens", "closes", "decides", "seats", "funds", "blind", "open_entries")


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call in a list, and how far it has come."""

    ref: str
    title: str
    lang: str
    stage: str
    label: str
    closes: date
    decides: date
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A stage of a call: done, current or ahead."""

    label: str
    state: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a form."""

    place: int
    text: str
    hint: str
    sort: str
    label: str
    options: tuple[str, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion, with words for both ends of its scale; `share` of the whole weight."""

    place: int
    title: str
    low: str
    high: str
    weight: int
    share: float


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
    steps: tuple[StepRow, ...]
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
    may_enter: bool


@dataclass(frozen=True, slots=True)
class CallDesk:
    """Where a call is shaped."""

    ref: str
    title: str
    seeks: Choices
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CallForm:
    """A call's own form and criteria, while they are being shaped."""

    ref: str
    title: str
    questions: tuple[QuestionRow, ...]
    criteria: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """An entry's copy without names, in a list: what it is called there, and how many marks stand in it."""

    ref: str
    title: str
    marks: int
    mended: bool


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of a call's entries."""

    ref: str
    title: str
    rows: tuple[CopyRow, ...]
    released: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A text and its copy, word by word."""

    question: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CopyPage:
    """An entry beside its copy, to be mended before it is released."""

    ref: str
    call: Spot
    title: str
    sides: tuple[Side, ...]
    questions: tuple[QuestionRow, ...]
    values: dict[str, Any]
    released: bool


def question_row(one: Question) -> QuestionRow:
    """A question as a plain value."""
    label = str(Sort(one.sort).label)
    return QuestionRow(
        one.place, one.text, one.hint, one.sort, label, rules.options_of(one.options), one.needed
    )


def questions_of(call: int) -> tuple[QuestionRow, ...]:
    """A call's questions in order."""
    return tuple(map(question_row, Question.objects.filter(call_id=call).order_by("place")))


def criteria_of(call: int) -> tuple[CriterionRow, ...]:
    """A call's criteria in order."""
    rows = list(Criterion.objects.filter(call_id=call).order_by("place"))
    whole = sum(one.weight for one in rows) or 1
    return tuple(
        CriterionRow(one.place, one.title, one.low, one.high, one.weight, one.weight / whole) for one in rows
    )


def calls(*, viewer: Viewer) -> tuple[CallRow, ...]:
    """The calls, those that are open first, and then the latest."""
    rows = Call.objects.select_related("node").filter(calls_for(viewer)).order_by("-closes", "-pk")
    order = [Stage.OPEN, Stage.DRAFT, Stage.ASSESSMENT, Stage.DECIDED]
    return tuple(map(_row, sorted(rows, key=lambda one: order.index(Stage(one.stage)))))


def _row(one: Call) -> CallRow:
    label = str(Stage(one.stage).label)
    node = one.node
    return CallRow(node.ref, node.title, node.lang, one.stage, label, one.closes, one.decides, one.decided_at)


def _steps(stage: str) -> tuple[StepRow, ...]:
    order = list(Stage.values)
    at = order.index(stage)
    states = [
        "done" if n < at or stage == Stage.DECIDED else "current" if n == at else "ahead" for n in range(4)
    ]
    return tuple(
        StepRow(str(label), state) for (_value, label), state in zip(Stage.choices, states, strict=True)
    )


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
        steps=_steps(one.stage),
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
        may_enter=open_now and rules.may_tell(viewer) and not assesses,
    )


def call_desk(*, viewer: Viewer, now: datetime, ref: str = "", to: str = "") -> CallDesk:
    """An empty desk with the usual three weeks, or the one with a call that is being shaped on it.

    Raises:
        Missing: it is not there, or this viewer runs no calls.
    """
    if not rules.may_run(viewer):
        raise Missing(ref)
    seeks = choices("call", "seeks", viewer)
    if not ref:
        values: dict[str, Any] = {
            "seats": 3,
            "blind": True,
            "open_entries": True,
            "seeks": [to] if to else [],
        }
        values |= _usual_days(timezone.localdate(now))
        return CallDesk("", "", seeks, values | {"inlet": "challenge" if to else "idea"})
    one = found_call(ref=ref, viewer=viewer)
    values = {name: getattr(one, name) for name in FIELDS} | {"title": one.node.title}
    return CallDesk(ref, one.node.title, seeks, values | tied_to(one.pk, ["seeks"]))


def _usual_days(today: date) -> dict[str, date]:
    """Three weeks to enter, and six to read and decide."""
    closes = today + timedelta(weeks=3)
    return {"opens": today, "closes": closes, "decides": closes + timedelta(weeks=6)}


def call_form(*, ref: str, viewer: Viewer) -> CallForm:
    """A call's form while it is being shaped.

    Raises:
        Missing: it is not there, or it is being shaped no longer, or not by this viewer.
    """
    one = found_call(ref=ref, viewer=viewer)
    if not rules.may_run(viewer) or one.stage != Stage.DRAFT:
        raise Missing(ref)
    return CallForm(ref, one.node.title, questions_of(one.pk), criteria_of(one.pk))


def copies(*, ref: str, viewer: Viewer) -> Copies:
    """The copies of a call that is read without names.

    Raises:
        Missing: there are none, or they are not for this viewer.
    """
    one = found_call(ref=ref, viewer=viewer)
    if not rules.may_run(viewer) or not one.blind or one.stage in {Stage.DRAFT, Stage.OPEN}:
        raise Missing(ref)
    mine = Entry.objects.filter(call=one, node__members__person_id=viewer.person_id or 0).values("pk")
    rows = Copy.objects.select_related("entry__node").filter(entry__call=one, entry__standing=Standing.SENT)
    shown = rows.exclude(entry__in=mine).order_by("entry_id")
    made = tuple(CopyRow(each.entry.node.ref, each.title, _marks(each), each.mended) for each in shown)
    return Copies(ref, one.node.title, made, one.released_at is not None)


def _marks(one: Copy) -> int:
    marks = {mark for some in rules.MARKS.values() for mark in some.values()}
    return sum(text.count(mark) for text in (one.title, *one.answers) for mark in marks)


def copy(*, ref: str, viewer: Viewer) -> CopyPage:
    """An entry beside its copy.

    Raises:
        Missing: there is none, it is not for this viewer, or they are in the entry themselves.
    """
    entry = found_entry(ref=ref, viewer=viewer)
    made = Copy.objects.filter(entry=entry).first()
    crew = entry.node.members.values_list("person_id", flat=True)
    if made is None or not entry.call.blind or not rules.may_decide(viewer, set(crew)):
        raise Missing(ref)
    questions = questions_of(entry.call_id)
    texts = list(entry.answers.order_by("question__place").values_list("text", flat=True))
    sides = [Side("", passages(entry.node.title, made.title))]
    sides += [
        Side(asked.text, passages(text, blind))
        for asked, text, blind in zip(questions, texts, made.answers, strict=True)
    ]
    return CopyPage(
        ref=ref,
        call=reads.spot(entry.call.node),
        title=made.title,
        sides=tuple(sides),
        questions=questions,
        values={"title": made.title, "answers": list(made.answers)},
        released=entry.call.released_at is not None,
    )
