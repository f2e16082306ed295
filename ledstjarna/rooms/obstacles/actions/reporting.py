"""Reporting what is in the way in one's own name."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.actions.shared import checked, placed
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused


@transaction.atomic
def report(
    *,
    text: str,
    where: str,
    receiver: str,
    alone: bool,
    hinders: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Report an obstacle in one's own name; the promise of an answer begins now."""
    if not rules.may_report(viewer):
        raise Refused(_("Sign in to say what is in the way."), forbidden=True)
    said = checked(text, where, receiver, alone, hinders, viewer, timezone.localdate(now))
    one = placed(said, asked_by=viewer.person_id)
    thread.record(who=viewer.node_id, verb="obstacles.reported", node=one.node, other=said.where.node, at=now)
    return one.node.ref
