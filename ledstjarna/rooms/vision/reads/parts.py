"""An area, a shift or an endorsement on a page of its own."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Area, Endorsement, Shift, Vision
from ledstjarna.rooms.vision.reads.visions import Word, spoken, word_of
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot


@dataclass(frozen=True, slots=True)
class PartPage:
    """An area, a shift, a statement or an endorsement on a page of its own."""

    ref: str
    kind: str
    title: str
    text: str
    lang: str
    why: tuple[Spot, ...]
    neighbours: tuple[Neighbour, ...]
    starts: tuple[tuple[str, str], ...]
    may_change: bool
    vision_ref: str
    word: Word | None = None


def _page(node_id: int, viewer: Viewer, **more: Any) -> PartPage:
    node = reads.seen_by(viewer).get(pk=node_id)
    return PartPage(
        ref=node.ref,
        kind=node.kind,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        neighbours=tuple(reads.neighbours(node=node, viewer=viewer)),
        starts=reads.starts(kind=node.kind, viewer=viewer),
        **more,
    )


def _phase_of(vision: Vision) -> str:
    return vision.rounds.order_by("-opened_at").values_list("phase", flat=True).first() or ""


def area(*, ref: str, viewer: Viewer) -> PartPage:
    """An area of a vision."""
    node = reads.node(ref=ref, viewer=viewer, kind="area")
    one = Area.objects.select_related("node", "vision__node").filter(node=node).first()
    if one is None:
        raise Missing(ref)
    reader = translation.get_language() or "sv"
    title, lang = spoken(reader, one.node.title, one.title_en)
    text, _ = spoken(reader, one.text, one.text_en)
    may = rules.may_draft(viewer, _phase_of(one.vision))
    return _page(
        node.pk,
        viewer,
        title=title,
        text=text,
        lang=lang or node.lang,
        may_change=may,
        vision_ref=one.vision.node.ref,
    )


def shift(*, ref: str, viewer: Viewer) -> PartPage:
    """A shift that a vision asks for."""
    node = reads.node(ref=ref, viewer=viewer, kind="shift")
    one = Shift.objects.select_related("node", "vision__node").filter(node=node).first()
    if one is None:
        raise Missing(ref)
    reader = translation.get_language() or "sv"
    origin, lang = spoken(reader, one.origin, one.origin_en)
    goal, _ = spoken(reader, one.goal, one.goal_en)
    may = rules.may_draft(viewer, _phase_of(one.vision))
    title = f"{origin} → {goal}"
    return _page(
        node.pk,
        viewer,
        title=title,
        text="",
        lang=lang or node.lang,
        may_change=may,
        vision_ref=one.vision.node.ref,
    )


def endorsement(*, ref: str, viewer: Viewer) -> PartPage:
    """What a party has said of a vision."""
    node = reads.node(ref=ref, viewer=viewer, kind="endorsement")
    said = Endorsement.objects.select_related("node", "spokesperson", "party__node", "vision__node").get(
        node=node
    )
    word = word_of(said.party, said, said.vision.elected_on)
    return _page(
        node.pk,
        viewer,
        title=node.title,
        text=said.words,
        lang=node.lang,
        may_change=False,
        vision_ref=said.vision.node.ref,
        word=word,
    )
