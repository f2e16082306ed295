"""Offers of lessons: dealt when one asks for them, a few a month; a no teaches what to offer less of."""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer, viewer_of
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight.traits import known_of
from ledstjarna.rooms.experiments.models import Dealing, Offer
from ledstjarna.thread.reads import Missing, Refused


@transaction.atomic
def deal(*, viewer: Viewer, now: datetime) -> int:
    """Offer this person what fits what they try, as much as the month has room for; how many there were.

    Raises:
        Refused: nobody known is asking.
    """
    if not rules.may_guide(viewer):
        raise Refused(_("Sign in to be offered lessons."), forbidden=True)
    return _dealt(viewer, now)


def _dealt(viewer: Viewer, now: datetime) -> int:
    Person.objects.select_for_update().get(pk=viewer.person_id)  # two at once are not dealt twice
    today = timezone.localdate(now)
    before = list(Offer.objects.filter(person_id=viewer.person_id))
    known = known_of(viewer=viewer, today=today)
    dealt = rules.chosen(
        known.candidates,
        wanted=known.wanted,
        declined=Counter(trait for one in before if one.declined for trait in one.shared),
        passed=known.passed | {one.lesson_id for one in before},
        given=sum(one.on >= today.replace(day=1) for one in before),
    )
    Offer.objects.bulk_create(
        [
            Offer(person_id=viewer.person_id, lesson_id=one.lesson, on=today, shared=one.shared)
            for one in dealt
        ]
    )
    Dealing.objects.update_or_create(person_id=viewer.person_id, defaults={"on": today})
    return len(dealt)


def deal_next(now: datetime) -> None:
    """Deal to one person who has not been dealt to this month, if there is one: so a new month costs little
    at a time. Whoever has asked once is dealt to, and whoever has sketched a test.
    """
    today = timezone.localdate(now)
    with transaction.atomic():
        waits = Dealing.objects.filter(on__lt=today.replace(day=1)).select_related("person__node")
        one = waits.order_by("on", "pk").first()
        if one is None:
            return
        viewer = viewer_of(one.person, today)
        if rules.may_guide(viewer):
            _dealt(viewer, now)
        else:
            one.delete()  # they work here no longer


@transaction.atomic
def decline(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """No, thanks: the lesson is not offered again, and what is like it is offered less.

    Raises:
        Missing: that lesson has not been offered to this person.
    """
    if not rules.may_guide(viewer):
        raise Refused(_("Sign in to be offered lessons."), forbidden=True)
    lesson = scope.lesson_found(ref=ref, viewer=viewer)
    if not Offer.objects.filter(person_id=viewer.person_id, lesson=lesson).update(declined=True):
        raise Missing(ref)
    return ref
