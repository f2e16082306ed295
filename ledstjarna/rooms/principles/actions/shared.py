"""What approaches and documents have in common when they are worded: ties upwards, and what stood before."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.principles import rules
from ledstjarna.rooms.principles.models import Document, Wording
from ledstjarna.rooms.principles.room import ROOM
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Refused


def tied(kind: str, name: str, refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The rows of what a thing of this kind is tied to by a strand of this name.

    Raises:
        Refused: one of them is not something that it can be tied to so.
    """
    fit = {target for tie in ROOM.ties if (tie.name, tie.source) == (name, kind) for target in tie.targets}
    nodes = [reads.node(ref=ref, viewer=viewer) for ref in refs]
    for node in nodes:
        if node.kind not in fit or node.ended:
            raise Refused(_("It cannot be tied to “%(title)s”.") % {"title": node.title})
    return [node.pk for node in nodes]


def serving(kind: str, refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The rows of what a thing serves.

    Raises:
        Refused: nothing is named.
    """
    if not refs:
        raise Refused(_("Tick what it serves: without that nobody can see why it is there."))
    return tied(kind, "serves", refs, viewer)


def kept(node: Node, number: int, text: str, why: str, now: datetime) -> None:
    """The wording that stood, beside the one that comes."""
    Wording.objects.create(node=node, number=number, until=now, why=why, text=text)


@transaction.atomic
def stop(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """An approach or a document holds no longer: it can still be read, with its parts."""
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in {"approach", "document"}:
        raise reads.Missing(ref)
    if not (rules.may_word(viewer) if node.kind == "approach" else rules.may_enter(viewer)):
        raise Refused(_("This is entered by those who answer for it."), forbidden=True)
    if node.ended:
        raise Refused(_("It holds no longer already."))
    document = Document.objects.filter(node=node).first()
    if document is not None:
        for part in document.paragraphs.filter(node__ended=None).select_related("node"):
            thread.end(node=part.node, at=now)
    thread.end(node=node, at=now)
    thread.record(who=viewer.node_id, verb="principles.stopped", node=node, at=now)
    return ref
