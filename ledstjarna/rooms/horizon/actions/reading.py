"""Reading signals together, parrying them with something small, and whose they are to read."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.horizon import rules
from ledstjarna.rooms.horizon.actions.shared import concerned
from ledstjarna.rooms.horizon.models import Group, Parry, Reading, Signal
from ledstjarna.rooms.horizon.room import SERVED
from ledstjarna.rooms.horizon.scope import group
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Strand
from ledstjarna.thread.reads import Missing, Refused


def _signal(ref: str, viewer: Viewer) -> Signal:
    node = reads.node(ref=ref, viewer=viewer, kind="signal")
    return Signal.objects.select_related("node").select_for_update(of=("self",)).get(node=node)


def _unit(ref: str) -> Unit:
    found = Unit.objects.select_related("node").filter(node__ref=ref).first()
    if found is None:
        raise Missing(ref)
    return found


@transaction.atomic
def read_together(
    *,
    ref: str,
    held_on: date,
    met: str,
    thinks: str,
    strength: str,
    surety: str,
    course: str,
    concerns: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Keep what a group thought of a signal on a day, and what is to be done about it."""
    if not rules.may_read(viewer, group()):
        raise Refused(_("Signals are read together by the group that has them."), forbidden=True)
    if not rules.is_past(held_on, timezone.localdate(now)):
        raise Refused(_("Choose a day that has come."))
    one, rows = _signal(ref, viewer), concerned(concerns, viewer)
    node = thread.add_node(
        kind="reading", title=one.node.title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE
    )
    Reading.objects.create(
        node=node, signal=one, held_on=held_on, met=met, thinks=thinks, strength=strength, surety=surety,
        course=course,
    )  # fmt: skip
    if one.settled_on is None or held_on >= one.settled_on:
        one.course, one.settled_on = course, held_on
        one.save(update_fields=["course", "settled_on"])
    thread.tie(source=node, name="reads", target=one.node)
    thread.tie_all((one.pk, "concerns", row) for row in rows)
    thread.index(node, f"{one.node.title} {thinks}")
    thread.record(who=viewer.node_id, verb="horizon.read", node=node, other=one.node, at=now)
    return node.ref


@transaction.atomic
def parry(
    *, ref: str, title: str, text: str, unit: str, begun_on: date, viewer: Viewer, now: datetime
) -> str:
    """Tell of a small test that was begun because of a signal; it serves what the signal concerns."""
    if not rules.may_notice(viewer):
        raise Refused(_("Sign in to tell of a signal."), forbidden=True)
    if not rules.is_past(begun_on, timezone.localdate(now)):
        raise Refused(_("Choose a day that has come."))
    one, where = _signal(ref, viewer), _unit(unit)
    node = thread.add_node(
        kind="parry", title=title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE, home=where.pk,
        authority=where.authority_id,
    )  # fmt: skip
    Parry.objects.create(node=node, signal=one, unit=where, begun_on=begun_on, text=text)
    thread.tie(source=node, name="parries", target=one.node)
    rows = Strand.objects.filter(source=one.node, name="concerns", cut=False, target__kind__in=SERVED)
    thread.tie_all((node.pk, "serves", pk) for pk in rows.values_list("target_id", flat=True))
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="horizon.parried", node=node, other=one.node, at=now)
    return node.ref


@transaction.atomic
def appoint(*, unit: str, viewer: Viewer, now: datetime) -> str:
    """Give the signals to another unit to read together."""
    if not rules.may_appoint(viewer):
        raise Refused(_("The city director says who reads the signals."), forbidden=True)
    one = _unit(unit)
    Group.objects.all().delete()
    Group.objects.create(unit=one)
    thread.record(who=viewer.node_id, verb="horizon.appointed", node=one.node, at=now)
    return one.node.ref
