"""How a call goes from one stage to the next, and what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

NEXT = {"draft": "open", "open": "assessment", "assessment": "decided"}
OVER = frozenset({"decided", "off"})
LEAST_SHOWN = 5
LOW, HIGH = 1, 5


class Asked(Protocol):
    """As much of a question as its answers are held against."""

    @property
    def sort(self) -> str:
        """How it is answered."""

    @property
    def needed(self) -> bool:
        """Whether it must be."""

    @property
    def options(self) -> str:
        """What can be chosen, a line each."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that will not do: the place of its question, and why, by a name with words elsewhere."""

    place: int
    why: str


def is_in_order(opens: date, closes: date, decides: date) -> bool:
    """Whether the three days of a call come one after the other."""
    return opens <= closes < decides


def is_next(stage: str, step: str) -> bool:
    """Whether a call may go from one stage to another."""
    return NEXT.get(stage) == step


def is_over(stage: str) -> bool:
    """Whether a call is worked on no longer: it has been decided or called off."""
    return stage in OVER


def is_later(day: date, last: date, today: date) -> bool:
    """Whether a call can be given this last day: later than the one that stands, and not gone by."""
    return day > last and day >= today


def moved_with(day: date, last: date, later: date) -> date:
    """A day after a call's last day, moved as many days as that one is."""
    return day + (later - last)


def is_open(stage: str, closes: date, day: date) -> bool:
    """Whether entries may be sent on a day; the last day counts."""
    return stage == "open" and day <= closes


def is_closing(stage: str, closes: date, day: date) -> bool:
    """Whether an open call can be closed for entries on a day: on its last one or after, as was promised."""
    return stage == "open" and day >= closes


def options_of(text: str) -> tuple[str, ...]:
    """What can be chosen, from lines."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def faults_of(questions: Sequence[Asked], answers: Sequence[str], *, whole: bool) -> tuple[Fault, ...]:
    """The answers that will not do; `whole` also asks that all that is needed is there."""
    if len(answers) != len(questions):
        return (Fault(0, "count"),)
    found = (_fault(one, text.strip(), whole) for one, text in zip(questions, answers, strict=True))
    return tuple(Fault(place, why) for place, why in enumerate(found) if why)


def _fault(one: Asked, text: str, whole: bool) -> str:
    if not text:
        return "missing" if whole and one.needed else ""
    if len(text) > (300 if one.sort == "short" else 6000):
        return "long"
    if one.sort == "number" and not _is_number(text):
        return "number"
    if one.sort == "choice" and text not in options_of(one.options):
        return "choice"
    return ""


def _is_number(text: str) -> bool:
    plain = text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace(",", ".")
    return plain.isascii() and plain.count(".") <= 1 and plain.strip("-.").replace(".", "").isdigit()


def total_of(values: Sequence[int], weights: Sequence[int]) -> float:
    """What an assessor gave, as the weighted mean of the criteria, on the scale itself."""
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def masked(count: int) -> int | None:
    """A count that may be shown; none where it is so small that it could tell who (T3)."""
    return count if count == 0 or count >= LEAST_SHOWN else None
