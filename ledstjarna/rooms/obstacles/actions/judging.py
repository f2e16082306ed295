"""Whether it helped, and who else has the same in the way."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.actions.shared import judged
from ledstjarna.rooms.obstacles.models import Echo, Obstacle
from ledstjarna.rooms.obstacles.scope import found, tick_of
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused


@transaction.atomic
def judge(*, ref: str, helped: str, text: str, viewer: Viewer, now: datetime) -> str:
    """Say in one's own name whether the answer helped: yes closes it, no opens it again once."""
    one = found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_ask_back(viewer, one.asked_by_id, answers=False):
        raise Refused(_("Whether it helped is for the one who reported it to say."), forbidden=True)
    if not rules.is_asked(one.state, one.ending):
        raise Refused(_("It has not been answered yet, or it is closed already."))
    verb = judged(one, helped=helped == "yes", text=text, today=timezone.localdate(now), now=now)
    thread.record(who=viewer.node_id, verb=verb, node=one.node, at=now)
    return ref


@transaction.atomic
def echo(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Say “for us too”, or take it back; only how many there are is ever told."""
    one = found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_echo(viewer, one.asked_by_id):
        raise Refused(_("This is for others than the one who reported it."), forbidden=True)
    if one.salt is None:
        raise Refused(_("It is closed."))
    tick, fresh = Echo.objects.get_or_create(obstacle=one, key=tick_of(one, viewer))
    if not fresh:
        tick.delete()
    Obstacle.objects.filter(pk=one.pk).update(echoes=F("echoes") + (1 if fresh else -1))
    return ref
