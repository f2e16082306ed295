"""An obstacle as it stands in a list, whichever list that is."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.rooms.obstacles.room import State

SIZE = 20


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


def open_now() -> Q:
    """Waiting for an answer, or for what was promised."""
    return Q(state__in=rules.OPEN, ending="")


def late(today: date) -> Q:
    """Open, with its latest promised day behind it."""
    return open_now() & (Q(by_day__lt=today) | Q(by_day=None, promised__lt=today))


def with_all(rows: QuerySet[Obstacle]) -> QuerySet[Obstacle]:
    """With all that a row of a list tells."""
    return rows.select_related("node", "where", "receiver")
