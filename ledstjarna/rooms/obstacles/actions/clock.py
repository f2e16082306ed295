"""What the clock does: letters are taken out, answers are asked about, and silence closes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.actions.letters import deliver
from ledstjarna.rooms.obstacles.actions.shared import ended
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.rooms.obstacles.room import Ending
from ledstjarna.thread import actions as thread

AT_ONCE = 20  # of each sort at one tick, so that the other rooms' clocks are not held up


def tick(*, now: datetime) -> None:
    """All that is due, a little at a time."""
    for step in (deliver, remind, close_silent):
        for _round in range(AT_ONCE):
            if not step(now=now):
                break


@transaction.atomic
def remind(*, now: datetime) -> str:
    """Ask once more whether an answer helped; called by the clock, not by a person."""
    today = timezone.localdate(now)
    unsaid = Obstacle.objects.select_related("node").filter(ending="", reminded_on=None)
    one = (
        unsaid.filter(answered_on__lte=today - rules.REMIND)
        .select_for_update(of=("self",))
        .order_by("answered_on", "pk")
        .first()
    )
    if one is None or not rules.is_reminding(one.answered_on, one.reminded_on, today):
        return ""
    one.reminded_on = today
    one.save(update_fields=["reminded_on"])
    thread.record(who=None, verb="obstacles.reminded", node=one.node, at=now)
    return one.node.ref


@transaction.atomic
def close_silent(*, now: datetime) -> str:
    """Close what nobody has said anything about since the reminder; called by the clock, not by a person.

    A verdict that lies in the letterbox is waited for.
    """
    today = timezone.localdate(now)
    silent = Obstacle.objects.select_related("node").filter(ending="", letters=None)
    silent = silent.filter(answered_on__isnull=False, reminded_on__lte=today - rules.CLOSE)
    one = silent.order_by("reminded_on", "pk").select_for_update(of=("self",)).first()
    if one is None or not rules.is_closing(one.reminded_on, today):
        return ""
    ended(one, Ending.SILENT, now)
    thread.record(who=None, verb="obstacles.closed", node=one.node, at=now)
    return one.node.ref
