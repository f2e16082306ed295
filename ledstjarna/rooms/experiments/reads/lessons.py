"""A lesson as others meet it, with what supports and contradicts it, and what units do with it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import lesson_text
from ledstjarna.rooms.experiments.models import Adoption, Lesson
from ledstjarna.rooms.experiments.reads.calls import CallRow, calls, guides_of, to_ask
from ledstjarna.rooms.experiments.reads.shared import plain, wordings
from ledstjarna.rooms.experiments.reads.tests import rights
from ledstjarna.rooms.experiments.room import Stage, Uptake
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Strand
from ledstjarna.thread.reads import Missing, Neighbour, Spot
from ledstjarna.web.passages import VersionRow

SIZE = 20
COUNTED = ("supports", "contradicts")


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


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in a list: how many tests support it, and how many units use it."""

    ref: str
    claim: str
    lang: str
    unit: str
    holds: int
    tried: int
    in_use: int
    stale: bool


@dataclass(frozen=True, slots=True)
class LessonList:
    """One page of lessons."""

    rows: tuple[LessonRow, ...]
    query: str
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class LessonDesk:
    """Where a lesson is worded."""

    ref: str
    title: str
    values: dict[str, Any]


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


def tallies(ids: Iterable[int]) -> dict[int, Counter[str]]:
    """For each lesson how many tests support and contradict it, and how many units use it; two questions."""
    wanted = list(ids)
    found: dict[int, Counter[str]] = {pk: Counter() for pk in wanted}
    strands = Strand.objects.filter(target_id__in=wanted, name__in=COUNTED, cut=False)
    for pk, name in strands.values_list("target_id", "name"):
        found[pk][name] += 1
    for pk, state in Adoption.objects.filter(lesson_id__in=wanted).values_list("lesson_id", "state"):
        found[pk]["in_use"] += rules.is_innovation([state])
    return found


def row_of(one: Lesson, tally: Counter[str], today: date) -> LessonRow:
    """A lesson as a line in a list."""
    return LessonRow(
        one.node.ref,
        one.node.title,
        one.node.lang,
        one.unit.name,
        tally["supports"],
        tally["supports"] + tally["contradicts"],
        tally["in_use"],
        rules.is_stale(one.node.due, today),
    )


def lessons(*, viewer: Viewer, now: datetime, query: str = "", number: int = 1) -> LessonList:
    """The lessons that this viewer may read, the latest first."""
    seen = reads.seen_by(viewer).filter(kind="lesson", ended=None)
    rows = Lesson.objects.select_related("node", "unit").filter(node__in=seen)
    if query:
        rows = rows.filter(node__title__icontains=query) | rows.filter(worked__icontains=query)
    total = rows.count()
    pages = max(1, -(-total // SIZE))
    at = min(max(number, 1), pages)
    shown = list(rows.order_by("-set_at", "-pk")[(at - 1) * SIZE : at * SIZE])
    tally, today = tallies(one.pk for one in shown), timezone.localdate(now)
    return LessonList(tuple(row_of(one, tally[one.pk], today) for one in shown), query, at, pages, total)


def lesson_desk(*, ref: str, viewer: Viewer) -> LessonDesk:
    """The desk with a lesson on it.

    Raises:
        Missing: it is not there, or not this viewer's to word.
    """
    one = scope.lesson_found(ref=ref, viewer=viewer)
    if one.node.ended or not scope.teaches(one, viewer):
        raise Missing(ref)
    names = ("worked", "failed", "mechanism", "core", "adaptable", "group", "setting", "hours", "kronor")
    return LessonDesk(
        ref, one.node.title, {name: plain(getattr(one, name)) for name in names} | {"claim": one.node.title}
    )


def teach_desk(*, ref: str, viewer: Viewer) -> LessonDesk:
    """The desk for one more lesson from a test.

    Raises:
        Missing: there is no such test, nothing has been tried in it, or it is not this viewer's.
    """
    one = scope.found(ref=ref, viewer=viewer)
    if one.stage == Stage.SKETCH or not rights(one, viewer).leads:
        raise Missing(ref)
    return LessonDesk(ref, one.node.title, {"core": one.change, "worked": f"{one.unit.name}. {one.whom}"})


def innovations(*, viewer: Viewer) -> int:
    """R8: how many of the city's lessons are innovations, for somebody uses them."""
    rows = Adoption.objects.filter(reads.visible(viewer, "lesson__node__"))
    states = (Uptake.USES.value, Uptake.ADAPTED.value)
    return rows.filter(state__in=states).values("lesson").distinct().count()
