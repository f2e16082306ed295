"""Who is in a thing, and whom those who are in it may invite."""

from dataclasses import dataclass
from datetime import datetime

from ledstjarna.people import reads as people
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator.models import Entry
from ledstjarna.rooms.accelerator.reads.shared import Crew, crew
from ledstjarna.rooms.accelerator.scope import judging
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot

SHARED = ("idea", "entry", "initiative")


@dataclass(frozen=True, slots=True)
class Together:
    """Who is in a thing, and people by a name that was sought."""

    ref: str
    spot: Spot
    crew: Crew
    query: str
    found: tuple[people.Colleague, ...]


def together(*, ref: str, viewer: Viewer, now: datetime, query: str = "") -> Together:
    """Who is in the thing of that ref.

    Raises:
        Missing: it is not there, not for this viewer, or they read its call's entries without names.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in SHARED or not viewer.signed_in:
        raise Missing(ref)
    entry = Entry.objects.select_related("call").filter(node=node).first()
    if entry is not None and entry.call.stage != "decided" and judging(entry, viewer):
        raise Missing(ref)
    open_now = node.ended is None and (entry is None or entry.call.stage == "open")
    mates = crew(node.pk, ref, viewer, may_join=open_now)
    there = {one.ref for one in mates.rows}
    sought = mates.inside and len(query.strip()) > 1
    found = people.find(viewer=viewer, now=now, query=query).people if sought else ()
    return Together(ref, reads.spot(node), mates, query, tuple(one for one in found if one.ref not in there))
