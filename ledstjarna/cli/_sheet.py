"""A person's spreadsheet as columns that an engine can take, with every bad row named by its number."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from django.utils import translation
from rich.console import Console
from rich.table import Table

from ledstjarna.plumbing import sheets

ROWS = 5_000_000
SHOWN = 200
YES, NO = {"yes", "y", "true", "1", "ja", "x"}, {"no", "n", "false", "0", "nej"}

Kind = Callable[[str], Any]
Wrong = tuple[int, str, str]  # the place in the columns, the column's name, why


def text(cell: str) -> str:
    """The words of a cell as they stand."""
    return cell


def number(cell: str) -> float:
    """A number, with a point or a comma, and with or without spaces among its digits.

    Raises:
        ValueError: it is none, or is not finite.
    """
    plain = cell.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        raise ValueError("is not a number") from None
    if found - found != 0:
        raise ValueError("is not a finite number")
    return found


def whole(cell: str) -> int:
    """A whole number.

    Raises:
        ValueError: it is none.
    """
    found = number(cell)
    if found != int(found):
        raise ValueError("is not a whole number")
    return int(found)


def yes_no(cell: str) -> bool:
    """Yes or no, in English or Swedish, or 1 or 0.

    Raises:
        ValueError: neither.
    """
    plain = cell.lower()
    if plain not in YES | NO:
        raise ValueError("is neither yes nor no")
    return plain in YES


def date(cell: str) -> datetime.date:
    """A day as 2026-03-31.

    Raises:
        ValueError: it is none.
    """
    try:
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise ValueError("is not a day like 2026-03-31") from None


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is asked for: its name in the header, what its cells are, and if it must be there.

    A cell may be empty where `required` is false; it is then `None`.
    """

    name: str
    kind: Kind = text
    required: bool = True


class Unread(click.ClickException):
    """A file that cannot be used as it is (exit code 2)."""

    exit_code = 2


class Faulty(Unread):
    """Rows that cannot be used, all of them, by number."""

    def __init__(self, name: str, faults: Sequence[tuple[int, str, str, str]]) -> None:
        super().__init__(f"{name}: {len(faults)} rows cannot be used.")
        self.name, self.faults = name, faults

    def show(self, file: Any = None) -> None:
        """Print every bad row: number, column, value, why."""
        table = Table("Row", "Column", "Value", "Why", title=self.message)
        for row, column, value, why in self.faults[:SHOWN]:
            table.add_row(str(row), column, value, why)
        out = Console(stderr=True, highlight=False)
        out.print(table)
        if len(self.faults) > SHOWN:
            out.print(f"… and {len(self.faults) - SHOWN} more.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table read: values by column, the other columns as text, and each row's number in the file."""

    name: str
    columns: dict[str, list[Any]]
    extra: dict[str, list[str]]
    numbers: list[int]

    def refuse(self, wrong: Iterable[Wrong]) -> None:
        """Refuse rows for what only the whole table shows; nothing happens where none are wrong.

        Args:
            wrong: the place of a row among the values (from 0), the column, why.

        Raises:
            Faulty: there are some.
        """
        faults = [(self.numbers[at], column, self._cell(at, column), why) for at, column, why in wrong]
        if faults:
            raise Faulty(self.name, faults)

    def only(self, places: Sequence[int]) -> "Sheet":
        """The rows at these places alone, still by their numbers in the file."""
        columns = {name: [cells[at] for at in places] for name, cells in self.columns.items()}
        extra = {name: [cells[at] for at in places] for name, cells in self.extra.items()}
        return Sheet(self.name, columns, extra, [self.numbers[at] for at in places])

    def _cell(self, at: int, column: str) -> str:
        found = self.columns.get(column) or self.extra.get(column)
        return str(found[at]) if found and found[at] is not None else ""


def read_sheet(path: Path, columns: Sequence[Column]) -> Sheet:
    """The table in a CSV or XLSX file, its columns found by name whatever their order or case.

    Raises:
        Faulty: some cells are not what they should be; every one of them is told.
        Unread: the file cannot be read, or lacks a column.
    """
    table = _opened(path)
    places = {name.strip().lower(): at for at, name in enumerate(table.header) if name.strip()}
    lacking = [column.name for column in columns if column.required and column.name.lower() not in places]
    if lacking:
        there = ", ".join(name for name in table.header if name)
        raise Unread(f"{path.name} has no column {' or '.join(lacking)}. It has: {there}.")
    faults: list[tuple[int, str, str, str]] = []
    values = {
        column.name: _column(column, places.get(column.name.lower()), table.lines, faults)
        for column in columns
    }
    if faults:
        raise Faulty(path.name, sorted(faults))
    asked = {column.name.lower() for column in columns}
    extra = {
        table.header[at]: [_cell(line, at) for line in table.lines]
        for name, at in places.items()
        if name not in asked
    }
    return Sheet(path.name, values, extra, [line.number for line in table.lines])


def _opened(path: Path) -> sheets.Table:
    try:
        sheets.refuse_large(path.stat().st_size)
        with translation.override("en"):
            return sheets.read(path.read_bytes(), rows=ROWS)
    except sheets.Unreadable as error:
        raise Unread(f"{path.name}: {error}") from error


def _cell(line: sheets.Line, at: int) -> str:
    return line.cells[at].strip() if at < len(line.cells) else ""


def _column(
    column: Column, at: int | None, lines: Sequence[sheets.Line], faults: list[tuple[int, str, str, str]]
) -> list[Any]:
    found: list[Any] = []
    for line in lines:
        cell = "" if at is None else _cell(line, at)
        found.append(None)
        if not cell:
            if column.required:
                faults.append((line.number, column.name, "", "is empty"))
            continue
        try:
            found[-1] = column.kind(cell)
        except ValueError as error:
            faults.append((line.number, column.name, cell, str(error)))
    return found
