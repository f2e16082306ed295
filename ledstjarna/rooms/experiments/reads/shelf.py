"""Lessons in lists, with how many tests support each and how many units use it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Adoption, Lesson
from ledstjarna.rooms.experiments.room import Uptake
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand


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
    page = paged(rows.order_by("-set_at", "-pk"), number, SIZE)
    tally, today = tallies(one.pk for one in page), timezone.localdate(now)
    told, pages = tuple(row_of(one, tally[one.pk], today) for one in page), page.paginator
    return LessonList(told, query, page.number, pages.num_pages, pages.count)


def innovations(*, viewer: Viewer) -> int:
    """R8: how many of the city's lessons are innovations, for somebody uses them."""
    rows = Adoption.objects.filter(reads.visible(viewer, "lesson__node__"))
    states = (Uptake.USES.value, Uptake.ADAPTED.value)
    return rows.filter(state__in=states).values("lesson").distinct().count()


SIZE = 20


COUNTED = ("supports", "contradicts")
