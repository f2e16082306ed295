"""A loose thread that is no problem is set aside with its reason, and can be taken up again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.models import Dismissal
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Refused


def _refused() -> Refused:
    return Refused(_("This is said by those who lead or keep order."), forbidden=True)


@transaction.atomic
def dismiss(*, ref: str, sort: str, others: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """Remember that a finding about the node of that ref is no problem, and why."""
    node = reads.node(ref=ref, viewer=viewer)
    if not rules.may_dismiss(viewer):
        raise _refused()
    if sort not in rules.SORTS:
        raise Missing(sort)
    key = rules.key_of(sort, ref, tuple(others.split()))
    Dismissal.objects.update_or_create(
        key=key, defaults={"node": node, "reason": reason, "by_id": viewer.person_id, "at": now}
    )
    thread.record(who=viewer.node_id, verb="atlas.dismissed", node=node, at=now)
    return ref


@transaction.atomic
def take_up(*, ref: str, sort: str, others: str, viewer: Viewer, now: datetime) -> str:
    """Let a finding that was set aside be listed again."""
    node = reads.node(ref=ref, viewer=viewer)
    if not rules.may_dismiss(viewer):
        raise _refused()
    gone, _each = Dismissal.objects.filter(key=rules.key_of(sort, ref, tuple(others.split()))).delete()
    if not gone:
        raise Refused(_("It has been taken up already."))
    thread.record(who=viewer.node_id, verb="atlas.taken_up", node=node, at=now)
    return ref
