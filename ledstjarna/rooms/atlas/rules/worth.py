"""When a thread is loose enough to be told of: days, counts and the names of what can be loose."""

from datetime import date

MATURE = 120  # days that something new has, to find its place
YEAR = 365
HALF, WELL = 50, 75  # of a hundred
SAID = 3  # things said, for silence in deeds to be heard
FEW = 5  # things, for a share of them to be told as a figure
LATELY = 30  # days that something done has, to be told of
QUIET = 70  # days, for silence about what is done to be told
DONE = 4  # things done in a year, for silence in words to be heard
DIALS = ("all-in", "leadership", "endurance", "story")
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


def is_few(things: int) -> bool:
    """Whether there are too few for a share of them to be told as a figure."""
    return things < FEW


def is_quiet(days: int | None) -> bool:
    """Whether nothing has been told for so long that it is worth telling, or never."""
    return days is None or days >= QUIET


def asks_for_attention(figure: int, high: float, before: float | None) -> bool:
    """Whether a figure of 100 is surely below one half, or below three quarters and surely fallen in a year.

    `high` is its upper bound today, `before` its lower bound a year ago where it is known.
    """
    return high < HALF or (figure < WELL and before is not None and high < before)


def has_grown(low: float, before: float | None) -> bool:
    """Whether a figure is surely above its upper bound of a year ago."""
    return before is not None and low > before
