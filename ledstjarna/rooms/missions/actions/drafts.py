"""A plan while it is a draft: shown to another board or company, which dispatches it (R15), and settled."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Authority
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.actions.aims import own, worded
from ledstjarna.rooms.missions.models import Aim, Dispatch
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused


def _draft(ref: str, viewer: Viewer) -> Aim:
    """The draft of that ref, locked, if this viewer answers for it."""
    aim = own(ref, viewer)
    if not aim.draft:
        raise Refused(_("It is settled already."))
    return aim


@transaction.atomic
def settle_plan(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Settle a draft: from now on the whole city reads it."""
    aim = _draft(ref, viewer)
    aim.draft, aim.settled_at = False, now
    aim.save(update_fields=["draft", "settled_at"])
    thread.open_to(node=aim.node, audience=Audience.CITY)
    thread.record(who=viewer.node_id, verb="missions.confirmed", node=aim.node, at=now)
    return ref


@transaction.atomic
def dispatch(*, ref: str, to: str, sure: bool, viewer: Viewer, now: datetime) -> str:
    """Show a draft to the board or company `to`: the document is dispatched, and that is logged (R15)."""
    aim = _draft(ref, viewer)
    seen = Authority.objects.select_related("node").filter(reads.visible(viewer, "node__"))
    other = seen.filter(node__ref=to).first()
    if other is None or not rules.is_dispatched(aim.authority_id, other.pk):
        raise Refused(_("Choose another board or company than its own."))
    if not sure:
        raise Refused(_("Tick that you know that this dispatches the document."))
    if aim.dispatches.filter(to=other).exists():
        raise Refused(_("It has been shown there already."))
    Dispatch.objects.create(aim=aim, to=other, at=now, by_id=viewer.person_id, body=worded(aim))
    thread.show(node=aim.node, to=other.pk)
    thread.record(who=viewer.node_id, verb="missions.dispatched", node=aim.node, other=other.node, at=now)
    return ref
