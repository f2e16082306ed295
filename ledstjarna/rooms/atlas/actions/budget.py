"""What signals cost, and how many are enough: stated estimates that anybody can read."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.models import Ceiling, Estimate
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Refused


def _organisation(viewer: Viewer) -> Node:
    """What the whole city is as a node: what the fact is about.

    Raises:
        Refused: this viewer does not say, or the organisation has not been brought in.
    """
    if not rules.may_budget(viewer):
        raise Refused(_("This is said by the city director."), forbidden=True)
    node = Node.objects.filter(kind="organisation").first()
    if node is None:
        raise Refused(_("Bring in the organisation first."))
    return node


@transaction.atomic
def estimate(*, kind: str, minutes: int, viewer: Viewer, now: datetime) -> str:
    """Say how many minutes a year a signal of a kind costs each of those that it reaches."""
    node = _organisation(viewer)
    Estimate.objects.update_or_create(kind=kind, defaults={"minutes": minutes})
    thread.record(who=viewer.node_id, verb="atlas.estimated", node=node, at=now)
    return kind


@transaction.atomic
def cap(*, level: str, most: int, viewer: Viewer, now: datetime) -> str:
    """Say how many signals are enough at a level."""
    node = _organisation(viewer)
    Ceiling.objects.update_or_create(level=level, defaults={"most": most})
    thread.record(who=viewer.node_id, verb="atlas.capped", node=node, at=now)
    return level
