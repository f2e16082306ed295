"""What a lesson has to say to be of use, and when it counts for more than words."""

from collections.abc import Iterable
from datetime import date

IN_USE = frozenset({"uses", "adapted"})
KEEPS = 365  # days that a lesson is best before, where nobody says otherwise
LEAST = 20  # letters in which a mechanism or a context can be said at all


def gaps(*, mechanism: str, worked: str, failed: str, core: str, adaptable: str) -> tuple[str, ...]:
    """What is missing for somebody else to be able to use it, the most useful first."""
    said = {
        "mechanism": mechanism,
        "context": worked or failed,
        "core": core,
        "adaptable": adaptable,
    }
    short = {"mechanism": LEAST, "context": LEAST}
    return tuple(name for name, text in said.items() if len(text.strip()) < short.get(name, 1))


def is_innovation(states: Iterable[str]) -> bool:
    """R8: counted as an innovation only when somebody uses it."""
    return any(state in IN_USE for state in states)


def is_stale(due: date | None, today: date) -> bool:
    """Whether a lesson is past its best-before date, and is to be renewed or retired."""
    return due is not None and today > due


def uptake_of(verdict: str, adaptation: str) -> str:
    """What a unit does with a lesson once its own test of it has been concluded."""
    if verdict == "scale":
        return "adapted" if adaptation.strip() else "uses"
    return {"adapt": "tries", "park": "heard"}.get(verdict, "stopped")


def is_step(before: str | None, after: str) -> bool:
    """Whether a unit takes a step at all: the same twice is none, and only what was used is stopped."""
    if before == after:
        return False
    return after != "stopped" or before in {"tries", "uses", "adapted"}


def needs_because(state: str) -> bool:
    """Whether a step asks why: to decline and to stop teach as much as to use."""
    return state in {"declined", "stopped"}
