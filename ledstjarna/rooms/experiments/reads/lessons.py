"""A lesson as others meet it, with what supports and contradicts it, and what units do with it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import lesson_text
from ledstjarna.rooms.experiments.models import Lesson
from ledstjarna.rooms.experiments.reads.calls import CallRow, calls, guides_of, to_ask
from ledstjarna.rooms.experiments.reads.shared import wordings
from ledstjarna.rooms.experiments.room import Uptake
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Neighbour, Spot
from ledstjarna.web.passages import VersionRow


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step that a unit took."""

    label: str
    on: date
    because: str


@dataclass(frozen=True, slots=True)
class UptakeRow:
    """What a unit does with a lesson, from whom it learnt it, and its steps, newest first."""

    unit: Spot
    origin: str
    state: str
    label: str
    since: date
    because: str
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class LessonPage:
    """A lesson card."""

    ref: str
    claim: str
    lang: str
    unit: Spot
    worked: str
    failed: str
    mechanism: str
    core: str
    adaptable: str
    group: str
    setting: str
    hours: float | None
    kronor: int | None
    best_before: date | None
    stale: bool
    renewed_on: date | None
    ended: datetime | None
    retired_why: str
    why: tuple[Spot, ...]
    tests: tuple[Neighbour, ...]
    supporting: tuple[Neighbour, ...]
    contradicting: tuple[Neighbour, ...]
    holds: int
    tried: int
    innovation: bool
    uptakes: tuple[UptakeRow, ...]
    guides: tuple[Spot, ...]
    guiding: bool
    calls: tuple[CallRow, ...]
    named: tuple[str, ...]
    audience: str
    gaps: tuple[str, ...]
    versions: tuple[VersionRow, ...]
    own_units: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]
    may_teach: bool
    may_try: bool
    may_guide: bool
    may_call: bool


def _uptakes(one: Lesson, viewer: Viewer) -> tuple[UptakeRow, ...]:
    """What units do with a lesson; why they said no stays inside the city."""
    rows = one.adoptions.select_related("unit__node", "origin").prefetch_related("steps")
    told = viewer.signed_in
    return tuple(
        UptakeRow(
            reads.spot(row.unit.node),
            row.origin.name if row.origin else "",
            row.state,
            row.get_state_display(),
            row.since,
            row.because if told else "",
            tuple(
                StepRow(step.get_state_display(), step.on, step.because if told else "")
                for step in sorted(row.steps.all(), key=lambda step: (step.on, step.pk), reverse=True)
            ),
        )
        for row in rows.order_by("-since", "pk")
    )


def _own_units(one: Lesson, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """The viewer's units that may take a step with a lesson: refs and names."""
    held = {role.unit_id for role in viewer.roles if role.unit_id}
    rows = Unit.objects.select_related("node").filter(pk__in=viewer.unit_ids | held).order_by("name")
    return tuple((row.node.ref, row.name) for row in rows if rules.may_take_up(viewer, row.pk, one.unit_id))


def lesson(*, ref: str, viewer: Viewer, now: datetime) -> LessonPage:
    """The lesson of that ref."""
    one = scope.lesson_found(ref=ref, viewer=viewer)
    around, uptakes = reads.neighbours(node=one.node, viewer=viewer), _uptakes(one, viewer)
    support = tuple(each for each in around if each.tie == "supports")
    against = tuple(each for each in around if each.tie == "contradicts")
    guides, teaches = guides_of(one.pk, viewer), scope.teaches(one, viewer)
    said = {name: getattr(one, name) for name in ("worked", "failed", "mechanism", "core", "adaptable")}
    return LessonPage(
        ref=ref,
        claim=one.node.title,
        lang=one.node.lang,
        unit=reads.spot(one.unit.node),
        **said,
        group=one.get_group_display() if one.group else "",
        setting=one.get_setting_display() if one.setting else "",
        hours=one.hours,
        kronor=one.kronor,
        best_before=one.node.due,
        stale=rules.is_stale(one.node.due, timezone.localdate(now)),
        renewed_on=one.renewed_on,
        ended=one.node.ended,
        retired_why=one.retired_why,
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        tests=tuple(each for each in around if each.tie == "learnt_from"),
        supporting=support,
        contradicting=against,
        holds=len(support),
        tried=len(support) + len(against),
        innovation=rules.is_innovation(row.state for row in uptakes),
        uptakes=uptakes,
        guides=guides,
        guiding=viewer.person_id is not None and one.guides.filter(person_id=viewer.person_id).exists(),
        calls=calls(viewer=viewer, now=now, lesson=one.pk),
        named=tuple(each.title for each in guides),
        audience="unit" if one.node.audience == Audience.NAMED else one.node.audience,
        gaps=rules.gaps(**said) if teaches and one.node.ended is None else (),
        versions=wordings(one.pk, lesson_text(one)),
        own_units=_own_units(one, viewer) if one.node.ended is None else (),
        states=tuple((str(value), str(label)) for value, label in Uptake.choices if value != Uptake.TRIES),
        may_teach=teaches and one.node.ended is None,
        may_try=rules.may_try(viewer) and one.node.ended is None and one.unit_id not in viewer.unit_ids,
        may_guide=rules.may_guide(viewer) and one.node.ended is None,
        may_call=one.node.ended is None and bool(to_ask(guides, one.pk, viewer, now)),
    )
