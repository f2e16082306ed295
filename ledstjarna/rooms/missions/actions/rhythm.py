"""How often a unit, a board or a company holds its follow-up dialogues, and a reminder put off."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Rhythm
from ledstjarna.rooms.missions.room import HOLDERS
from ledstjarna.rooms.missions.scope import answers_for
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Refused


def _place(ref: str, viewer: Viewer) -> Node:
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in {*HOLDERS, "unit"}:
        raise Missing(ref)
    return node


@transaction.atomic
def set_rhythm(*, ref: str, every: str, viewer: Viewer, now: datetime) -> str:
    """How often the unit, board or company of that ref meets to follow up."""
    node = _place(ref, viewer)
    if not (rules.may_ask(viewer) and answers_for(node, viewer)):
        raise Refused(_("This is entered by those who answer for it."), forbidden=True)
    Rhythm.objects.update_or_create(node=node, defaults={"every": every})
    thread.record(who=viewer.node_id, verb="missions.paced", node=node, at=now)
    return ref


@transaction.atomic
def put_off(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Be reminded of a dialogue later. It leaves no fact: that it waits is for its own leader alone."""
    node = _place(ref, viewer)
    if not rules.may_be_reminded(viewer, node.pk):
        raise Missing(ref)
    later = rules.put_off_until(timezone.localdate(now))
    Rhythm.objects.update_or_create(node=node, defaults={"later": later})
    return ref
