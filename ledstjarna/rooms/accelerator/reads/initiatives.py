"""Initiatives: the public portfolio with what was stopped, each of them, and a cohort side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import EffectGoal, Fund, Initiative
from ledstjarna.rooms.accelerator.reads.shared import Crew, crew
from ledstjarna.rooms.accelerator.room import Money, Result, State, Step
from ledstjarna.rooms.accelerator.scope import found_call, found_initiative, insiders, lacks, line_of, parents
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Neighbour, Spot

SIZE = 40
FIELDS = ("what", "reason", "how", "plan", "cost", "group", "partners")


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


@dataclass(frozen=True, slots=True)
class GoalRow:
    """An effect goal; `came` is which share of the way has been gone."""

    id: int
    text: str
    measured_in: str
    baseline: float | None
    target: float | None
    measured: float | None
    measured_on: date | None
    comment: str
    came: float | None


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate that was passed, and why so."""

    step: str
    result: str
    reason: str
    passed_at: datetime


@dataclass(frozen=True, slots=True)
class FundRow:
    """A sum."""

    label: str
    amount: int
    on: date | None
    comment: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step: done, current or ahead."""

    label: str
    state: str


@dataclass(frozen=True, slots=True)
class InitiativePage:
    """An initiative: what, why and how, how far it has come, what it cost and what it taught."""

    ref: str
    title: str
    lang: str
    state: str
    label: str
    steps: tuple[StepRow, ...]
    what: str
    reason: str
    how: str
    plan: str
    cost: int | None
    group: str
    partners: str
    coach: str
    latest: str
    obstacle: str
    why_stopped: str
    lesson: str
    next_on: date | None
    goals: tuple[GoalRow, ...]
    gates: tuple[GateRow, ...]
    funds: tuple[FundRow, ...]
    granted: int
    used: int
    home: int
    more: tuple[tuple[str, str], ...]
    why: tuple[Spot, ...]
    near: tuple[Neighbour, ...]
    crew: Crew
    starts: tuple[tuple[str, str], ...]
    may_drive: bool
    may_gate: bool


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """Where an initiative is planned."""

    ref: str
    title: str
    coaching: bool
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GatePage:
    """A gate before it is passed: what is there and what is lacking (R6)."""

    ref: str
    title: str
    lang: str
    step: str
    following: str
    lacks: tuple[str, ...]
    goals: tuple[GoalRow, ...]
    plan: str
    cost: int | None
    group: str
    lesson: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An initiative on a cohort's board."""

    ref: str
    title: str
    lang: str
    step: str
    state: str
    label: str
    coach: str
    next_on: date | None
    late: bool
    latest: str
    obstacle: str


@dataclass(frozen=True, slots=True)
class Board:
    """The initiatives of a call side by side."""

    ref: str
    title: str
    rows: tuple[BoardRow, ...]


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
    total = rows.count()
    pages = max(1, -(-total // SIZE))
    number = min(max(1, number), pages)
    sums = _sums(Fund.objects.filter(initiative__in=rows.values("pk")))
    states, steps = _counts(every, state, step)
    return Portfolio(
        rows=tuple(map(_row, rows.order_by("-begun_at", "-pk")[(number - 1) * SIZE : number * SIZE])),
        states=states,
        steps=steps,
        query=query,
        total=total,
        granted=sums.get(Money.GRANTED, 0),
        used=sums.get(Money.USED, 0),
        number=number,
        pages=pages,
        may_run=rules.may_run(viewer),
    )


def _sums(funds: QuerySet[Fund]) -> dict[str, int]:
    return dict(funds.order_by().values_list("sort").annotate(Sum("amount")))


def _goals(one: Initiative) -> tuple[GoalRow, ...]:
    return tuple(map(_goal, EffectGoal.objects.filter(initiative=one).order_by("pk")))


def _goal(goal: EffectGoal) -> GoalRow:
    return GoalRow(
        goal.pk, goal.text, goal.measured_in, goal.baseline, goal.target, goal.measured, goal.measured_on,
        goal.comment, rules.came_far(goal.baseline, goal.target, goal.measured),
    )  # fmt: skip


def _steps(one: Initiative) -> tuple[StepRow, ...]:
    over = one.state == State.DONE
    return tuple(
        StepRow(
            str(label),
            "done" if value < one.step or over else "current" if value == one.step else "ahead",
        )
        for value, label in Step.choices
    )


def _more(values: dict[str, str]) -> Iterable[tuple[str, str]]:
    words = {
        "challenge": _("Challenge"),
        "operation": _("Operation"),
        "operation_domain": _("Area of operation"),
        "sectors": _("Sectors"),
        "technologies": _("Technologies"),
        "impact": _("Expected impact"),
        "potential": _("Innovation potential"),
        "global_goals": _("Global goals"),
        "platforms": _("Platforms"),
        "city_wide": _("For the whole city"),
        "challenging": _("Challenges how we work today"),
        "internal": _("For ourselves"),
        "residents": _("How residents take part"),
        "links": _("Links"),
    }
    return ((words[name], values[name]) for name in words if values.get(name))


def initiative(*, ref: str, viewer: Viewer) -> InitiativePage:
    """The initiative of that ref."""
    one = found_initiative(ref=ref, viewer=viewer)
    funds = list(one.funds.order_by("on", "pk"))
    sums = {sort: sum(f.amount for f in funds if f.sort == sort) for sort in Money.values}
    people = crew(one.pk, ref, viewer, may_join=one.state == State.RUNNING)
    inside = insiders(one.pk)
    running = one.state == State.RUNNING
    coach = one.coach if one.coach_id else None
    line = line_of([one.unit_id] if one.unit_id else [], parents() if one.unit_id else {})
    return InitiativePage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        state=one.state,
        label=str(State(one.state).label),
        steps=_steps(one),
        what=one.what,
        reason=one.reason,
        how=one.how,
        plan=one.plan,
        cost=one.cost,
        group=one.group,
        partners=one.partners,
        coach=coach.name if coach and not coach.protected and viewer.signed_in else "",
        latest=one.latest,
        obstacle=one.obstacle if viewer.signed_in else "",
        why_stopped=one.why_stopped,
        lesson=one.lesson,
        next_on=one.node.due,
        goals=_goals(one),
        gates=tuple(
            GateRow(str(Step(gate.step).label), str(Result(gate.result).label), gate.reason, gate.passed_at)
            for gate in one.gates.order_by("-passed_at", "-pk")
        ),
        funds=tuple(FundRow(str(Money(f.sort).label), f.amount, f.on, f.comment) for f in funds),
        granted=sums[Money.GRANTED],
        used=sums[Money.USED],
        home=sums[Money.HOME],
        more=tuple(_more(one.more)),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        near=tuple(reads.neighbours(node=one.node, viewer=viewer)),
        crew=people,
        starts=reads.starts(kind="initiative", viewer=viewer) if running else (),
        may_drive=running and rules.may_drive(viewer, inside, one.coach_id),
        may_gate=running and rules.may_gate(viewer, line, inside),
    )


def plan_desk(*, ref: str, viewer: Viewer) -> PlanDesk:
    """The desk with an initiative's plan on it.

    Raises:
        Missing: it is not there, is over, or is not this viewer's to plan.
    """
    one = found_initiative(ref=ref, viewer=viewer)
    if one.state != State.RUNNING or not rules.may_drive(viewer, insiders(one.pk), one.coach_id):
        raise Missing(ref)
    coaching = one.coach_id is not None and one.coach_id == viewer.person_id
    values = {name: getattr(one, name) for name in FIELDS} | {"title": one.node.title}
    values |= {"latest": one.latest, "obstacle": one.obstacle, "next_on": one.node.due, "coaching": coaching}
    return PlanDesk(ref, one.node.title, coaching, values)


def measuring(*, ref: str, goal: str, viewer: Viewer) -> PlanDesk:
    """The desk with what an effect came to.

    Raises:
        Missing: the goal is not there, or the initiative is not this viewer's to plan.
    """
    desk = plan_desk(ref=ref, viewer=viewer)
    rows = EffectGoal.objects.filter(initiative__node__ref=ref, pk=int(goal) if goal.isdecimal() else 0)
    found = rows.first() if len(goal) < 10 else None
    if found is None:
        raise Missing(goal)
    values = {"goal": found.pk, "measured": found.measured, "on": found.measured_on, "comment": found.comment}
    return PlanDesk(ref, found.text, desk.coaching, values)


def gate(*, ref: str, viewer: Viewer) -> GatePage:
    """The gate that an initiative has before it.

    Raises:
        Missing: it is not there, is over, or is not this viewer's to decide.
    """
    one = found_initiative(ref=ref, viewer=viewer)
    line = line_of([one.unit_id] if one.unit_id else [], parents())
    if one.state != State.RUNNING or not rules.may_gate(viewer, line, insiders(one.pk)):
        raise Missing(ref)
    return GatePage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        step=str(Step(one.step).label),
        following=str(State.DONE.label) if rules.is_last(one.step) else str(Step(one.step + 1).label),
        lacks=lacks(one),
        goals=_goals(one),
        plan=one.plan,
        cost=one.cost,
        group=one.group,
        lesson=one.lesson,
    )


def board(*, ref: str, viewer: Viewer, now: datetime) -> Board:
    """A cohort: the initiatives of a call with coach, next gate, obstacles and the latest.

    Raises:
        Missing: the call is not there, or nobody is signed in.
    """
    call = found_call(ref=ref, viewer=viewer)
    if not viewer.signed_in:
        raise Missing(ref)
    today = timezone.localdate(now)
    rows = _seen(viewer).select_related("coach").filter(call=call).order_by("state", "node__due", "pk")
    return Board(
        ref,
        call.node.title,
        tuple(
            BoardRow(
                one.node.ref, one.node.title, one.node.lang, str(Step(one.step).label), one.state,
                str(State(one.state).label),
                one.coach.name if one.coach and not one.coach.protected else "",
                one.node.due, one.node.due is not None and one.node.due < today, one.latest, one.obstacle,
            )
            for one in rows
        ),
    )  # fmt: skip
