"""Initiatives on their four steps: planned, measured and paid for."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.blinding import blinded, known_of
from ledstjarna.rooms.accelerator.actions.deciding import begun_node
from ledstjarna.rooms.accelerator.actions.shared import check_office
from ledstjarna.rooms.accelerator.models import EffectGoal, Fund, Idea, Initiative, Member
from ledstjarna.rooms.accelerator.room import Money, State
from ledstjarna.rooms.accelerator.scope import found_initiative, insiders
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Refused


@transaction.atomic
def begin(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take an idea straight in, with those who are in it; names are taken out of what all read."""
    check_office(viewer)
    idea = Idea.objects.select_related("node").get(node=reads.node(ref=ref, viewer=viewer, kind="idea"))
    if Strand.objects.filter(name="grows_out_of", target=idea.node, source__kind="initiative").exists():
        raise Refused(_("It has become an initiative already."))
    known = known_of({idea.pk: idea.unit_id}, timezone.localdate(now))
    title, text = blinded(known[idea.pk], (idea.node.title, idea.text))
    node = begun_node(title, text, idea.node, idea.unit_id)
    Initiative.objects.create(node=node, unit_id=idea.unit_id, what=text, begun_at=now)
    crew = Member.objects.filter(node=idea.node).order_by("pk")
    Member.objects.bulk_create(
        [Member(node=node, person_id=one.person_id, part=one.part, named=one.named) for one in crew]
    )
    thread.record(who=viewer.node_id, verb="accelerator.begun", node=node, at=now)
    return node.ref


def _driven(ref: str, viewer: Viewer) -> Initiative:
    """The initiative of that ref, locked, if this viewer keeps its plan and it goes on."""
    one = found_initiative(ref=ref, viewer=viewer, lock=True)
    if not rules.may_drive(viewer, insiders(one.pk), one.coach_id):
        raise Refused(_("This is done by those who are in it, its coach, and the office."), forbidden=True)
    if one.state != State.RUNNING:
        raise Refused(_("It is over, and stands as it was."))
    return one


@transaction.atomic
def plan(
    *,
    ref: str,
    title: str,
    what: str,
    reason: str = "",
    how: str = "",
    plan: str = "",
    cost: int | None = None,
    group: str = "",
    partners: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """What an initiative is, how it goes about it, what it costs and on whom it is tried."""
    one = _driven(ref, viewer)
    one.what, one.reason, one.how, one.plan = what, reason, how, plan
    one.cost, one.group, one.partners = cost, group, partners
    one.save()
    thread.retitle(node=one.node, title=title)
    thread.index(one.node, f"{title} {what} {reason} {how}")
    thread.record(who=viewer.node_id, verb="accelerator.planned", node=one.node, at=now)
    return ref


@transaction.atomic
def aim(
    *,
    ref: str,
    text: str,
    measured_in: str,
    baseline: float,
    target: float,
    viewer: Viewer,
    now: datetime,
) -> str:
    """An effect goal: what is to be different, how it is today and how it is to be."""
    one = _driven(ref, viewer)
    if baseline == target:
        raise Refused(_("How it is to be is the same as how it is. What is to be different?"))
    EffectGoal.objects.create(
        initiative=one, text=text, measured_in=measured_in, baseline=baseline, target=target
    )
    thread.record(who=viewer.node_id, verb="accelerator.planned", node=one.node, at=now)
    return ref


@transaction.atomic
def measure(
    *, ref: str, goal: int, measured: float, on: date, comment: str = "", viewer: Viewer, now: datetime
) -> str:
    """What an effect came to."""
    one = _driven(ref, viewer)
    found = one.goals.select_for_update().filter(pk=goal).first()
    if found is None:
        raise Refused(_("It is not there any more."))
    found.measured, found.measured_on, found.comment = measured, on, comment
    found.save(update_fields=["measured", "measured_on", "comment"])
    thread.record(who=viewer.node_id, verb="accelerator.measured", node=one.node, at=now)
    return ref


@transaction.atomic
def fund(
    *, ref: str, sort: str, amount: int, on: date, comment: str = "", viewer: Viewer, now: datetime
) -> str:
    """A sum granted, used or brought home; only the office grants."""
    one = found_initiative(ref=ref, viewer=viewer, lock=True)
    if sort == Money.GRANTED:
        check_office(viewer)
    if not rules.may_drive(viewer, insiders(one.pk), one.coach_id):
        raise Refused(_("This is done by those who are in it, its coach, and the office."), forbidden=True)
    Fund.objects.create(initiative=one, sort=sort, amount=amount, on=on, comment=comment)
    thread.record(who=viewer.node_id, verb="accelerator.funded", node=one.node, at=now)
    return ref


@transaction.atomic
def note(
    *,
    ref: str,
    latest: str,
    obstacle: str = "",
    next_on: date | None = None,
    coaching: bool = False,
    viewer: Viewer,
    now: datetime,
) -> str:
    """How it goes: the latest, what stands in the way, when its next gate is, and that one coaches it."""
    one = _driven(ref, viewer)
    one.latest, one.obstacle = latest, obstacle
    if coaching:
        one.coach_id = viewer.person_id
    elif one.coach_id == viewer.person_id:
        one.coach_id = None
    one.save(update_fields=["latest", "obstacle", "coach"])
    thread.promise(node=one.node, due=next_on)
    thread.record(who=viewer.node_id, verb="accelerator.changed", node=one.node, at=now)
    return ref
