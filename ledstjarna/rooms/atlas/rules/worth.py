"""When a thread is loose enough to be told of: days, counts and the names of what can be loose."""

from datetime import date

MATURE = 120  # days that something new has, to find its place
YEAR = 365
SAID = 3  # things said, for silence in deeds to be heard
DONE = 4  # things done in a year, for silence in words to be heard
SORTS = ("ring", "orphan", "against", "promise", "review", "dead_end", "unlived", "said", "unsaid")


def key_of(sort: str, ref: str, others: tuple[str, ...] = ()) -> str:
    """What a finding is remembered by: what it is, where, and for a pair or a ring also with whom."""
    return ":".join((sort, *sorted((ref, *others)))) if others else f"{sort}:{ref}"


def is_passed(due: date | None, today: date) -> bool:
    """Whether a promised day has passed."""
    return due is not None and due < today


def is_mature(days: float) -> bool:
    """Whether something has had time enough to find its place."""
    return days >= MATURE
