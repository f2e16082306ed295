"""The days of an answer: promised, passed, asked about, closed."""

from datetime import date, timedelta

from ledstjarna.plumbing import workdays

PROMISE = 10  # working days, where no function promises another number
REMIND = timedelta(days=7)  # after an answer, it is asked once more whether it helped
CLOSE = timedelta(days=14)  # after that, silence closes it
OPEN = frozenset({"waiting", "planned"})


def promised(reported: date, days: int = PROMISE) -> date:
    """The day that an answer is promised, counted in working days."""
    return workdays.after(reported, days)


def is_open(state: str, ending: str) -> bool:
    """Whether somebody has something left to do about it."""
    return state in OPEN and not ending


def is_asked(state: str, ending: str) -> bool:
    """Whether it is asked now if the answer helped."""
    return state not in OPEN and not ending


def is_overdue(due: date | None, today: date) -> bool:
    """Whether the day that was promised has passed."""
    return due is not None and today > due


def is_later(until: date, stands: date) -> bool:
    """Whether a new promised day gives more time than the one that stands."""
    return until > stands


def is_ripe(posted: date, today: date) -> bool:
    """Whether a letter may be taken out: on a later day than it was posted, so no hour is told (T2)."""
    return posted < today


def is_reminding(answered: date | None, reminded: date | None, today: date) -> bool:
    """Whether it is time to ask once more if the answer helped."""
    return answered is not None and reminded is None and today >= answered + REMIND


def is_closing(reminded: date | None, today: date) -> bool:
    """Whether nobody has said anything for so long that it is closed."""
    return reminded is not None and today >= reminded + CLOSE
