"""Tests in lists: by stage, and by their words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.room import Stage
from ledstjarna.thread import reads

SIZE = 30


@dataclass(frozen=True, slots=True)
class TestRow:
    """A test in a list."""

    ref: str
    title: str
    lang: str
    unit: str
    stage: str
    label: str
    begins: date | None
    ends: date | None
    day: int
    days: int


@dataclass(frozen=True, slots=True)
class TestList:
    """One page of tests."""

    rows: tuple[TestRow, ...]
    query: str
    stage: str
    number: int
    pages: int
    total: int


def test_row(one: Experiment, today: date) -> TestRow:
    """A test as a line in a list."""
    stage = rules.stage(one.stage, one.ends, today)
    day, days = rules.day_of(one.begins, one.ends, today)
    label = one.get_verdict_display() if one.verdict else Stage(stage).label
    return TestRow(
        one.node.ref, one.node.title, one.node.lang, one.unit.name, stage, str(label), one.begins, one.ends,
        day, days,
    )  # fmt: skip


def seen_tests(viewer: Viewer) -> QuerySet[Experiment]:
    """The tests that stand and that a viewer may read."""
    seen = reads.seen_by(viewer).filter(kind="test", ended=None)
    return Experiment.objects.select_related("node", "unit").filter(node__in=seen)


def at_stage(stage: str, today: date) -> Q:
    """The condition on a test that it is at a stage today: one whose last day has passed waits."""
    if stage == Stage.RUNNING:
        return Q(stage=stage, ends__gte=today)
    return Q(stage=stage) | (Q(stage=Stage.RUNNING, ends__lt=today) if stage == Stage.REVIEW else Q())


def small_tests(
    *, viewer: Viewer, now: datetime, query: str = "", stage: str = "", number: int = 1
) -> TestList:
    """The tests that this viewer may read, the latest first, of one stage or of all."""
    today = timezone.localdate(now)
    rows = seen_tests(viewer)
    if stage in Stage.values:
        rows = rows.filter(at_stage(stage, today))
    if query:
        rows = rows.filter(Q(node__title__icontains=query) | Q(need__icontains=query))
    page = paged(rows.order_by("-begins", "-pk"), number, SIZE)
    told, pages = tuple(test_row(one, today) for one in page), page.paginator
    return TestList(told, query, stage, page.number, pages.num_pages, pages.count)
