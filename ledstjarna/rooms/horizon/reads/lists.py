"""Signals in a list, by words, by what they are and by what is done about them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.horizon import insight, rules
from ledstjarna.rooms.horizon.models import Signal
from ledstjarna.rooms.horizon.reads.speed import first_tests, followed, speed_of
from ledstjarna.rooms.horizon.room import Course, Sort
from ledstjarna.thread import memory, reads
from ledstjarna.thread.reads import Missing

SIZE = 20
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A signal in a list."""

    ref: str
    title: str
    lang: str
    sort: str
    course: str
    noticed_on: date
    first_test: date | None


@dataclass(frozen=True, slots=True)
class Home:
    """The signals by words, by what they are and by what is done about them."""

    rows: tuple[SignalRow, ...]
    query: str
    sort: str
    course: str
    sorts: Choices
    courses: Choices
    total: int
    every: int
    unread: int
    number: int
    pages: int
    speed: insight.Speed
    may_notice: bool
    may_appoint: bool


def home(
    *, viewer: Viewer, now: datetime, query: str = "", sort: str = "", course: str = "", number: int = 1
) -> Home:
    """The signals that this viewer may read, the latest first.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("horizon")
    every = Signal.objects.filter(reads.visible(viewer, "node__"))
    found = _sought(every, query, sort, course)
    page = paged(found.select_related("node").order_by("-noticed_on", "-pk"), number, SIZE)
    first = first_tests([one.pk for one in page])
    return Home(
        rows=tuple(_row(one, first.get(one.pk)) for one in page),
        query=query,
        sort=sort,
        course=course,
        sorts=tuple((one.value, str(one.label)) for one in Sort),
        courses=tuple((one.value, str(one.label)) for one in Course),
        total=page.paginator.count,
        every=every.count(),
        unread=every.filter(course=Course.NEW).count(),
        number=page.number,
        pages=page.paginator.num_pages,
        speed=_speed(viewer, timezone.localdate(now)),
        may_notice=rules.may_notice(viewer),
        may_appoint=rules.may_appoint(viewer),
    )


def _sought(rows: QuerySet[Signal], query: str, sort: str, course: str) -> QuerySet[Signal]:
    """The signals of a sort and a course that have all the words; what is neither is not asked for."""
    found = rows.filter(sort=sort) if sort in Sort.values else rows
    found = found.filter(course=course) if course in Course.values else found
    for word in query.split()[:6]:
        found = found.filter(
            Q(node__title__icontains=word) | Q(text__icontains=word) | Q(seen_in__icontains=word)
        )
    return found


def _speed(viewer: Viewer, today: date) -> insight.Speed:
    """Kept until anything happens; signals are open to the whole city, so it is the same to all in it."""
    return memory.until_next_fact(("horizon.speed", today), lambda: speed_of(followed(viewer, today)))


def _row(one: Signal, first: date | None) -> SignalRow:
    return SignalRow(
        ref=one.node.ref,
        title=one.node.title,
        lang=one.node.lang,
        sort=str(Sort(one.sort).label).partition(":")[0],
        course=str(Course(one.course).label),
        noticed_on=one.noticed_on,
        first_test=first,
    )
