"""The four steps of an initiative and what each gate asks for (R6, R7)."""

from collections.abc import Sequence
from dataclasses import dataclass

LAST = 4
PILOT = 3
CANCELLED = -1


@dataclass(frozen=True, slots=True)
class Ready:
    """What an initiative has, as far as a gate asks."""

    plan: bool
    cost: bool
    group: bool
    goals: int
    measured: int


def lacking(step: int, ready: Ready) -> tuple[str, ...]:
    """What is lacking for a step to be gone on from, by name; nothing where the gate can be passed.

    A pilot needs plan, estimated cost, effect goals and test group (R6); scaling needs to know what the
    pilot came to.
    """
    if step + 1 == PILOT:
        there = {"plan": ready.plan, "cost": ready.cost, "goals": ready.goals > 0, "group": ready.group}
        return tuple(name for name, has in there.items() if not has)
    if step == PILOT and not ready.measured:
        return ("measured",)
    return ()


def needs_lesson(state: str) -> bool:
    """Whether a state cannot be reached without a lesson (R7)."""
    return state in {"stopped", "done"}


def is_complete(state: str, lesson: str, why: str) -> bool:
    """Whether an initiative may be in a state: one that is over has a lesson, a stopped one says why (R7)."""
    if needs_lesson(state) and not lesson.strip():
        return False
    return state != "stopped" or bool(why.strip())


def is_last(step: int) -> bool:
    """Whether what comes after this step is everyday use."""
    return step >= LAST


def came_far(baseline: float | None, target: float | None, measured: float | None) -> float | None:
    """Which share of the way from how it was to how it was to be has been gone; none where unknown."""
    if baseline is None or target is None or measured is None or baseline == target:
        return None
    return (measured - baseline) / (target - baseline)


def step_of(progress: int | None, words: str) -> tuple[int, str]:
    """The step and state that a register's status means, by its progress value and its words.

    A progress of -1 means that it was cancelled; the earlier progress is then asked for instead.
    """
    said = words.casefold()
    if progress == CANCELLED or any(word in said for word in ("avbrut", "stopp", "cancel", "nedlagd")):
        return 1, "stopped"
    if (progress is not None and progress >= 100) or any(w in said for w in ("klar", "avslut", "done")):
        return LAST, "done"
    return _by_words(said) or _by_progress(progress), "running"


def _by_words(said: str) -> int:
    signs: Sequence[tuple[str, int]] = (("skal", 4), ("pilot", 3), ("upplägg", 2), ("set-up", 2), ("idé", 1))
    return next((step for sign, step in signs if sign in said), 0)


def _by_progress(progress: int | None) -> int:
    return 1 if progress is None or progress < 0 else min(LAST, 1 + progress // 25)
