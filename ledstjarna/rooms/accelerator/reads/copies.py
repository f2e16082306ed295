"""The copies without names of a call's entries, each beside what was written."""

from dataclasses import dataclass
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Copy, Entry
from ledstjarna.rooms.accelerator.reads.asked import QuestionRow, questions_of
from ledstjarna.rooms.accelerator.room import Stage, Standing
from ledstjarna.rooms.accelerator.scope import crew_of, found_call, found_entry
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot
from ledstjarna.web.passages import Passage, passages


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


def copies(*, ref: str, viewer: Viewer) -> Copies:
    """The copies of a call that is read without names.

    Raises:
        Missing: there are none, or they are not for this viewer.
    """
    one = found_call(ref=ref, viewer=viewer)
    if not rules.may_run(viewer) or not one.blind or one.stage not in {Stage.ASSESSMENT, Stage.DECIDED}:
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
    if made is None or not entry.call.blind or not rules.may_decide(viewer, crew_of(entry.pk)):
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
