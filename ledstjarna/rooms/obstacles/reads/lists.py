"""Obstacles in lists: all that are open to all, one's own, and those that wait for a leader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.rooms.obstacles.room import State
from ledstjarna.rooms.obstacles.scope import leaders, led, line, nearest, parents, seen
from ledstjarna.thread.reads import Missing

SIZE = 20
OWN = 10
MINE = "mine"
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An obstacle in a list, with its answer or the day that one is promised."""

    ref: str
    title: str
    lang: str
    where: str
    receiver: str
    state: str
    label: str
    reported_on: date
    due: date | None
    overdue: bool
    answer: str
    echoes: int
    sealed: bool
    asks: bool


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


def row_of(one: Obstacle, today: date) -> Row:
    """An obstacle in a list."""
    open_ = rules.is_open(one.state, one.ending)
    due = (one.by_day or one.promised) if open_ else None
    return Row(
        ref=one.node.ref,
        title=one.node.title,
        lang=one.node.lang,
        where=one.where.name,
        receiver=one.receiver.name,
        state=one.state,
        label=str(State(one.state).label),
        reported_on=one.reported_on,
        due=due,
        overdue=rules.is_overdue(due, today),
        answer=one.answer,
        echoes=one.echoes,
        sealed=one.sealed,
        asks=rules.is_asked(one.state, one.ending),
    )


def _open() -> Q:
    return Q(state__in=rules.OPEN, ending="")


def _late(today: date) -> Q:
    """Open, with its latest promised day behind it."""
    return _open() & (Q(by_day__lt=today) | Q(by_day=None, promised__lt=today))


def _with(rows: QuerySet[Obstacle]) -> QuerySet[Obstacle]:
    return rows.select_related("node", "where", "receiver")


def _paged(rows: QuerySet[Obstacle], number: int) -> tuple[Sequence[Obstacle], int, int, int]:
    """A page of rows: the rows, their number in all, the page's number, and how many pages there are."""
    total = rows.count()
    pages = max(1, -(-total // SIZE))
    number = min(max(1, number), pages)
    return list(_with(rows)[(number - 1) * SIZE : number * SIZE]), total, number, pages


def _by_due(rows: QuerySet[Obstacle]) -> QuerySet[Obstacle]:
    """What waits first, by its promised day; then the latest."""
    first = Case(When(_open(), then=0), default=1)
    due = Case(When(_open(), then=Coalesce("by_day", "promised")), default=None)
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
    rows, total, number, pages = _paged(_sorted(_at(found, place, viewer), sort), number)
    own = _with(_by_due(every.filter(asked_by_id=viewer.person_id)))[:OWN] if viewer.person_id else ()
    return Home(
        rows=tuple(row_of(one, today) for one in rows),
        own=tuple(row_of(one, today) for one in own),
        query=query,
        state=state,
        states=tuple((one.value, str(one.label)) for one in State),
        place=place,
        places=_places(viewer),
        sort=sort,
        sorts=_sorts(),
        total=total,
        every=every.count(),
        waiting=every.filter(_open()).count(),
        overdue=every.filter(_late(today)).count(),
        removed=every.filter(state=State.REMOVED).count(),
        number=number,
        pages=pages,
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
    rows = Obstacle.objects.filter(_open(), receiver_id__in=own)
    below = Obstacle.objects.filter(_open(), receiver_id__in=mine - own)
    shown, total, number, pages = _paged(rows.order_by(Coalesce("by_day", "promised"), "pk"), number)
    return Waiting(
        rows=tuple(row_of(one, today) for one in shown),
        number=number,
        pages=pages,
        total=total,
        overdue=rows.filter(_late(today)).count(),
        below=below.count(),
        below_overdue=below.filter(_late(today)).count(),
    )
