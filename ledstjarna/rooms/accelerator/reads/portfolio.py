"""The public portfolio of initiatives, with what was stopped and what it taught."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Fund, Initiative
from ledstjarna.rooms.accelerator.room import Money, State, Step
from ledstjarna.thread import reads

SIZE = 40


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative in a list; one that is over shows what it taught."""

    ref: str
    title: str
    lang: str
    step: str
    state: str
    label: str
    text: str
    lesson: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to look at the list, and how many there are that way."""

    value: str
    label: str
    total: int
    current: bool


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All initiatives of the city, the stopped ones too."""

    rows: tuple[InitiativeRow, ...]
    states: tuple[Choice, ...]
    steps: tuple[Choice, ...]
    query: str
    total: int
    granted: int
    used: int
    number: int
    pages: int
    may_run: bool


def _seen(viewer: Viewer) -> QuerySet[Initiative]:
    return Initiative.objects.select_related("node").filter(reads.visible(viewer, "node__"))


def _row(one: Initiative) -> InitiativeRow:
    node = one.node
    return InitiativeRow(
        node.ref, node.title, node.lang, str(Step(one.step).label), one.state, str(State(one.state).label),
        one.what, one.lesson if one.state != State.RUNNING else "",
    )  # fmt: skip


def _counts(
    rows: QuerySet[Initiative], state: str, step: str
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    found = list(rows.values_list("state", "step"))
    states = tuple(
        Choice(value, str(label), sum(one == value for one, _step in found), value == state)
        for value, label in State.choices
    )
    steps = tuple(
        Choice(str(value), str(label), sum(one == value for _state, one in found), str(value) == step)
        for value, label in Step.choices
    )
    return states, steps


def portfolio(
    *, viewer: Viewer, state: str = "", step: str = "", query: str = "", number: int = 1
) -> Portfolio:
    """The initiatives, all or by state, step and words; the latest first."""
    rows = every = _seen(viewer)
    if state in State.values:
        rows = rows.filter(state=state)
    if step in {str(value) for value in Step.values}:
        rows = rows.filter(step=int(step))
    if query:
        words = Q(node__title__icontains=query) | Q(what__icontains=query) | Q(lesson__icontains=query)
        rows = rows.filter(words)
    page = paged(rows.order_by("-begun_at", "-pk"), number, SIZE)
    sums = _sums(Fund.objects.filter(initiative__in=rows.values("pk")))
    states, steps = _counts(every, state, step)
    return Portfolio(
        rows=tuple(map(_row, page)),
        states=states,
        steps=steps,
        query=query,
        total=page.paginator.count,
        granted=sums.get(Money.GRANTED, 0),
        used=sums.get(Money.USED, 0),
        number=page.number,
        pages=page.paginator.num_pages,
        may_run=rules.may_run(viewer),
    )


def _sums(funds: QuerySet[Fund]) -> dict[str, int]:
    return dict(funds.order_by().values_list("sort").annotate(Sum("amount")))
