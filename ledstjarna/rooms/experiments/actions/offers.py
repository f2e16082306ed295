"""Offers of lessons: dealt when one asks for them, a few a month; a no teaches what to offer less of."""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight.traits import known_of
from ledstjarna.rooms.experiments.models import Offer
from ledstjarna.thread.reads import Missing, Refused


@transaction.atomic
def deal(*, viewer: Viewer, now: datetime) -> int:
    """Offer this person what fits what they try, as much as the month has room for; how many there were.

    Raises:
        Refused: nobody known is asking.
    """
    if not rules.may_guide(viewer):
        raise Refused(_("Sign in to be offered lessons."), forbidden=True)
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
    return len(dealt)


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
