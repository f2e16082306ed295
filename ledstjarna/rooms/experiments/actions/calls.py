"""A call of twenty minutes about a lesson: proposed, picked, answered otherwise, declined, called off.

None of it is a fact: who talks with whom is for the two alone.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.models import Call, Lesson
from ledstjarna.rooms.experiments.room import Booking
from ledstjarna.thread.reads import Refused


def _checked(times: Sequence[datetime], now: datetime) -> list[str]:
    """The proposed moments in order, once each, as they are kept."""
    moments = sorted(set(times))
    if not 1 <= len(moments) <= rules.MOST_TIMES:
        raise Refused(_("Propose one to three times."))
    if not all(rules.is_possible(one, timezone.localdate(one), now) for one in moments):
        raise Refused(_("Propose times on working days, from now and at most eight weeks ahead."))
    return [one.isoformat() for one in moments]


def _proposed(one: Call, times: Sequence[datetime], now: datetime) -> None:
    one.times, one.state = _checked(times, now), Booking.ASKED
    one.until = timezone.localdate(max(times)) + rules.KEPT
    one.save()


@transaction.atomic
def propose_call(
    *, ref: str, guide: str, wish: str, times: Sequence[datetime], viewer: Viewer, now: datetime
) -> str:
    """Ask one who can be asked about a lesson for twenty minutes, at one of a few times."""
    lesson = scope.lesson_found(ref=ref, viewer=viewer)
    asked = scope.guide_found(lesson, guide, viewer)
    if not rules.may_call(viewer, asked):
        raise Refused(_("Sign in to ask somebody else for a call."), forbidden=True)
    if lesson.node.ended:
        raise Refused(_("It has been retired."))
    two = {"lesson": lesson, "asker_id": viewer.person_id, "guide_id": asked}
    between = Call.objects.filter(**two)
    between.filter(until__lt=timezone.localdate(now)).delete()
    if between.exclude(state=Booking.CANCELLED).exists():
        raise Refused(_("You have asked already. See what came of it on the page of the lesson."))
    one = Call(wish=wish, **two)
    _proposed(one, times, now)
    return one.ref


@transaction.atomic
def propose_again(*, ref: str, times: Sequence[datetime], viewer: Viewer, now: datetime) -> str:
    """Propose other times than those that did not suit."""
    one = scope.call_found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_propose(viewer, one.asker_id, one.state):
        raise Refused(_("Other times are proposed by the one who asks, until one is picked."), forbidden=True)
    _proposed(one, times, now)
    return ref


def _asked(ref: str, viewer: Viewer) -> Call:
    """The call of that ref, locked, if this viewer is asked for it and it is not settled yet."""
    one = scope.call_found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_reply(viewer, one.guide_id, one.state):
        raise Refused(_("It is answered by the one who is asked, once."), forbidden=True)
    return one


@transaction.atomic
def pick_time(*, ref: str, at: datetime, place: str = "", viewer: Viewer, now: datetime) -> str:
    """Pick one of the proposed times: the call is booked."""
    one = _asked(ref, viewer)
    if at not in rules.ahead(map(datetime.fromisoformat, one.times), now):
        raise Refused(_("Pick one of the proposed times that has not passed."))
    one.state, one.at, one.place, one.words = Booking.BOOKED, at, place, ""
    one.until = timezone.localdate(at)
    one.save()
    return ref


@transaction.atomic
def answer_call(*, ref: str, words: str, viewer: Viewer, now: datetime) -> str:
    """None of the times suits: say in other words what would."""
    one = _asked(ref, viewer)
    one.state, one.words = Booking.OTHER, words
    one.until = max(one.until, timezone.localdate(now) + rules.KEPT)
    one.save()
    return ref


@transaction.atomic
def decline_call(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """No, thanks: no reason is asked for, and what was asked is forgotten."""
    _declined(_asked(ref, viewer), now)
    return ref


def _declined(one: Call, now: datetime) -> None:
    one.state, one.times, one.wish, one.words = Booking.DECLINED, [], "", ""
    one.until = timezone.localdate(now) + rules.KEPT
    one.save()


def let_down(lesson: Lesson, viewer: Viewer, now: datetime) -> None:
    """Decline what is asked of one who can be asked about a lesson no longer; what is booked stays booked."""
    unsettled = Call.objects.filter(lesson=lesson, guide_id=viewer.person_id, state__in=rules.UNSETTLED)
    for one in unsettled.select_for_update():
        _declined(one, now)


@transaction.atomic
def call_off(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take it back: what was only asked is gone, a booked call is shown as called off; the lesson's ref."""
    one = scope.call_found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_call_off(viewer, one.asker_id, one.guide_id, one.state, one.at, now):
        raise Refused(_("It has begun, or is not yours to take back."), forbidden=True)
    if one.state == Booking.BOOKED:
        one.state, one.place = Booking.CANCELLED, ""
        one.save()
    else:
        one.delete()
    return one.lesson.node.ref


def forget(now: datetime) -> None:
    """Let go of calls whose day has passed; asked first, so that an idle tick writes nothing."""
    passed = Call.objects.filter(until__lt=timezone.localdate(now))
    if passed.exists():
        passed.delete()
