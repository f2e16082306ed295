"""A file is read whatever it was written with, and what is dangerous is refused at once."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ledstjarna.plumbing import sheets

HEADER = "Anställningsnr;Förnamn;Efternamn;Enhetskod\n"
ROW = "17;Åsa;Öberg;vof-1\n"


def sheet(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_swedish_letters_are_read_in_every_common_encoding(encoding: str) -> None:
    table = sheets.read((HEADER + ROW).encode(encoding))
    assert table.header[0] == "Anställningsnr"
    assert table.lines[0].cells == ("17", "Åsa", "Öberg", "vof-1")


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_cells_may_be_parted_in_three_ways(mark: str) -> None:
    assert sheets.read((HEADER + ROW).replace(";", mark).encode()).lines[0].cells[3] == "vof-1"


def test_a_sheet_is_read_as_a_list_is() -> None:
    table = sheets.read(sheet(["Anställningsnr", "Förnamn", "Efternamn"], [17, "Åsa", "Öberg"]))
    assert table.lines[0].cells == ("17", "Åsa", "Öberg")
    assert table.lines[0].number == 2


def test_a_formula_in_a_sheet_is_known_as_one() -> None:
    table = sheets.read(sheet(["Number", "Name"], ["=1+1", "Kim"]))
    assert table.lines[0].formulas == {0}


def test_T10_a_bomb_that_unpacks_to_gigabytes_is_refused_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 210_000_000)
    assert len(made.getvalue()) < 1_000_000
    with pytest.raises(sheets.Unreadable):
        sheets.read(made.getvalue())


def test_T10_a_sheet_of_thousands_of_parts_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for n in range(600):
            archive.writestr(f"part{n}.xml", b"x")
    with pytest.raises(sheets.Unreadable):
        sheets.read(made.getvalue())


def test_T10_entities_in_a_sheet_are_refused() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    )
    good = sheet(["Number", "Name"], ["1", "Kim"])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as before, zipfile.ZipFile(made, "w") as after:
        for part in before.infolist():
            after.writestr(part, bomb if part.filename == "xl/workbook.xml" else before.read(part))
    with pytest.raises(sheets.Unreadable):
        sheets.read(made.getvalue())


def test_T10_a_file_of_200_megabytes_is_answered_by_its_size_alone() -> None:
    with pytest.raises(sheets.Unreadable):
        sheets.refuse_large(200_000_000)
    sheets.refuse_large(50_000_000)


@pytest.mark.parametrize(
    "data", [b"", b"   \n\n", b"PK\x03\x04broken", b"\x00\x01\x02\x03" * 50, b"just one cell"]
)
def test_what_is_no_list_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(sheets.Unreadable) as refusal:
        sheets.read(data)
    assert str(refusal.value)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_do_more_than_be_read_or_refused(data: bytes) -> None:
    try:
        table = sheets.read(data)
    except sheets.Unreadable:
        return
    assert len(table.header) >= 2
