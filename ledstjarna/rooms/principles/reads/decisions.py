"""A decision being prepared: what it touches, what it serves, and the half page to take along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.insight import Touch, touches
from ledstjarna.rooms.principles.models import Decision
from ledstjarna.rooms.principles.reads.shared import Choices, choices
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.web.papers import Paper, blocks


@dataclass(frozen=True, slots=True)
class DecisionDesk:
    """Where a decision is prepared, and what its words touch so far."""

    text: str
    touches: tuple[Touch, ...]
    serves: Choices
    leans_on: Choices
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Met:
    """What the decision was found to touch when it was prepared."""

    ref: str
    label: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """How a prepared decision hangs together."""

    ref: str
    title: str
    lang: str
    text: str
    costs: str
    drops: str
    reference: str
    prepared_at: datetime
    why: tuple[Spot, ...]
    serves: tuple[Neighbour, ...]
    leans_on: tuple[Neighbour, ...]
    others: tuple[Neighbour, ...]
    against: tuple[Met, ...]
    touched: tuple[Met, ...]


def decision_desk(*, viewer: Viewer, title: str = "", text: str = "", to: str = "") -> DecisionDesk:
    """The desk, with what a text touches where there is one; what was met can be ticked, and comes first.

    Raises:
        Missing: nobody is signed in.
    """
    if not rules.may_prepare(viewer):
        raise Missing("prepare")
    met = touches(text=f"{title}. {text}", viewer=viewer) if text else ()
    first = {one.spot.ref for one in met} | {to}
    serves = _first(choices("decision", "serves", viewer), first)
    leans = _first(
        (*_parts(met, to, viewer), *choices("decision", "leans_on", viewer, ("paragraph",))), first
    )
    ticked = {
        name: [ref for ref, _words in offered if ref == to]
        for name, offered in (("serves", serves), ("leans_on", leans))
    }
    return DecisionDesk(text, met, serves, leans, ticked)


def _first(offered: Choices, refs: set[str]) -> Choices:
    """What the words met before the rest."""
    return tuple(sorted(offered, key=lambda one: one[0] not in refs))


def _parts(met: Sequence[Touch], to: str, viewer: Viewer) -> Choices:
    """Of all parts of documents, those that the words met or that one came from."""
    spots = [one.spot for one in met if one.spot.kind == "paragraph"]
    came = reads.seen_by(viewer).filter(ref=to, kind="paragraph", ended=None)
    spots += [reads.spot(node) for node in came if node.ref not in {one.ref for one in spots}]
    return tuple((one.ref, f"{one.label}: {one.title}") for one in spots)


def decision(*, ref: str, viewer: Viewer) -> DecisionPage:
    """The prepared decision of that ref; of what it met, only what this viewer may see."""
    node = reads.node(ref=ref, viewer=viewer, kind="decision")
    one = Decision.objects.get(node=node)
    near = reads.neighbours(node=node, viewer=viewer)
    seen = set(
        reads.seen_by(viewer).filter(ref__in=[m["ref"] for m in one.met]).values_list("ref", flat=True)
    )
    met = [
        (m["against"], Met(m["ref"], m["label"], m["title"], m["why"])) for m in one.met if m["ref"] in seen
    ]
    return DecisionPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        text=one.text,
        costs=one.costs,
        drops=one.drops,
        reference=one.reference,
        prepared_at=one.prepared_at,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        serves=tuple(each for each in near if each.tie == "serves"),
        leans_on=tuple(each for each in near if each.tie == "leans_on"),
        others=tuple(each for each in near if each.tie not in {"serves", "leans_on"}),
        against=tuple(each for against, each in met if against),
        touched=tuple(each for against, each in met if not against),
    )


def paper(*, ref: str, viewer: Viewer) -> Paper:
    """Half a page on how a prepared decision hangs together, to paste into the case."""
    page = decision(ref=ref, viewer=viewer)
    first = [date_format(page.prepared_at.date(), "j F Y"), page.reference]
    return Paper(
        title=_("How this hangs together: %(title)s") % {"title": page.title},
        lang=get_language() or "sv",
        blocks=(
            *blocks("quiet", [" · ".join(one for one in first if one)]),
            *blocks("text", [page.text]),
            *blocks("heading", [_("What it serves")]),
            *blocks("point", [f"{one.spot.label}: {one.spot.title}" for one in page.serves]),
            *blocks("heading", [_("What it leans on")] if page.leans_on else []),
            *blocks("point", [f"{one.spot.label}: {one.spot.title}" for one in page.leans_on]),
            *blocks("heading", [_("Pulls the other way")] if page.against else []),
            *blocks("point", [f"{one.label}: {one.title} ({one.why})" for one in page.against]),
            *blocks("heading", [_("What it costs")]),
            *blocks("text", [page.costs]),
            *blocks("heading", [_("What it makes needless")] if page.drops else []),
            *blocks("text", [page.drops]),
        ),
    )
