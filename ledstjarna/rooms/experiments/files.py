"""A file of observations from outside, read row by row; what is wrong is told by its number."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.plumbing import sheets
from ledstjarna.plumbing.columns import guess
from ledstjarna.plumbing.sheets import Line, Unreadable
from ledstjarna.rooms.experiments import rules

COLUMNS = {
    "on": ("day", "date", "dag", "datum"),
    "value": ("value", "count", "number", "värde", "antal", "utfall", "ja"),
    "many": ("of", "out of", "of how many", "av", "av hur många", "totalt"),
    "site": ("place", "unit", "plats", "enhet", "avdelning"),
    "having": ("way", "change", "sätt", "ändring"),
}
SURE = 80.0
NEW = {"new", "with", "ny", "nya", "nytt", "med", "1", "b"}
OLD = {"old", "without", "gammal", "gamla", "utan", "0", "a"}
YES = {"ja", "yes", "x"}
NO = {"nej", "no"}


@dataclass(frozen=True, slots=True)
class Read:
    """The rows that can be counted, and the numbers of those that cannot, with why."""

    rows: list[dict[str, Any]]
    wrong: list[tuple[int, str]]


class _Wrong(Exception):
    """A row that cannot be counted; the text says why."""


def observed(data: bytes, sort: str, places: Collection[str], now: datetime) -> Read:
    """The observations in a file.

    Raises:
        Unreadable: it is no table, or has no column for the day or the value.
    """
    table = sheets.read(data)
    columns = guess(table.header, COLUMNS, SURE)
    if "on" not in columns or "value" not in columns:
        raise Unreadable(_("The first row must name a column for the day and one for the value."))
    rows: list[dict[str, Any]] = []
    wrong: list[tuple[int, str]] = []
    for line in table.lines:
        try:
            rows.append(_row(line, columns, sort, places, timezone.localdate(now)))
        except _Wrong as error:
            wrong.append((line.number, str(error)))
    return Read(rows, wrong)


def _row(
    line: Line, columns: dict[str, int], sort: str, places: Collection[str], today: date
) -> dict[str, Any]:
    """A line as an observation."""
    if line.formulas & set(columns.values()):
        raise _Wrong(_("It holds a formula. Save the values alone."))
    cells = {
        name: line.cells[place].strip() if place < len(line.cells) else "" for name, place in columns.items()
    }
    on, many = _day(cells["on"], today), _whole(cells.get("many", "")) or 1
    value = _number(cells["value"], sort)
    if not rules.is_value(sort, value, many):
        raise _Wrong(_("“%(value)s” is not something that the measure can be.") % {"value": cells["value"]})
    site = cells.get("site", "")
    if places and site not in places:
        raise _Wrong(_("There is no place called “%(place)s” in the test.") % {"place": site})
    return {"on": on.isoformat(), "value": value, "many": many, "site": site, "having": _way(cells)}


def _way(cells: dict[str, str]) -> bool | None:
    """The old way or the new, where the file says."""
    typed = cells.get("having", "").lower()
    return True if typed in NEW else False if typed in OLD else None


def _day(text: str, today: date) -> date:
    try:
        found = date.fromisoformat(text[:10])
    except ValueError as error:
        raise _Wrong(_("“%(day)s” is not a day. Write it as 2026-09-01.") % {"day": text}) from error
    if found > today:
        raise _Wrong(_("That day has not come yet."))
    return found


def _number(text: str, sort: str) -> float:
    if sort == "yes_no" and text.lower() in YES | NO:
        return float(text.lower() in YES)
    try:
        return float(text.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", "."))
    except ValueError as error:
        raise _Wrong(_("“%(value)s” is not a number.") % {"value": text}) from error


def _whole(text: str) -> int:
    if not text:
        return 0
    if not text.isdecimal() or len(text) > 7:
        raise _Wrong(_("“%(value)s” is not a number.") % {"value": text})
    return int(text)
