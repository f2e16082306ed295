"""A call's own form and criteria, while it is being shaped."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.shared import shaping
from ledstjarna.rooms.accelerator.models import Call, Criterion, Question
from ledstjarna.rooms.accelerator.room import Sort
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused

MOST = 20


@transaction.atomic
def add_question(
    *,
    ref: str,
    text: str,
    sort: str,
    hint: str = "",
    options: str = "",
    needed: bool = False,
    viewer: Viewer,
    now: datetime,
) -> str:
    """A further question last in a call's form."""
    call = shaping(ref, viewer)
    if sort == Sort.CHOICE and len(rules.options_of(options)) < 2:
        raise Refused(_("Write at least two things to choose among, one on each line."))
    place = call.questions.count()
    if place >= MOST:
        raise Refused(_("A form of more than %(most)s questions is answered by nobody.") % {"most": MOST})
    Question.objects.create(
        call=call, place=place, text=text, hint=hint, sort=sort, options=options, needed=needed
    )
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


@transaction.atomic
def add_criterion(
    *, ref: str, title: str, low: str, high: str, weight: int, viewer: Viewer, now: datetime
) -> str:
    """A further criterion that entries are weighed by."""
    call = shaping(ref, viewer)
    place = call.criteria.count()
    if place >= MOST:
        raise Refused(_("More than %(most)s criteria weigh nothing.") % {"most": MOST})
    Criterion.objects.create(call=call, place=place, title=title, low=low, high=high, weight=weight)
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


@transaction.atomic
def usual_form(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """The template: the usual questions and criteria, for an empty form to begin with."""
    call = shaping(ref, viewer)
    if call.questions.exists() or call.criteria.exists():
        raise Refused(_("There is something in the form already."))
    with translation.override(settings.LANGUAGE_CODE):
        asked = (
            (_("What do you want to do?"), Sort.LONG, True),
            (_("How will you notice that it works?"), Sort.LONG, True),
            (_("How many does it concern?"), Sort.NUMBER, False),
        )
        weighed = (
            (_("The need"), _("Somebody thinks so"), _("Those concerned have said so themselves"), 3),
            (_("Can be tried small"), _("Needs a whole system"), _("Can begin on Monday"), 2),
            (_("Can spread"), _("Only here"), _("Ten other places have the same need"), 2),
        )
    for place, (text, sort, needed) in enumerate(asked):
        Question.objects.create(call=call, place=place, text=text, sort=sort, needed=needed)
    for place, (title, low, high, weight) in enumerate(weighed):
        Criterion.objects.create(call=call, place=place, title=title, low=low, high=high, weight=weight)
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


def _parts(call: Call, what: str) -> QuerySet[Question] | QuerySet[Criterion]:
    return call.questions.all() if what == "question" else call.criteria.all()


@transaction.atomic
def drop_part(*, ref: str, what: str, place: int, viewer: Viewer, now: datetime) -> str:
    """Take a question or a criterion away by its place, from 0; those after it move up."""
    call = shaping(ref, viewer)
    rows = _parts(call, what)
    if not rows.filter(place=place).delete()[0]:
        raise Refused(_("It is not there any more."))
    rows.filter(place__gt=place).update(place=F("place") - 1)
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


@transaction.atomic
def move_part(*, ref: str, what: str, place: int, way: str, viewer: Viewer, now: datetime) -> str:
    """Let a question or a criterion, by its place from 0, change places with the one before it or after."""
    call = shaping(ref, viewer)
    there = place + (-1 if way == "up" else 1)
    rows: list[Question | Criterion] = [*_parts(call, what).filter(place__in=(place, there))]
    if not any(one.place == place for one in rows):
        raise Refused(_("It is not there any more."))
    if len(rows) < 2:
        raise Refused(_("It stands first already.") if way == "up" else _("It stands last already."))
    for one in rows:
        one.place = there if one.place == place else place
        one.save(update_fields=["place"])
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref
