"""Where an initiative is planned, and the effects that it is after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import EffectGoal, Initiative
from ledstjarna.rooms.accelerator.room import State
from ledstjarna.rooms.accelerator.scope import found_initiative, insiders
from ledstjarna.thread.reads import Missing

FIELDS = ("what", "reason", "how", "plan", "cost", "group", "partners")


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


def goals_of(one: Initiative) -> tuple[GoalRow, ...]:
    """The effect goals of an initiative, in the order that they were set."""
    return tuple(map(_goal, EffectGoal.objects.filter(initiative=one).order_by("pk")))


def _goal(goal: EffectGoal) -> GoalRow:
    return GoalRow(
        goal.pk, goal.text, goal.measured_in, goal.baseline, goal.target, goal.measured, goal.measured_on,
        goal.comment, rules.came_far(goal.baseline, goal.target, goal.measured),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """Where an initiative is planned."""

    ref: str
    title: str
    coaching: bool
    values: dict[str, Any]


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
