"""A document brought as a file."""

import io
import zipfile

import pytest
from docx import Document
from fpdf import FPDF

from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.principles.files import text_of

ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    '<text:h text:outline-level="1">Möten</text:h><text:p>Vi <text:span>möts</text:span>.</text:p>'
    "<text:list><text:list-item><text:p>Ofta</text:p></text:list-item></text:list>"
    "</office:text></office:body></office:document-content>"
)


def packed(content: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        made.writestr("content.xml", content)
    return kept.getvalue()


def test_a_DOCX_keeps_its_headings_its_points_and_its_tables() -> None:
    made = Document()
    made.add_heading("Möten", 1)
    made.add_paragraph("Vi möts.")
    made.add_paragraph("Ofta", style="List Bullet")
    row = made.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "När", "Måndag"
    kept = io.BytesIO()
    made.save(kept)
    lines = [line for line in text_of("policy.DOCX", kept.getvalue()).splitlines() if line]
    assert lines == ["# Möten", "Vi möts.", "- Ofta", "När – Måndag"]


def test_an_ODT_keeps_its_headings_and_its_points() -> None:
    lines = [line for line in text_of("policy.odt", packed(ODT)).splitlines() if line]
    assert lines == ["# Möten", "Vi möts.", "- Ofta"]


def test_markdown_with_underlined_headings_gets_them_marked() -> None:
    assert text_of("a.md", "Möten\n=====\nVi möts.".encode()) == "# Möten\nVi möts."


def test_a_text_in_an_old_encoding_is_read() -> None:
    assert text_of("a.txt", "Möten".encode("cp1252")) == "Möten"


def test_the_numbered_lines_of_a_PDF_are_taken_for_headings() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=12)
    for line in ("1.2 Meetings", "We meet.", "2 of us came."):
        made.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    lines = text_of("policy.pdf", bytes(made.output())).splitlines()
    assert [line for line in lines if line] == ["# 1.2 Meetings", "We meet.", "2 of us came."]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"PK\x03\x04 broken", r"^The file is broken"),
        ("a.docx", packed("<a/>"), r"^The DOCX file is broken"),
        ("a.odt", packed('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), r"^The ODT file is broken"),
        ("a.odt", packed("<x"), r"^The ODT file is broken"),
        ("a.pdf", b"%PDF-1.4 nothing", r"^The PDF file cannot be read"),
        ("a.exe", b"MZ", r"^Bring a DOCX"),
        ("a.md", b"   ", r"^There is no text"),
        ("a.md", b"a" * 200_001, r"^The text is longer"),
        ("a.md", b"a" * 10_000_001, r"^The file is larger"),
    ],
)
def test_T10_what_is_no_document_is_told_what_and_how_to_mend_it(name: str, data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        text_of(name, data)
