"""Steering documents, their parts and the wordings before."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.models import Decision, Document, Paragraph
from ledstjarna.rooms.principles.reads.approaches import ApproachRow, approaches
from ledstjarna.rooms.principles.reads.shared import Choices, choices, tied_to, wordings
from ledstjarna.rooms.principles.room import Sort
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.web.passages import VersionRow

FIELDS = ("sort", "decided_by", "reference", "valid_from", "valid_to", "owner", "text")
RECENT = 10


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A steering document in a list, and whether the day of its review has passed."""

    ref: str
    title: str
    lang: str
    sort: str
    owner: str
    review: date | None
    waits: bool


@dataclass(frozen=True, slots=True)
class Home:
    """What all decisions lean on, and the decisions being prepared."""

    query: str
    approaches: tuple[ApproachRow, ...]
    documents: tuple[DocumentRow, ...]
    decisions: tuple[Spot, ...]
    may_word: bool
    may_enter: bool
    may_prepare: bool


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a document, with a ref where it has a heading and can be leaned on."""

    ref: str
    heading: str
    text: str
    leaned: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A steering document with its parts, what it serves and who leans on it."""

    ref: str
    title: str
    lang: str
    sort: str
    decided_by: str
    reference: str
    valid_from: date
    valid_to: date | None
    review: date | None
    owner: str
    holds: bool
    waits: bool
    number: int
    parts: tuple[PartRow, ...]
    why: tuple[Spot, ...]
    near: tuple[Neighbour, ...]
    versions: tuple[VersionRow, ...]
    ended: datetime | None
    may_change: bool
    may_prepare: bool


@dataclass(frozen=True, slots=True)
class ParagraphPage:
    """A part of a document, and who leans on it."""

    ref: str
    title: str
    lang: str
    text: str
    document: Spot
    why: tuple[Spot, ...]
    leaned: tuple[Neighbour, ...]
    ended: datetime | None
    may_prepare: bool


@dataclass(frozen=True, slots=True)
class DocumentDesk:
    """Where a document is written; `parts` is what its text would be split into."""

    ref: str
    title: str
    serves: Choices
    leans_on: Choices
    given_to: Choices
    values: dict[str, Any]
    parts: tuple[rules.Part, ...] = ()


def _row(one: Document, today: date) -> DocumentRow:
    review = one.node.due
    return DocumentRow(
        one.node.ref, one.node.title, one.node.lang, str(Sort(one.sort).label), one.owner, review,
        review is not None and review < today,
    )  # fmt: skip


def home(*, viewer: Viewer, now: datetime, query: str = "") -> Home:
    """What all lean on; documents by the words of a search where there is one."""
    seen = reads.visible(viewer, "node__")
    rows = Document.objects.select_related("node").filter(seen, node__ended=None)
    if query:
        rows = rows.filter(node__title__icontains=query) | rows.filter(text__icontains=query)
    today = timezone.localdate(now)
    latest = Decision.objects.select_related("node").filter(seen).order_by("-prepared_at")
    return Home(
        query=query,
        approaches=approaches(viewer=viewer),
        documents=tuple(_row(one, today) for one in rows.order_by("sort", "node__title")),
        decisions=tuple(reads.spot(one.node) for one in latest[:RECENT]),
        may_word=rules.may_word(viewer),
        may_enter=rules.may_enter(viewer),
        may_prepare=rules.may_prepare(viewer),
    )


def _found(ref: str, viewer: Viewer) -> Document:
    node = reads.node(ref=ref, viewer=viewer, kind="document")
    return Document.objects.select_related("node").get(node=node)


def _parts(one: Document, viewer: Viewer) -> tuple[PartRow, ...]:
    """The parts in order; the words before the first heading stand first, and nobody leans on them."""
    ahead = tuple(PartRow("", "", part.text, 0) for part in rules.parts_of(one.text) if not part.heading)
    rows = list(one.paragraphs.select_related("node").filter(node__ended=one.node.ended).order_by("place"))
    leaned: dict[int, int] = {}
    for _source, _name, target in reads.strands(viewer=viewer, names=["leans_on"]):
        leaned[target] = leaned.get(target, 0) + 1
    return ahead + tuple(PartRow(p.node.ref, p.node.title, p.text, leaned.get(p.pk, 0)) for p in rows)


def document(*, ref: str, viewer: Viewer, now: datetime) -> DocumentPage:
    """The steering document of that ref."""
    one = _found(ref, viewer)
    today, review = timezone.localdate(now), one.node.due
    near = reads.neighbours(node=one.node, viewer=viewer, without=("section_of",))
    return DocumentPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        sort=str(Sort(one.sort).label),
        decided_by=one.decided_by,
        reference=one.reference,
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        review=review,
        owner=one.owner,
        holds=one.node.ended is None and rules.is_valid(one.valid_from, one.valid_to, today),
        waits=review is not None and review < today,
        number=one.number,
        parts=_parts(one, viewer),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        near=tuple(near),
        versions=wordings(one.pk, f"{one.node.title}\n{one.text}"),
        ended=one.node.ended,
        may_change=one.node.ended is None and rules.may_enter(viewer),
        may_prepare=one.node.ended is None and rules.may_prepare(viewer),
    )


def paragraph(*, ref: str, viewer: Viewer) -> ParagraphPage:
    """The part of a document of that ref, if its document may be read."""
    node = reads.node(ref=ref, viewer=viewer, kind="paragraph")
    one = Paragraph.objects.select_related("node", "document__node").get(node=node)
    above = reads.node(ref=one.document.node.ref, viewer=viewer)
    near = reads.neighbours(node=node, viewer=viewer, without=("section_of",))
    return ParagraphPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        text=one.text,
        document=reads.spot(above),
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        leaned=tuple(near),
        ended=node.ended,
        may_prepare=node.ended is None and rules.may_prepare(viewer),
    )


def document_desk(*, viewer: Viewer, ref: str = "", text: str = "", title: str = "") -> DocumentDesk:
    """An empty desk, one with a text that was brought, or one with a document on it.

    Raises:
        Missing: it is not there, or this viewer enters no documents.
    """
    if not rules.may_enter(viewer):
        raise Missing(ref)
    tied = ("serves", "leans_on", "given_to")
    serves, leans_on, given_to = (
        choices("document", name, viewer, without=("organisation",)) for name in tied
    )
    if not ref:
        return DocumentDesk(
            "", title, serves, leans_on, given_to, {"text": text, "title": title}, rules.parts_of(text)
        )
    one = _found(ref, viewer)
    values: dict[str, Any] = {name: getattr(one, name) for name in FIELDS}
    values |= {"title": one.node.title, "review": one.node.due} | tied_to(one.pk, tied)
    return DocumentDesk(ref, one.node.title, serves, leans_on, given_to, values)
