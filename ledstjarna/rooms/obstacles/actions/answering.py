"""Answering, handing over with the clock kept, and putting off with a reason."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.actions.shared import cleared
from ledstjarna.rooms.obstacles.models import Obstacle, Turn
from ledstjarna.rooms.obstacles.room import State, Step
from ledstjarna.rooms.obstacles.scope import answers, found, line, parents, units_of
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Missing, Refused


def _mine(ref: str, viewer: Viewer) -> Obstacle:
    """The obstacle of that ref, locked, if this viewer is to do something about it and it is open."""
    one = found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_answer(viewer, line(one.receiver_id, parents())):
        raise Refused(_("It is answered by those whom it was sent to."), forbidden=True)
    if not rules.is_open(one.state, one.ending):
        raise Refused(_("It has been answered already."))
    return one


@transaction.atomic
def answer(
    *, ref: str, outcome: str, answer: str, until: date | None = None, viewer: Viewer, now: datetime
) -> str:
    """Answer: it is removed, it will be by a day, or it cannot be, because."""
    one, today = _mine(ref, viewer), timezone.localdate(now)
    by_day = until if outcome == State.PLANNED else None
    if outcome == State.PLANNED and (one.state == State.PLANNED or by_day is None or by_day <= today):
        raise Refused(_("Say by which day it will be removed, and choose a day that is still to come."))
    one.state, one.answer, one.by_day = outcome, answer, by_day
    one.answered_by_id, one.answered_on = viewer.person_id, None if by_day else today
    one.reminded_on = None
    one.save()
    Turn.objects.create(
        obstacle=one, sort=Step.ANSWERED, on=today, text=answer, outcome=outcome, until=by_day
    )
    thread.promise(node=one.node, due=by_day)
    if outcome == State.REMOVED:
        cleared(one)
    thread.index(one.node, f"{one.text} {answer}")
    verb = "obstacles.removed" if outcome == State.REMOVED else "obstacles.answered"
    thread.record(who=viewer.node_id, verb=verb, node=one.node, at=now)
    return ref


@transaction.atomic
def hand_over(*, ref: str, to: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """Give an obstacle to another unit that can remove it; the promised day stays as it is."""
    one, taker = _mine(ref, viewer), units_of([to]).get(to)
    if taker is None:
        raise Missing(to)
    if taker.pk == one.receiver_id:
        raise Refused(_("It is there already. Choose somebody else."))
    Turn.objects.create(
        obstacle=one, sort=Step.HANDED, on=timezone.localdate(now), text=reason, giver=one.receiver,
        taker=taker,
    )  # fmt: skip
    one.receiver = taker
    one.save(update_fields=["receiver"])
    thread.record(who=viewer.node_id, verb="obstacles.handed", node=one.node, other=taker.node, at=now)
    return ref


@transaction.atomic
def postpone(*, ref: str, until: date, reason: str, viewer: Viewer, now: datetime) -> str:
    """Promise a later day, with a reason that everybody who reads it sees."""
    one = _mine(ref, viewer)
    stands = one.by_day or one.promised
    if not rules.is_later(until, max(stands, timezone.localdate(now))):
        raise Refused(_("Choose a day later than the one that stands now."))
    if one.by_day:
        one.by_day = until
    else:
        one.promised = until
    one.save(update_fields=["by_day", "promised"])
    Turn.objects.create(
        obstacle=one, sort=Step.POSTPONED, on=timezone.localdate(now), text=reason, until=until
    )
    thread.promise(node=one.node, due=until)
    thread.record(who=viewer.node_id, verb="obstacles.postponed", node=one.node, at=now)
    return ref


@transaction.atomic
def ask_back(*, ref: str, text: str, viewer: Viewer, now: datetime) -> str:
    """Add a line: a question from the one who answers, or more from the one who reported it by name."""
    one = found(ref=ref, viewer=viewer, lock=True)
    answering = answers(one, viewer)
    if not rules.may_ask_back(viewer, one.asked_by_id, answers=answering):
        raise Refused(_("Lines are added by those whom it is between."), forbidden=True)
    if one.ending:
        raise Refused(_("It is closed."))
    own = viewer.person_id is not None and viewer.person_id == one.asked_by_id
    sort = Step.SAID if own else Step.ASKED
    Turn.objects.create(obstacle=one, sort=sort, on=timezone.localdate(now), text=text)
    thread.record(who=viewer.node_id, verb="obstacles.said", node=one.node, at=now)
    return ref
