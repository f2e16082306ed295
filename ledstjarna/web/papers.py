"""A paper to take along: written once, as DOCX to go on writing in, or as PDF to print."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from typing import Literal

from django.http import HttpResponse
from docx import Document
from docx.shared import Pt
from fpdf import FPDF
from fpdf.enums import WrapMode

from ledstjarna.thread.reads import Missing

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
TYPES = {"docx": DOCX, "pdf": PDF}
FACE = "inter-latin-wght-normal.woff2"
SMALLER = (0.92, 0.84, 0.76, 0.68)
INK = (27, 31, 36)
QUIET = (90, 96, 104)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a point in a list, or a quiet line."""

    sort: Literal["heading", "text", "point", "quiet"]
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A title, what stands under it, and the language that it is in.

    One that is to fit on `one_page` is set in smaller type where it must.
    """

    title: str
    lang: str
    blocks: tuple[Block, ...] = field(default=())
    one_page: bool = False


def blocks(sort: Literal["heading", "text", "point", "quiet"], texts: Sequence[str]) -> tuple[Block, ...]:
    """Blocks of one sort, one for each text that says anything."""
    return tuple(Block(sort, text) for text in texts if text.strip())


def written(paper: Paper, form: str) -> bytes:
    """The paper as `docx` or `pdf`.

    Raises:
        KeyError: it is written in no such form.
    """
    return {"docx": _docx, "pdf": _pdf}[form](paper)


def _docx(paper: Paper) -> bytes:
    made = Document()
    made.styles["Normal"].font.size = Pt(11)
    made.core_properties.title, made.core_properties.language = paper.title, paper.lang
    made.core_properties.author = ""
    made.add_heading(paper.title, 1)
    for block in paper.blocks:
        if block.sort == "heading":
            made.add_heading(block.text, 2)
        elif block.sort == "point":
            made.add_paragraph(block.text, style="List Bullet")
        else:
            made.add_paragraph().add_run(block.text).italic = block.sort == "quiet"
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def attached(paper: Paper, form: str, name: str) -> HttpResponse:
    """The paper as a file to keep, in one of the forms that papers are written in.

    Raises:
        Missing: there is no such form.
    """
    if form not in TYPES:
        raise Missing(form)
    kept = f'attachment; filename="{name}.{form}"'
    return HttpResponse(written(paper, form), content_type=TYPES[form], headers={"Content-Disposition": kept})


def _pdf(paper: Paper) -> bytes:
    made = _set(paper, 1.0)
    for scale in SMALLER if paper.one_page else ():
        if made.page_no() == 1:
            break
        made = _set(paper, scale)
    return bytes(made.output())


def _set(paper: Paper, scale: float) -> FPDF:
    """The paper set in type of a size: 1 is the usual."""
    made = FPDF(format="A4")
    with as_file(files("ledstjarna.web") / "static" / "web" / FACE) as face:
        made.add_font("Inter", "", face)
        made.add_font("Inter", "B", face, variations={"wght": 650.0})
    made.set_title(paper.title)
    made.set_lang(paper.lang)
    made.set_margins(22, 20, 22)
    made.set_auto_page_break(True, 18)
    made.add_page()
    _line(made, paper.title, 17 * scale, "B", after=2 * scale)
    for block in paper.blocks:
        _block(made, block, scale)
    return made


def _block(made: FPDF, block: Block, scale: float) -> None:
    if block.sort == "heading":
        made.ln(2.5 * scale)
        _line(made, block.text, 11.5 * scale, "B", after=0.5 * scale)
    elif block.sort == "point":
        made.set_x(made.l_margin + 1)
        _line(made, f"•  {block.text}", 10 * scale)
    else:
        _line(made, block.text, 10 * scale, quiet=block.sort == "quiet", after=scale)


def _line(
    made: FPDF, text: str, size: float, weight: str = "", *, quiet: bool = False, after: float = 0
) -> None:
    made.set_font("Inter", weight, size)
    made.set_text_color(*(QUIET if quiet else INK))
    made.multi_cell(0, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT", wrapmode=WrapMode.WORD)
    if after:
        made.ln(after)
