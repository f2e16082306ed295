"""Obstacles in lists: all that are open to all, one's own, and those that wait for a leader."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.rooms.obstacles.reads.rows import SIZE, Row, late, open_now, row_of, with_all
from ledstjarna.rooms.obstacles.room import State
from ledstjarna.rooms.obstacles.scope import leaders, led, line, nearest, parents, seen
from ledstjarna.thread.reads import Missing

OWN = 10
MINE = "mine"
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Home:
    """What is in the way in the city, and how many wait, are late and have been removed."""

    rows: tuple[Row, ...]
    own: tuple[Row, ...]
    query: str
    state: str
    states: Choices
    place: str
    places: Choices
    sort: str
    sorts: Choices
    total: int
    every: int
    waiting: int
    overdue: int
    removed: int
    number: int
    pages: int
    may_report: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a leader; of what waits for others in their line, only how many."""

    rows: tuple[Row, ...]
    number: int
    pages: int
    total: int
    overdue: int
    below: int
    below_overdue: int


def _by_due(rows: QuerySet[Obstacle]) -> QuerySet[Obstacle]:
    """What waits first, by its promised day; then the latest."""
    first = Case(When(open_now(), then=0), default=1)
    due = Case(When(open_now(), then=Coalesce("by_day", "promised")), default=None)
    return rows.order_by(first, due, "-reported_on", "-pk")


def _sorted(rows: QuerySet[Obstacle], sort: str) -> QuerySet[Obstacle]:
    if sort == "latest":
        return rows.order_by("-reported_on", "-pk")
    return rows.order_by("-echoes", "-reported_on", "-pk") if sort == "shared" else _by_due(rows)


def _sorts() -> Choices:
    return (
        ("", _("What waits first")),
        ("latest", _("The latest first")),
        ("shared", _("What most have first")),
    )


def _at(rows: QuerySet[Obstacle], place: str, viewer: Viewer) -> QuerySet[Obstacle]:
    """Those of a department with all that is part of it, or of where the viewer works."""
    if not place:
        return rows
    mine = (
        viewer.unit_ids
        if place == MINE
        else Unit.objects.filter(node__ref=place).values_list("pk", flat=True)
    )
    top, above = frozenset(mine), parents()
    return rows.filter(where_id__in=[pk for pk in above if top & frozenset(line(pk, above))])


def _places(viewer: Viewer) -> Choices:
    departments = Unit.objects.filter(parent=None).order_by("name", "pk").values_list("node__ref", "name")
    return (*(((MINE, _("Where I work")),) if viewer.unit_ids else ()), *departments)


def home(
    *,
    viewer: Viewer,
    now: datetime,
    query: str = "",
    state: str = "",
    place: str = "",
    sort: str = "",
    number: int = 1,
) -> Home:
    """The obstacles that this viewer may read, by words, by how far they have come and by where they are.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("obstacles")
    today = timezone.localdate(now)
    every = seen(viewer)
    found = every.filter(state=state) if state in State.values else every
    for word in query.split()[:6]:
        found = found.filter(
            Q(text__icontains=word) | Q(answer__icontains=word) | Q(where__name__icontains=word)
        )
    page = paged(with_all(_sorted(_at(found, place, viewer), sort)), number, SIZE)
    own = with_all(_by_due(every.filter(asked_by_id=viewer.person_id)))[:OWN] if viewer.person_id else ()
    return Home(
        rows=tuple(row_of(one, today) for one in page),
        own=tuple(row_of(one, today) for one in own),
        query=query,
        state=state,
        states=tuple((one.value, str(one.label)) for one in State),
        place=place,
        places=_places(viewer),
        sort=sort,
        sorts=_sorts(),
        total=page.paginator.count,
        every=every.count(),
        waiting=every.filter(open_now()).count(),
        overdue=every.filter(late(today)).count(),
        removed=every.filter(state=State.REMOVED).count(),
        number=page.number,
        pages=page.paginator.num_pages,
        may_report=rules.may_report(viewer),
        leads=bool(rules.leads(viewer)) or viewer.holds("city_director"),
    )  # fmt: skip


def waiting(*, viewer: Viewer, now: datetime, number: int = 1) -> Waiting:
    """What waits for this leader, the nearest promised day first.

    Raises:
        Missing: this viewer leads nobody.
    """
    mine = led(viewer)
    if not mine:
        raise Missing("waiting")
    today = timezone.localdate(now)
    above, heads, leading = parents(), leaders(today), rules.leads(viewer)
    near = {pk: nearest(pk, above, heads) for pk in mine}
    top = viewer.holds("city_director")
    own = {pk for pk, head in near.items() if head in leading or (top and head not in heads)}
    rows = Obstacle.objects.filter(open_now(), receiver_id__in=own)
    below = Obstacle.objects.filter(open_now(), receiver_id__in=mine - own)
    page = paged(with_all(rows.order_by(Coalesce("by_day", "promised"), "pk")), number, SIZE)
    return Waiting(
        rows=tuple(row_of(one, today) for one in page),
        number=page.number,
        pages=page.paginator.num_pages,
        total=page.paginator.count,
        overdue=rows.filter(late(today)).count(),
        below=below.count(),
        below_overdue=below.filter(late(today)).count(),
    )
