"""A document brought as DOCX, ODT, Markdown or PDF, as text with a `#` before each heading (T10)."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as Docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ledstjarna.plumbing.sheets import Unreadable, decoded, refuse_packed

LARGEST = 10_000_000
MOST = 200_000
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NUMBERED = re.compile(r"^\d+(?:\.\d+)*\.?\s+\S.{0,80}$")
SHOUTED = re.compile(r"^[A-ZÅÄÖ][A-ZÅÄÖ \-]{3,60}$")


def text_of(name: str, data: bytes) -> str:
    """The text of a file, with a `#` before each heading.

    Raises:
        Unreadable: too large, empty, dangerous, or of another sort; the text says how to mend it.
    """
    if len(data) > LARGEST:
        raise Unreadable(_("The file is larger than 10 MB. Take out the pictures, or save the text alone."))
    end = name.rpartition(".")[2].lower()
    if end not in READERS:
        raise Unreadable(_("Bring a DOCX, ODT, Markdown, text or PDF file."))
    text = re.sub(r"\n{3,}", "\n\n", READERS[end](data)).strip()
    if not text:
        raise Unreadable(_("There is no text in the file. A scanned picture must be read to text first."))
    if len(text) > MOST:
        raise Unreadable(_("The text is longer than 200,000 characters. Split it into more documents."))
    return text


def _docx(data: bytes) -> str:
    refuse_packed(data)
    try:
        made = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Unreadable(_("The DOCX file is broken. Open it and save it again.")) from error
    return "\n".join(_docx_lines(made))


def _docx_lines(made: Docx) -> Iterator[str]:
    for block in made.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " – ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield _docx_line(block)


def _docx_line(block: Paragraph) -> str:
    style = (block.style.name or "").lower() if block.style is not None else ""
    text = " ".join(block.text.split())
    if text and style.startswith(("heading", "rubrik", "title")):
        return f"\n# {text}"
    return f"- {text}" if text and style.startswith("list") else text


def _odt(data: bytes) -> str:
    refuse_packed(data)
    try:
        content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
        tree = fromstring(content)
    except (KeyError, ParseError, DefusedXmlException, zipfile.BadZipFile) as error:
        raise Unreadable(_("The ODT file is broken. Open it and save it again.")) from error
    return "\n".join(_odt_lines(tree, point=False))


def _odt_lines(element: Element, *, point: bool) -> Iterator[str]:
    """Each paragraph once, where it begins; what stands inside it is its own text."""
    text = " ".join("".join(element.itertext()).split())
    if element.tag == f"{TEXT}h":
        yield f"\n# {text}"
    elif element.tag == f"{TEXT}p":
        yield f"- {text}" if point and text else text
    else:
        for child in element:
            yield from _odt_lines(child, point=point or element.tag == f"{TEXT}list-item")


def _markdown(data: bytes) -> str:
    """Headings that are underlined become headings with a `#`."""
    text, _encoding = decoded(data)
    return re.sub(r"^(\S.*)\n(?:={3,}|-{3,})[ \t]*$", r"# \1", text, flags=re.MULTILINE)


def _pdf(data: bytes) -> str:
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        lines = [line.strip() for page in pages for line in page.extract_text().splitlines()]
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise Unreadable(_("The PDF file cannot be read. Is it locked?")) from error
    return "\n".join(_pdf_lines(lines))


def _pdf_lines(lines: list[str]) -> Iterator[str]:
    """A PDF has no headings, only lines: one that is numbered or in capitals is taken for one."""
    for line in lines:
        heading = NUMBERED.match(line) or SHOUTED.match(line)
        yield f"\n# {line}" if heading and not line.endswith((".", ",", ";")) else line


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": _docx,
    "odt": _odt,
    "md": _markdown,
    "markdown": _markdown,
    "txt": _markdown,
    "pdf": _pdf,
}
