"""A register of initiatives as a file: CSV, XLSX or JSON, read into rows (T10)."""

from django.utils.translation import gettext as _

from ledstjarna.plumbing import sheets
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.accelerator import rules

ROWS = 5000
Lines = list[tuple[int, list[str]]]


def table(data: bytes) -> tuple[tuple[str, ...], Lines]:
    """The header and rows of a CSV, XLSX or JSON file.

    Raises:
        Unreadable: it is none of them; the text says how to mend it.
    """
    sheets.refuse_large(len(data))
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] not in {b"[", b"{"}:
        table = sheets.read(data, rows=ROWS)
        return table.header, [(line.number, list(line.cells)) for line in table.lines]
    try:
        header, lines = rules.table_of(sheets.decoded(data)[0])
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("The JSON file must be a list of initiatives.")) from error
    if len(lines) > ROWS:
        raise Unreadable(_("The file has more than %(rows)s rows. Split it.") % {"rows": ROWS})
    return header, lines
