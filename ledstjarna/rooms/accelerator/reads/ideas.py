"""Ideas, what is akin to them, and who is in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Call, Idea
from ledstjarna.rooms.accelerator.reads.shared import Choices, Crew, choices, crew
from ledstjarna.rooms.accelerator.room import KIN, Inlet
from ledstjarna.thread import reads
from ledstjarna.thread.likeness import Alike, alike
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Neighbour, Spot

SIZE = 30
LONGEST = 1500


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """An idea in a list."""

    ref: str
    title: str
    lang: str
    text: str
    inlet: str
    told_at: datetime


@dataclass(frozen=True, slots=True)
class Ideas:
    """One page of the ideas, newest first."""

    rows: tuple[IdeaRow, ...]
    inlet: str
    inlets: tuple[tuple[str, str], ...]
    number: int
    pages: int
    may_tell: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """What is akin to a text that is being written."""

    rows: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class IdeaPage:
    """An idea, who is in it, and where it can go."""

    ref: str
    title: str
    lang: str
    text: str
    inlet: str
    told_at: datetime
    why: tuple[Spot, ...]
    crew: Crew
    near: tuple[Neighbour, ...]
    kin: tuple[Alike, ...]
    calls: tuple[tuple[str, str], ...]
    may_begin: bool


@dataclass(frozen=True, slots=True)
class IdeaDesk:
    """Where an idea is told, beside what is akin to it so far."""

    answers: Choices
    rows: tuple[Alike, ...]
    values: dict[str, Any]


def latest(viewer: Viewer, most: int) -> tuple[IdeaRow, ...]:
    """The newest ideas that a viewer may read."""
    rows = Idea.objects.select_related("node").filter(reads.visible(viewer, "node__"), node__ended=None)
    return tuple(map(_row, rows.order_by("-told_at", "-pk")[:most]))


def _row(one: Idea) -> IdeaRow:
    label = str(Inlet(one.inlet).label)
    return IdeaRow(one.node.ref, one.node.title, one.node.lang, one.text, label, one.told_at)


def ideas(*, viewer: Viewer, inlet: str = "", number: int = 1) -> Ideas:
    """The ideas, all or by what they began with.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("ideas")
    rows = Idea.objects.select_related("node").filter(reads.visible(viewer, "node__"), node__ended=None)
    if inlet in Inlet.values:
        rows = rows.filter(inlet=inlet)
    page = paged(rows.order_by("-told_at", "-pk"), number, SIZE)
    inlets = tuple((value, str(label)) for value, label in Inlet.choices)
    return Ideas(
        tuple(map(_row, page)), inlet, inlets, page.number, page.paginator.num_pages, rules.may_tell(viewer)
    )


def kin(*, viewer: Viewer, title: str = "", text: str = "") -> Kin:
    """What is akin to these words: ideas, challenges, initiatives, tests and lessons.

    Raises:
        Missing: nobody is signed in.
    """
    if not rules.may_tell(viewer):
        raise Missing("kin")
    return Kin(_akin(f"{title} {text}"[:LONGEST], viewer))


def _akin(words: str, viewer: Viewer, without: str = "") -> tuple[Alike, ...]:
    if not words.strip():
        return ()
    found = alike(text=words, viewer=viewer, kinds=KIN, most=6)
    return tuple(one for one in found if one.spot.ref != without)[:5]


def idea_desk(*, viewer: Viewer, to: str = "", title: str = "", text: str = "") -> IdeaDesk:
    """The desk, with what is akin to the words so far.

    Raises:
        Missing: nobody is signed in.
    """
    offered = choices("idea", "answers", viewer)
    came = to if to in dict(offered) else ""
    values = {"title": title, "text": text, "answers": [came] if came else []}
    values["inlet"] = "challenge" if came else "idea"
    return IdeaDesk(offered, kin(viewer=viewer, title=title, text=text).rows, values)


def idea(*, ref: str, viewer: Viewer) -> IdeaPage:
    """The idea of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="idea")
    one = Idea.objects.select_related("node").get(node=node)
    begun = Strand.objects.filter(name="grows_out_of", target=node, source__kind="initiative", cut=False)
    people = crew(node.pk, ref, viewer, may_join=node.ended is None)
    calls = Call.objects.filter(stage="open").order_by("closes") if people.inside else Call.objects.none()
    return IdeaPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        text=one.text,
        inlet=str(Inlet(one.inlet).label),
        told_at=one.told_at,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        crew=people,
        near=tuple(reads.neighbours(node=node, viewer=viewer)),
        kin=_akin(f"{node.title} {one.text}", viewer, without=ref),
        calls=tuple(calls.values_list("node__ref", "node__title")),
        may_begin=rules.may_run(viewer) and not begun.exists(),
    )
