"""Days on which a Swedish authority works: what is promised in working days falls on one."""

from datetime import date, timedelta
from functools import cache

from holidays.countries.sweden import Sweden


@cache
def _closed(year: int) -> frozenset[date]:
    """The public holidays of a year, and the eves on which offices are closed by agreement."""
    return frozenset(Sweden(years=year, categories=("public", "de_facto")))


def is_workday(day: date) -> bool:
    """Whether a day is no Saturday, no Sunday, no Swedish public holiday and none of their three eves."""
    return day.weekday() < 5 and day not in _closed(day.year)


def after(day: date, count: int) -> date:
    """The working day that is `count` working days after a day.

    Raises:
        ValueError: `count` is less than 1.
    """
    if count < 1:
        raise ValueError(count)
    while count:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day


def between(begin: date, end: date) -> int:
    """How many working days there are after a day up to and with another; 0 where it is not later."""
    return sum(is_workday(begin + timedelta(days=step)) for step in range(1, (end - begin).days + 1))
