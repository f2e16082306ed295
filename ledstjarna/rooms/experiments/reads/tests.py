"""A small test as it is met: what is tried and why, its rule, its people, and what may be done now."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import (
    Seen,
    days_needed,
    of_test,
    rule_of,
    rule_text,
    share_words,
)
from ledstjarna.rooms.experiments.models import Asking, Experiment
from ledstjarna.rooms.experiments.reads.asking import AskingPart, asking_part
from ledstjarna.rooms.experiments.reads.rights import rights
from ledstjarna.rooms.experiments.reads.shared import (
    changes_on,
    rows_of,
    shown,
    wordings,
)
from ledstjarna.rooms.experiments.room import Stage
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Neighbour, Spot
from ledstjarna.web.passages import VersionRow

STEPS = (Stage.SKETCH, Stage.RUNNING, Stage.REVIEW, Stage.CONCLUDED)
OWN = ("serves", "tried_in", "tries_out", "follows", "supports", "contradicts", "learnt_from", "parries")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way, and whether it is done, current or to come."""

    label: str
    state: str


@dataclass(frozen=True, slots=True)
class TestPage:
    """A small test."""

    ref: str
    title: str
    lang: str
    stage: str
    stage_label: str
    steps: tuple[Step, ...]
    need: str
    whom: str
    change: str
    guess: str
    measure: str
    sort: str
    sort_label: str
    better: str
    design: str
    places: tuple[str, ...]
    worth: str
    rule: tuple[str, str, str]
    days: int
    quiet: int
    begins: date | None
    changes_on: date | None
    ends: date | None
    hours: float | None
    kronor: int | None
    hours_used: float | None
    kronor_used: int | None
    unit: Spot
    why: tuple[Spot, ...]
    serves: tuple[Neighbour, ...]
    parries: tuple[Neighbour, ...]
    together: tuple[Neighbour, ...]
    lessons: tuple[Neighbour, ...]
    adopts: Spot | None
    adaptation: str
    precision: str
    needed: int | None
    members: tuple[str, ...]
    many: int
    notes: tuple[tuple[date, str], ...]
    seen: Seen | None
    verdict: str
    verdict_label: str
    reason: str
    learning: str
    learnt: str
    progress: int | None
    versions: tuple[VersionRow, ...]
    audience: str
    mandate: str
    asking: AskingPart | None
    may_ask: bool
    may_answer: bool
    may_mend: bool
    may_start: bool
    may_log: bool
    may_alter: bool
    may_conclude: bool
    may_cancel: bool
    may_go_on: bool
    may_open: bool
    may_join: bool
    may_leave: bool


def mandate() -> str:
    """The address of the viewer's own mission card, where the city has a room for them."""
    try:
        return reverse("missions:mine")
    except NoReverseMatch:
        return ""


def _steps(stage: str) -> tuple[Step, ...]:
    at = [one.value for one in STEPS].index(stage)
    states = ["done"] * at + ["current"] + ["waiting"] * (len(STEPS) - at - 1)
    return tuple(Step(str(one.label), state) for one, state in zip(STEPS, states, strict=True))


def _members(one: Experiment, viewer: Viewer) -> tuple[str, ...]:
    """Those who have ticked themselves in, by name for those signed in; a protected person never is (R18)."""
    if not viewer.signed_in:
        return ()
    rows = one.members.filter(person__node__in=reads.seen_by(viewer).exclude(audience=Audience.NAMED))
    return tuple(rows.order_by("pk").values_list("person__node__title", flat=True))


def small_test(*, ref: str, viewer: Viewer, now: datetime) -> TestPage:
    """The test of that ref."""
    one, today = scope.found(ref=ref, viewer=viewer), timezone.localdate(now)
    may, stage = rights(one, viewer), rules.stage(one.stage, one.ends, today)
    around = reads.neighbours(node=one.node, viewer=viewer)
    rows = rows_of(one)
    adopts = one.adopts.node if one.adopts else None
    open_now = rules.is_locked(one.stage)
    asked = None
    if stage == Stage.SKETCH:
        asked = Asking.objects.select_related("asker", "manager").filter(experiment=one).first()
    return TestPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        stage=stage,
        stage_label=str(Stage(stage).label),
        steps=_steps(stage),
        need=one.need,
        whom=one.whom,
        change=one.change,
        guess=one.guess,
        measure=one.measure,
        sort=one.sort,
        sort_label=one.get_sort_display(),
        better=one.get_better_display(),
        design=one.get_design_display(),
        places=tuple(one.sites.order_by("pk").values_list("name", flat=True)),
        worth=share_words(one.worth),
        rule=rule_of(one),
        days=one.days,
        quiet=one.quiet,
        begins=one.begins,
        changes_on=changes_on(one) if one.quiet else None,
        ends=one.ends,
        hours=one.hours,
        kronor=one.kronor,
        hours_used=one.hours_used,
        kronor_used=one.kronor_used,
        unit=reads.spot(one.unit.node),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        serves=tuple(each for each in around if each.tie == "serves"),
        parries=tuple(each for each in around if each.tie == "parries"),
        together=tuple(each for each in around if each.tie not in OWN or each.tie == "follows"),
        lessons=tuple(each for each in around if each.tie == "learnt_from"),
        adopts=reads.spot(adopts) if adopts and reads.seen_by(viewer).filter(pk=adopts.pk).exists() else None,
        adaptation=one.adaptation,
        precision=of_test(one).words,
        needed=days_needed(one) if stage == Stage.SKETCH else None,
        members=_members(one, viewer),
        many=len(rows),
        notes=tuple(one.notes.order_by("-on", "-pk").values_list("on", "text")[:50]),
        seen=shown(one, rows, today) if stage == Stage.CONCLUDED and rows else None,
        verdict=one.verdict,
        verdict_label=one.get_verdict_display() if one.verdict else "",
        reason=one.reason,
        learning=one.get_learning_display() if one.learning else "",
        learnt=one.learnt,
        progress=one.progress,
        versions=wordings(one.pk, rule_text(one)),
        audience=one.node.audience,
        mandate=mandate() if viewer.signed_in else "",
        asking=asking_part(asked, today) if asked else None,
        may_ask=may.leads and stage == Stage.SKETCH and (asked is None or asked.answered_on is not None),
        may_answer=asked is not None
        and asked.answered_on is None
        and rules.may_answer(viewer, asked.manager_id),
        may_mend=may.leads and rules.is_mendable(one.stage),
        may_start=may.leads
        and rules.is_mendable(one.stage)
        and rules.is_ready(one.need, one.whom, one.change, one.measure),
        may_log=may.logs and open_now,
        may_alter=may.leads and open_now,
        may_conclude=may.leads and open_now,
        may_cancel=may.leads and one.stage != Stage.CONCLUDED,
        may_go_on=may.leads and one.stage == Stage.CONCLUDED and rules.may_try(viewer),
        may_open=may.leads and not rules.is_mendable(one.stage),
        may_join=may.joins,
        may_leave=may.leaves,
    )
