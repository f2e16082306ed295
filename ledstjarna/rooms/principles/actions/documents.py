"""Steering documents: what holds, from when, and its parts that others lean on."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.actions.shared import kept, serving, tied
from ledstjarna.rooms.principles.models import Document, Paragraph
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused


def _check(viewer: Viewer, text: str, begins: date, ends: date | None) -> None:
    if not rules.may_enter(viewer):
        raise Refused(
            _("Steering documents are entered by those who keep the city's decisions."), forbidden=True
        )
    if ends is not None and ends < begins:
        raise Refused(_("It must hold to a day after the one that it holds from."))
    if more := rules.too_many(text):
        raise Refused(
            _("There are %(more)s headings more than a document can have. Split it.") % {"more": more}
        )


def _recipients(refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The boards and companies named, or the whole organisation where none is."""
    if refs:
        return tied("document", "given_to", refs, viewer)
    return list(Node.objects.filter(kind="organisation").values_list("pk", flat=True))


def _tie(
    node: Node, viewer: Viewer, serves: list[int], leans_on: Sequence[str], given: Sequence[str]
) -> None:
    thread.tie_exactly(source=node, name="serves", targets=serves)
    thread.tie_exactly(source=node, name="leans_on", targets=tied("document", "leans_on", leans_on, viewer))
    thread.tie_exactly(source=node, name="given_to", targets=_recipients(given, viewer))


def _split(document: Document, now: datetime) -> None:
    """The parts of a document as nodes: one whose heading stands is the same, others come and go."""
    living = document.paragraphs.filter(node__ended=None).select_related("node")
    standing = {part.node.title: part for part in living}
    parts = [part for part in rules.parts_of(document.text) if part.heading]
    for place, part in enumerate(parts):
        one = standing.pop(part.heading, None)
        if one is None:
            node = thread.add_node(
                kind="paragraph", title=part.heading, audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE
            )
            one = Paragraph(node=node, document=document)
            thread.tie(source=node, name="section_of", target=document.node_id)
        one.place, one.text = place, part.text
        one.save()
        thread.index(one.node, f"{part.heading} {part.text}")
    for gone in standing.values():
        thread.end(node=gone.node, at=now)


@transaction.atomic
def set_document(
    *,
    title: str,
    sort: str,
    decided_by: str,
    reference: str,
    valid_from: date,
    valid_to: date | None,
    review: date | None,
    owner: str,
    text: str,
    serves: Sequence[str],
    leans_on: Sequence[str] = (),
    given_to: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """A steering document, split by its headings."""
    _check(viewer, text, valid_from, valid_to)
    rows = serving("document", serves, viewer)
    node = thread.add_node(
        kind="document", title=title, audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE, due=review
    )
    one = Document.objects.create(
        node=node, sort=sort, decided_by=decided_by, reference=reference, valid_from=valid_from,
        valid_to=valid_to, owner=owner, text=text, set_at=now, set_by_id=viewer.person_id,
    )  # fmt: skip
    _tie(node, viewer, rows, leans_on, given_to)
    _split(one, now)
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="principles.set", node=node, at=now)
    return node.ref


@transaction.atomic
def change_document(
    *,
    ref: str,
    why: str,
    title: str,
    sort: str,
    decided_by: str,
    reference: str,
    valid_from: date,
    valid_to: date | None,
    review: date | None,
    owner: str,
    text: str,
    serves: Sequence[str],
    leans_on: Sequence[str] = (),
    given_to: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another version of a document; the one that held is kept, and so are the parts that stand."""
    _check(viewer, text, valid_from, valid_to)
    node = reads.node(ref=ref, viewer=viewer, kind="document")
    if node.ended:
        raise Refused(_("It holds no longer already."))
    one = Document.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    rows = serving("document", serves, viewer)
    kept(node, one.number, f"{node.title}\n{one.text}", why, now)
    one.sort, one.decided_by, one.reference, one.owner, one.text = sort, decided_by, reference, owner, text
    one.valid_from, one.valid_to, one.number = valid_from, valid_to, one.number + 1
    one.save()
    thread.retitle(node=node, title=title)
    thread.promise(node=node, due=review)
    _tie(node, viewer, rows, leans_on, given_to)
    _split(one, now)
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="principles.changed", node=node, at=now)
    return ref
