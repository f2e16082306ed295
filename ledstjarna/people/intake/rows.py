"""Rows of text as people at work, and what is wrong with each row that is none."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledstjarna.plumbing.sheets import Line, Table

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
YES = {"1", "ja", "j", "x", "yes", "y", "true", "sant"}
NO = {"", "0", "nej", "n", "no", "false", "falskt"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be taken in: its number, field and value, a key for the reason, whose row it is."""

    row: int
    field: str
    value: str
    reason: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Staff:
    """A person at work as the file tells it; `row` is where."""

    row: int
    number: str
    given: str
    family: str
    email: str
    title: str
    unit: str
    unit_name: str
    department: str
    manager: str
    valid_from: date | None
    valid_to: date | None
    protected: bool


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _is_day(text: str) -> bool:
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _faults(line: Line, said: Mapping[str, str], formulas: Sequence[str]) -> list[Fault]:
    checks: list[tuple[str, bool, str]] = [
        *((field, True, "formula") for field in formulas),
        *((field, not said[field], "missing") for field in ("number", "given", "family", "unit")),
        ("email", bool(said["email"]) and not MAIL.fullmatch(said["email"]), "mail"),
        ("valid_from", not _is_day(said["valid_from"]), "date"),
        ("valid_to", not _is_day(said["valid_to"]), "date"),
        ("protected", said["protected"].lower() not in YES | NO, "flag"),
        ("manager", bool(said["manager"]) and said["manager"] == said["number"], "own_manager"),
    ]
    found = [
        Fault(line.number, field, said[field][:80], reason, said["number"])
        for field, wrong, reason in checks
        if wrong
    ]
    if not found and said["valid_to"] and said["valid_from"] > said["valid_to"]:
        found.append(Fault(line.number, "valid_to", said["valid_to"], "order", said["number"]))
    return found[:1]


def _said(line: Line, columns: Mapping[str, int], fields: Sequence[str]) -> dict[str, str]:
    cells = line.cells
    return {
        field: cells[columns[field]].strip() if field in columns and columns[field] < len(cells) else ""
        for field in fields
    }


def staff_of(
    table: Table,
    columns: Mapping[str, int],
    fields: Sequence[str],
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[list[Staff], list[Fault]]:
    """Every good row as a person, and the first fault of every bad one; duplicates are bad, all of them."""
    made: list[Staff] = []
    faults: list[Fault] = []
    for n, line in enumerate(table.lines):
        said = _said(line, columns, fields)
        formulas = [field for field in fields if columns.get(field) in line.formulas]
        wrong = _faults(line, said, formulas)
        if wrong:
            faults += wrong
        else:
            made.append(_staff(line.number, said))
        if n % 1000 == 0:
            tell(n, len(table.lines))
    return _alone(made, faults)


def _staff(row: int, said: Mapping[str, str]) -> Staff:
    return Staff(
        row=row,
        number=said["number"],
        given=said["given"],
        family=said["family"],
        email=said["email"],
        title=said["title"],
        unit=said["unit"],
        unit_name=said["unit_name"],
        department=said["department"],
        manager=said["manager"],
        valid_from=_day(said["valid_from"]),
        valid_to=_day(said["valid_to"]),
        protected=said["protected"].lower() in YES,
    )


def _alone(made: list[Staff], faults: list[Fault]) -> tuple[list[Staff], list[Fault]]:
    many = Counter(one.number for one in made)
    doubled = [
        Fault(one.row, "number", one.number, "twice", one.number) for one in made if many[one.number] > 1
    ]
    kept = [one for one in made if many[one.number] == 1]
    return kept, sorted([*faults, *doubled], key=lambda fault: fault.row)
