"""A gate before it is passed."""

from dataclasses import dataclass

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.reads.plans import GoalRow, goals_of
from ledstjarna.rooms.accelerator.room import State, Step
from ledstjarna.rooms.accelerator.scope import found_initiative, insiders, lacks, line_of, parents
from ledstjarna.thread.reads import Missing


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
        goals=goals_of(one),
        plan=one.plan,
        cost=one.cost,
        group=one.group,
        lesson=one.lesson,
    )
