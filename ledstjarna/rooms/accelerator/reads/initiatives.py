"""An initiative: how far it has come, what it cost and what it taught."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Initiative
from ledstjarna.rooms.accelerator.reads.plans import GoalRow, goals_of
from ledstjarna.rooms.accelerator.reads.shared import Crew, StepRow, crew
from ledstjarna.rooms.accelerator.reads.wording import labels
from ledstjarna.rooms.accelerator.room import Money, Result, State, Step
from ledstjarna.rooms.accelerator.scope import found_initiative, insiders, line_of, parents
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Neighbour, Spot

# What a register tells of an initiative besides what every initiative has, in the order it is shown.
MORE = (
    "challenge", "operation", "operation_domain", "sectors", "technologies", "impact", "potential",
    "global_goals", "platforms", "city_wide", "challenging", "internal", "residents", "links",
)  # fmt: skip


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
    late: bool
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
    words = labels()
    return ((words[name], values[name]) for name in MORE if values.get(name))


def initiative(*, ref: str, viewer: Viewer, now: datetime) -> InitiativePage:
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
        late=one.node.due is not None and one.node.due < timezone.localdate(now),
        goals=goals_of(one),
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
