"""Lessons: written, reworded, opened to others, renewed and retired; and who can be asked."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.actions.calls import let_down
from ledstjarna.rooms.experiments.actions.shared import kept, led, taught
from ledstjarna.rooms.experiments.insight import lesson_text
from ledstjarna.rooms.experiments.models import Experiment, Guide, Lesson
from ledstjarna.rooms.experiments.room import Verdict
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Reader
from ledstjarna.thread.reads import Refused


def _best(day: date | None, today: date) -> date:
    """The day that a lesson is best before: a year from now where nobody says."""
    if day is not None and day <= today:
        raise Refused(_("The best-before day must lie ahead."))
    return day or today + timedelta(days=rules.KEEPS)


def laid(
    one: Experiment, *, claim: str, best_before: date | None, viewer: Viewer, now: datetime, **said: str
) -> Lesson:
    """A new lesson on the thread, read by the unit alone until it is opened; whoever calls records it."""
    today = timezone.localdate(now)
    node = thread.add_node(
        kind="lesson", title=claim, audience=Audience.NAMED, lang=settings.LANGUAGE_CODE, home=one.unit_id,
        authority=one.unit.authority_id, due=_best(best_before, today),
        readers=sorted({*scope.staff_of(one.unit_id, today), *scope.team_of(one)}),
    )  # fmt: skip
    lesson = Lesson.objects.create(
        node=node, unit=one.unit, experiment=one, group=one.group, setting=one.setting,
        hours=one.hours if one.hours_used is None else one.hours_used,
        kronor=one.kronor if one.kronor_used is None else one.kronor_used,
        set_at=now, set_by_id=viewer.person_id, **said,
    )  # fmt: skip
    thread.tie(source=node, name="learnt_from", target=one.node)
    if one.verdict != Verdict.CANCELLED:
        thread.tie(source=one.node, name="supports", target=node)
    thread.index(node, lesson_text(lesson))
    return lesson


@transaction.atomic
def teach(
    *,
    ref: str,
    claim: str,
    worked: str = "",
    failed: str = "",
    mechanism: str = "",
    core: str = "",
    adaptable: str = "",
    best_before: date | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """A lesson from the test of that ref, beside what its conclusion asked for."""
    one = led(ref, viewer)
    if rules.is_mendable(one.stage):
        raise Refused(_("Nothing has been tried yet."))
    said = {
        "worked": worked, "failed": failed, "mechanism": mechanism, "core": core, "adaptable": adaptable,
    }  # fmt: skip
    lesson = laid(one, claim=claim, best_before=best_before, viewer=viewer, now=now, **said)
    thread.record(who=viewer.node_id, verb="experiments.taught", node=lesson.node, other=one.node, at=now)
    return lesson.node.ref


@transaction.atomic
def reword(
    *,
    ref: str,
    why: str,
    claim: str,
    worked: str = "",
    failed: str = "",
    mechanism: str = "",
    core: str = "",
    adaptable: str = "",
    group: str = "",
    setting: str = "",
    hours: float | None = None,
    kronor: int | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another wording of a lesson; the one that stood is kept."""
    one = taught(ref, viewer)
    kept(one.node, one.number, lesson_text(one), why, now)
    one.worked, one.failed, one.mechanism, one.core = worked, failed, mechanism, core
    one.adaptable, one.group, one.setting = adaptable, group, setting
    one.hours, one.kronor, one.number = hours, kronor, one.number + 1
    one.save()
    thread.retitle(node=one.node, title=claim)
    thread.index(one.node, lesson_text(one))
    thread.record(who=viewer.node_id, verb="experiments.reworded", node=one.node, at=now)
    return ref


@transaction.atomic
def open_lesson(*, ref: str, audience: str, viewer: Viewer, now: datetime) -> str:
    """Let the unit, the whole city, or everybody read a lesson."""
    one = taught(ref, viewer)
    wanted = {"unit": Audience.NAMED, "city": Audience.CITY, "public": Audience.PUBLIC}.get(audience)
    if wanted is None:
        raise Refused(_("A lesson is read by the unit, by the city, or by everybody."))
    staff = scope.staff_of(one.unit_id, timezone.localdate(now)) if audience == "unit" else []
    Reader.objects.bulk_create(
        [Reader(node=one.node, person_id=person) for person in staff], ignore_conflicts=True
    )
    thread.open_to(node=one.node, audience=wanted)
    thread.record(who=viewer.node_id, verb="experiments.opened", node=one.node, at=now)
    return ref


@transaction.atomic
def renew(*, ref: str, best_before: date, viewer: Viewer, now: datetime) -> str:
    """The lesson still holds, and is best before another day."""
    one = taught(ref, viewer)
    if one.node.ended:
        raise Refused(_("It has been retired."))
    today = timezone.localdate(now)
    thread.promise(node=one.node, due=_best(best_before, today))
    one.renewed_on = today
    one.save(update_fields=["renewed_on"])
    thread.record(who=viewer.node_id, verb="experiments.renewed", node=one.node, at=now)
    return ref


@transaction.atomic
def retire(*, ref: str, why: str, viewer: Viewer, now: datetime) -> str:
    """The lesson holds no longer: it can be read, with why, and is offered to nobody."""
    one = taught(ref, viewer)
    if one.node.ended:
        raise Refused(_("It has been retired."))
    one.retired_why = why
    one.save(update_fields=["retired_why"])
    thread.end(node=one.node, at=now)
    thread.record(who=viewer.node_id, verb="experiments.retired", node=one.node, at=now)
    return ref


@transaction.atomic
def offer(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Say that one can be asked about a lesson: of oneself alone, and by name from then on."""
    one = scope.lesson_found(ref=ref, viewer=viewer)
    if not rules.may_guide(viewer):
        raise Refused(_("Sign in to say that you can be asked."), forbidden=True)
    Guide.objects.get_or_create(lesson=one, person_id=viewer.person_id, defaults={"since": now})
    thread.record(who=None, verb="experiments.offered", node=one.node, at=now)
    return ref


@transaction.atomic
def withdraw(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take one's name back; no trace of it is kept, and what was asked of one is declined."""
    one = scope.lesson_found(ref=ref, viewer=viewer)
    if not rules.may_guide(viewer):
        raise Refused(_("Sign in to take your name back."), forbidden=True)
    one.guides.filter(person_id=viewer.person_id).delete()
    let_down(one, viewer, now)
    thread.record(who=None, verb="experiments.withdrawn", node=one.node, at=now)
    return ref
