"""How far a test has come, and what each step asks for."""

from datetime import date, timedelta

DEMANDS_LESSON = frozenset({"scale", "close"})
VERDICTS = frozenset({"scale", "adapt", "close", "park"})
LONGEST = 365
WITHIN = "sketch"


def stage(kept: str, ends: date | None, today: date) -> str:
    """The stage as it is today: a sprint whose last day has passed waits for its review."""
    return "review" if kept == "running" and ends is not None and today > ends else kept


def ends(begins: date, days: int) -> date:
    """The last day of a sprint of so many days."""
    return begins + timedelta(days=days - 1)


def day_of(begins: date | None, ends: date | None, today: date) -> tuple[int, int]:
    """Which day of the sprint it is, and how many it has; 0 before the start."""
    if begins is None or ends is None:
        return 0, 0
    whole = (ends - begins).days + 1
    return min(max((today - begins).days + 1, 0), whole), whole


def progress(begins: date | None, ends: date | None, today: date) -> int:
    """How much of its sprint a test had run, in per cent: kept when it is cancelled (R7)."""
    day, whole = day_of(begins, ends, today)
    return round(100 * day / whole) if whole else 0


def demands_lesson(verdict: str) -> bool:
    """R7: whether a verdict cannot be without a lesson."""
    return verdict in DEMANDS_LESSON


def is_mendable(kept: str) -> bool:
    """Whether a test may be changed without a trace: until it starts."""
    return kept == WITHIN


def is_locked(kept: str) -> bool:
    """Whether the rule is locked, so that changing it needs a reason and shows."""
    return kept in {"running", "review"}


def is_ready(need: str, whom: str, change: str, measure: str) -> bool:
    """Whether a sketch says enough to be started."""
    return all(text.strip() for text in (need, whom, change, measure))
