"""Sprints: start, count, take back, note, alter the rule with a reason, and end the counting."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.actions.shared import kept, led, refused, stepped
from ledstjarna.rooms.experiments.insight import rule_text
from ledstjarna.rooms.experiments.models import Experiment, Member, Note, Observation, Site
from ledstjarna.rooms.experiments.room import Design, Sort, Stage
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused


def _drawn(one: Experiment, begins: date) -> None:
    """By chance: which place begins when, or which of two alike has the change."""
    sites = list(one.sites.order_by("pk"))
    names = [site.name for site in sites]
    if one.design == Design.STAGGERED:
        days = rules.starts(one.seed, names, begins, one.days)
        for site in sites:
            site.begins = days[site.name]
    elif one.design == Design.MATCHED:
        found = rules.pairs(one.seed, names)
        for site in sites:
            site.pair, site.having = found[site.name]
    Site.objects.bulk_update(sites, ["begins", "pair", "having"])


@transaction.atomic
def start(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """The sprint begins today: its rule is locked, and everybody in the city can read it."""
    one = led(ref, viewer)
    if not rules.is_mendable(one.stage):
        raise Refused(_("The test has started already."))
    if not rules.is_ready(one.need, one.whom, one.change, one.measure):
        raise Refused(_("Say the need, for whom, what you change, and how you notice; then start."))
    one.stage, one.begins = Stage.RUNNING, timezone.localdate(now)
    one.ends = rules.ends(one.begins, one.days)
    one.save(update_fields=["stage", "begins", "ends"])
    _drawn(one, one.begins)
    thread.open_to(node=one.node, audience=Audience.CITY)
    thread.promise(node=one.node, due=one.ends)
    if one.adopts:
        stepped(one.adopts, one.unit, "tries", now, experiment=one)
    thread.record(who=viewer.node_id, verb="experiments.started", node=one.node, other=one.unit.node, at=now)
    return ref


def logged(ref: str, viewer: Viewer) -> Experiment:
    """The test of that ref, if this viewer counts in it and it is being counted."""
    one = scope.found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_log(viewer, scope.team_of(one), scope.line_of(one.unit_id), one.unit_id):
        raise refused()
    if not rules.is_locked(one.stage):
        raise Refused(_("Nothing is counted before the start or after the conclusion."))
    return one


def _site(one: Experiment, name: str) -> Site | None:
    """The place of that name, where the test has places."""
    if one.design not in {Design.STAGGERED, Design.MATCHED}:
        return None
    site = one.sites.filter(name=name).first()
    if site is None:
        raise Refused(_("Say in which of the places."))
    return site


def _way(one: Experiment, having: bool | None, site: Site | None) -> bool | None:
    """Whether it is with the change: drawn, by the place, or told apart by the day alone."""
    if one.design == Design.WORDINGS:
        return rules.next_way(one.seed, one.observations.count()) if having is None else having
    return site.having if site and one.design == Design.MATCHED else None


@transaction.atomic
def log(
    *,
    ref: str,
    value: float,
    on: date | None = None,
    many: int = 1,
    site: str = "",
    having: bool | None = None,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Something observed on a day: today where none is said."""
    one, today = logged(ref, viewer), timezone.localdate(now)
    if one.sort == Sort.NOTHING:
        raise Refused(_("There is nothing to count in this test. Write down what you see."))
    if not rules.is_value(one.sort, value, many):
        raise Refused(_("That is not a number that “%(measure)s” can be.") % {"measure": one.measure})
    if (on or today) > today:
        raise Refused(_("That day has not come yet."))
    place = _site(one, site)
    Observation.objects.create(
        experiment=one, on=on or today, value=value, many=many, site=place, having=_way(one, having, place)
    )
    return ref


@transaction.atomic
def undo(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take back what was counted last."""
    one = logged(ref, viewer)
    last = one.observations.order_by("-pk").first()
    if last is None:
        raise Refused(_("Nothing has been counted yet."))
    last.delete()
    return ref


@transaction.atomic
def note(*, ref: str, text: str, on: date | None = None, viewer: Viewer, now: datetime) -> str:
    """A line about what was seen; it says nothing of who saw it."""
    one, today = logged(ref, viewer), timezone.localdate(now)
    if (on or today) > today:
        raise Refused(_("That day has not come yet."))
    Note.objects.create(experiment=one, on=on or today, text=text)
    return ref


@transaction.atomic
def alter(
    *,
    ref: str,
    why: str,
    worth: float,
    days: int,
    scale_if: str = "",
    stop_if: str = "",
    otherwise: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """Another rule than the one locked at the start; the old one, the reason and the difference stay."""
    one = led(ref, viewer)
    if not rules.is_locked(one.stage) or one.begins is None:
        raise Refused(_("The rule is altered while the test runs or waits for its review."))
    kept(one.node, one.number, rule_text(one), why, now)
    one.worth, one.days, one.number = worth, days, one.number + 1
    one.scale_if, one.stop_if, one.otherwise = scale_if, stop_if, otherwise
    one.ends, one.stage = rules.ends(one.begins, days), Stage.RUNNING
    if one.ends < timezone.localdate(now):
        one.stage = Stage.REVIEW
    one.save()
    thread.promise(node=one.node, due=one.ends)
    thread.record(who=viewer.node_id, verb="experiments.altered", node=one.node, at=now)
    return ref


@transaction.atomic
def wind_up(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """End the counting today, before its last day or after: the review waits."""
    one = led(ref, viewer)
    if not rules.is_locked(one.stage) or one.stage == Stage.REVIEW or one.begins is None:
        raise Refused(_("There is no sprint to end."))
    today = timezone.localdate(now)
    one.stage, one.ends = Stage.REVIEW, max(min(one.ends or today, today), one.begins)
    one.save(update_fields=["stage", "ends"])
    thread.promise(node=one.node, due=today + timedelta(days=14))
    thread.record(who=viewer.node_id, verb="experiments.wound_up", node=one.node, at=now)
    return ref


@transaction.atomic
def join(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Tick oneself in."""
    one = scope.found(ref=ref, viewer=viewer)
    if not rules.may_join(viewer, scope.team_of(one)):
        raise Refused(_("You are in it already."), forbidden=not viewer.signed_in)
    if one.stage == Stage.CONCLUDED:
        raise Refused(_("It is concluded. Try it in your own unit instead."))
    Member.objects.create(experiment=one, person_id=viewer.person_id, since=now)
    thread.record(who=None, verb="experiments.joined", node=one.node, at=now)
    return ref


@transaction.atomic
def leave(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Tick oneself out."""
    one = scope.found(ref=ref, viewer=viewer)
    if not rules.may_leave(viewer, scope.team_of(one), one.made_by_id):
        raise Refused(_("You are not in it, or it is yours."), forbidden=not viewer.signed_in)
    one.members.filter(person_id=viewer.person_id).delete()
    thread.record(who=None, verb="experiments.left", node=one.node, at=now)
    return ref
