"""A CSV or XLSX file as rows of text and back, with all that is dangerous about files kept out (T9, T10)."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from xlsxwriter import Workbook

LARGEST = 50_000_000
UNPACKED = 200_000_000
PARTS = 500
MOST_SHEETS = 200
ROWS = 100_000  # of a list that a person brings to a page
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENCODINGS = ("utf-8-sig", "cp1252")


class Unreadable(Exception):
    """The file cannot be read; the text says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file: its number counted from 1, its cells, and the columns that hold formulas."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    encoding: str


def refuse_large(size: int) -> None:
    """A file too large to be a list is answered at once, before anything of it is loaded.

    Raises:
        Unreadable: it is.
    """
    if size > LARGEST:
        raise Unreadable(
            _("The file is larger than 50 MB. Leave out columns that are not needed, or split it.")
        )


def read(data: bytes, *, rows: int = ROWS) -> Table:
    """The table in a file, of at most so many rows.

    Raises:
        Unreadable: too large, empty, without a header, in an unknown encoding, or dangerous.
    """
    refuse_large(len(data))
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    lines, encoding = (_sheet(data, rows), "xlsx") if data[:4] == b"PK\x03\x04" else _text(data)
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    if not filled:
        raise Unreadable(_("The file is empty."))
    header = tuple(cell.strip() for cell in filled[0].cells)
    if sum(bool(cell) for cell in header) < 2:
        raise Unreadable(_("The first row must name the columns, at least two of them."))
    if len(filled) > rows + 1:
        raise _long(rows)
    return Table(header, tuple(filled[1:]), encoding)


def book(data: bytes, *, rows: int = ROWS) -> tuple[tuple[str, Table], ...]:
    """Every sheet of a file that has a table, by name; a CSV is one sheet without a name.

    What stands above the table, a title or a date, has fewer cells than its header and is passed over.

    Raises:
        Unreadable: as `read`, or no sheet has a table.
    """
    refuse_large(len(data))
    if data[:4] == b"PK\x03\x04":
        found = [(name, _table(lines, "xlsx", rows)) for name, lines in _sheets(data, rows)]
    else:
        if not data.strip():
            raise Unreadable(_("The file is empty."))
        lines, encoding = _text(data)
        found = [("", _table(lines, encoding, rows))]
    kept = tuple((name, table) for name, table in found if table is not None and table.lines)
    if not kept:
        raise Unreadable(_("No table was found: a row that names the columns, and rows below it."))
    return kept


def _table(lines: list[Line], encoding: str, rows: int) -> Table | None:
    """The table among these lines: its header is the first line with as many cells as most below it have."""
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    if len(filled) > rows + 1:
        raise _long(rows)
    widths = [sum(bool(cell.strip()) for cell in line.cells) for line in filled]
    usual = sorted(widths)[len(widths) // 2] if widths else 0
    least = max(2, (usual + 1) // 2)
    at = next((place for place, width in enumerate(widths) if width >= least), None)
    if at is None:
        return None
    header = tuple(cell.strip() for cell in filled[at].cells)
    return Table(header, tuple(filled[at + 1 :]), encoding)


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula (T9)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r", "\0"} else text


def written(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An XLSX file of one sheet in which every cell is text, and none a formula (T9)."""
    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(name[:31])
    bold = book.add_format({"bold": True})
    for place, words in enumerate(header):
        sheet.write_string(0, place, words, bold)
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, harmless(text))
    sheet.freeze_panes(1, 0)
    sheet.autofit()
    book.close()
    return made.getvalue()


def _long(rows: int) -> Unreadable:
    return Unreadable(
        _("The file has more than %(rows)s rows. Split it.")
        % {"rows": number_format(rows, force_grouping=True)}
    )


def _text(data: bytes) -> tuple[list[Line], str]:
    if b"\0" in data[:4096]:
        raise Unreadable(_("This is neither a CSV nor an XLSX file. Save it as one of them."))
    text, encoding = decoded(data)
    first = text.splitlines()[0]
    delimiter = max(";,\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Unreadable(_("The file is not a well-formed CSV: %(why)s") % {"why": error}) from error
    return [Line(n, tuple(row), _formulas(row)) for n, row in enumerate(rows, 1)], encoding


def _formulas(row: list[str]) -> frozenset[int]:
    return frozenset(n for n, cell in enumerate(row) if cell[:1] in {"=", "@"} and len(cell) > 1)


def decoded(data: bytes) -> tuple[str, str]:
    """The text, tried as UTF-8 first and as Windows-1252 then, which old staff systems still write.

    Raises:
        Unreadable: it is neither.
    """
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The letters cannot be read. Save the file as UTF-8."))


def refuse_packed(data: bytes) -> None:
    """A packed file that unpacks to far more than a document or a list holds is answered before it does.

    Raises:
        Unreadable: it does, or it is broken.
    """
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise Unreadable(_("The file is broken. Open it and save it again.")) from error
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise Unreadable(_("The file unpacks to far more than a document or a list holds. It is refused."))


def _sheet(data: bytes, rows: int) -> list[Line]:
    found = _sheets(data, rows, most=1)
    if not found:
        raise Unreadable(_("The XLSX file cannot be read. Save it as CSV and try again."))
    return found[0][1]


def _sheets(data: bytes, rows: int, most: int = MOST_SHEETS) -> list[tuple[str, list[Line]]]:
    refuse_packed(data)
    # openpyxl reads XML by defusedxml, where it is installed: entities are refused.
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        return [(str(one.title), list(_lines(one, rows))) for one in book.worksheets[:most]]
    except Unreadable:
        raise
    except Exception as error:  # openpyxl and the XML parser raise whatever they meet
        raise Unreadable(_("The XLSX file cannot be read. Save it as CSV and try again.")) from error


def _lines(sheet: object, rows: int) -> Iterator[Line]:
    for number, row in enumerate(sheet.iter_rows(), 1):  # type: ignore[attr-defined]
        if number > rows + 1:
            raise _long(rows)
        formulas = frozenset(n for n, cell in enumerate(row) if getattr(cell, "data_type", "") == "f")
        yield Line(number, tuple(_said(cell.value) for cell in row), formulas)


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
