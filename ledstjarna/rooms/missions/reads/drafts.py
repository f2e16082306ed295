"""A plan while it is a draft: who has been shown it, and who may show and settle it."""

from dataclasses import dataclass
from datetime import datetime

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions.models import Aim, Dispatch
from ledstjarna.rooms.missions.room import HOLDERS
from ledstjarna.rooms.missions.scope import answers_for
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node


@dataclass(frozen=True, slots=True)
class ShownTo:
    """A board or company that a draft was dispatched to, and when."""

    ref: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """How a draft stands: `received` where it came to this viewer from another board or company (R15)."""

    shown: tuple[ShownTo, ...]
    received: bool
    may_settle: bool
    choices: tuple[tuple[str, str], ...]


def shown_to(*, node: Node) -> tuple[ShownTo, ...]:
    """The boards and companies that a plan was shown to while it was a draft."""
    rows = Dispatch.objects.filter(aim_id=node.pk).order_by("at", "pk")
    return tuple(ShownTo(*row) for row in rows.values_list("to__node__ref", "to__name", "at"))


def draft_of(*, aim: Aim, viewer: Viewer) -> Draft | None:
    """How a plan stands while it is a draft; nothing of one that is settled."""
    if not aim.draft:
        return None
    answers = aim.node.ended is None and answers_for(aim.node, viewer)
    shown = shown_to(node=aim.node)
    there = {one.ref for one in shown}
    others = reads.spots(viewer=viewer, kind=HOLDERS) if answers else []
    choices = ((one.ref, one.title) for one in others if one.id != aim.authority_id and one.ref not in there)
    return Draft(shown, aim.authority_id not in viewer.authority_ids, answers, tuple(choices))
