"""A paper to take along."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from ledstjarna.web.papers import Block, Paper, blocks, written

PAPER = Paper(
    "Åtta “saker”",
    "sv",
    (
        Block("quiet", "3 mars 2026"),
        Block("heading", "Vad det tjänar"),
        *blocks("point", ["Nära – hela livet", " "]),
        Block("text", "Löpande text."),
    ),
)


def test_as_DOCX_it_has_its_headings_points_and_language() -> None:
    made = Document(io.BytesIO(written(PAPER, "docx")))
    lines = [(one.style.name if one.style else "", one.text) for one in made.paragraphs]
    assert lines == [
        ("Heading 1", "Åtta “saker”"),
        ("Normal", "3 mars 2026"),
        ("Heading 2", "Vad det tjänar"),
        ("List Bullet", "Nära – hela livet"),
        ("Normal", "Löpande text."),
    ]
    assert made.core_properties.language == "sv"


def test_as_PDF_every_letter_of_it_can_be_read_out_again() -> None:
    (page,) = PdfReader(io.BytesIO(written(PAPER, "pdf"))).pages
    text = page.extract_text()
    for part in ("Åtta “saker”", "Nära – hela livet", "Löpande text."):
        assert part in text


def test_in_another_form_it_is_not_written() -> None:
    with pytest.raises(KeyError):
        written(PAPER, "odt")
