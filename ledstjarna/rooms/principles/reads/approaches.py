"""Approaches, and what it looks like when they are lived."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.models import Approach
from ledstjarna.rooms.principles.reads.shared import Choices, choices, tied_to, wordings
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.web.passages import VersionRow


@dataclass(frozen=True, slots=True)
class ApproachRow:
    """An approach in a list."""

    ref: str
    title: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class ApproachPage:
    """An approach, what it looks like when an employee and a leader live it, and where it is lived."""

    ref: str
    title: str
    lang: str
    text: str
    employee: tuple[str, ...]
    leader: tuple[str, ...]
    why: tuple[Spot, ...]
    lived: tuple[Neighbour, ...]
    versions: tuple[VersionRow, ...]
    ended: datetime | None
    may_change: bool
    may_prepare: bool


@dataclass(frozen=True, slots=True)
class ApproachDesk:
    """Where an approach is worded."""

    ref: str
    title: str
    choices: Choices
    values: dict[str, Any]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -•") for line in text.splitlines() if line.strip())


def _found(ref: str, viewer: Viewer) -> Approach:
    node = reads.node(ref=ref, viewer=viewer, kind="approach")
    return Approach.objects.select_related("node").get(node=node)


def approaches(*, viewer: Viewer) -> tuple[ApproachRow, ...]:
    """The approaches that hold, in the order in which they were set."""
    rows = Approach.objects.select_related("node").filter(reads.visible(viewer, "node__"), node__ended=None)
    return tuple(
        ApproachRow(one.node.ref, one.node.title, one.node.lang, one.text)
        for one in rows.order_by("place", "pk")
    )


def approach(*, ref: str, viewer: Viewer) -> ApproachPage:
    """The approach of that ref."""
    one = _found(ref, viewer)
    near = reads.neighbours(node=one.node, viewer=viewer, without=("serves",))
    return ApproachPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        text=one.text,
        employee=_lines(one.employee),
        leader=_lines(one.leader),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        lived=tuple(near),
        versions=wordings(one.pk, "\n".join((one.node.title, one.text, one.employee, one.leader))),
        ended=one.node.ended,
        may_change=one.node.ended is None and rules.may_word(viewer),
        may_prepare=one.node.ended is None and rules.may_prepare(viewer),
    )


def approach_desk(*, viewer: Viewer, ref: str = "") -> ApproachDesk:
    """An empty desk, or the one with an approach on it.

    Raises:
        Missing: it is not there, or this viewer words no approaches.
    """
    if not rules.may_word(viewer):
        raise Missing(ref)
    offered = choices("approach", "serves", viewer)
    if not ref:
        return ApproachDesk("", "", offered, {})
    one = _found(ref, viewer)
    values = {"title": one.node.title, "text": one.text, "employee": one.employee, "leader": one.leader}
    return ApproachDesk(ref, one.node.title, offered, values | tied_to(one.pk, ["serves"]))
