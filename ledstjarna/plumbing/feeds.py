"""The feeds of others, Atom or JSON Feed, read as plain text: whatever is marked up in them is only words."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

ATOM = "{http://www.w3.org/2005/Atom}"
MOST, LONGEST, TITLE = 200, 5000, 300
SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg"})
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class NoFeed(Exception):
    """The text is no feed that can be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a feed: its mark there, where it can be read, what it says, and since when."""

    mark: str
    url: str
    title: str
    text: str
    at: datetime | None


class _Words(HTMLParser):
    """Gathers what would be read aloud of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT and self._silent > 0
        self.said.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)


def words(html: str, most: int = LONGEST) -> str:
    """The words of a text with its marks taken out, on one line."""
    reader = _Words()
    reader.feed(html[: 20 * most])
    reader.close()
    return " ".join(UNSEEN.sub("", "".join(reader.said)).split())[:most].rstrip()


def seen(text: str) -> str:
    """A text of our own without signs that nobody sees and that no feed may carry."""
    return UNSEEN.sub("", text)


def entries(body: bytes) -> tuple[Entry, ...]:
    """The things of a feed that have a mark and a title, at most 200.

    Raises:
        NoFeed: it is neither Atom nor JSON Feed.
    """
    try:
        found = _json(body) if body.lstrip()[:1] == b"{" else _atom(body)
        return tuple(one for one in found if one.mark and one.title)[:MOST]
    except (ValueError, ParseError, DefusedXmlException, RecursionError, AttributeError, TypeError) as wrong:
        raise NoFeed from wrong


def _json(body: bytes) -> Iterator[Entry]:
    told = json.loads(body)
    if "jsonfeed.org" not in str(told.get("version", "")):
        raise NoFeed
    for one in told["items"][:MOST]:
        text = one.get("content_html") or one.get("content_text") or one.get("summary") or ""
        at = one.get("date_modified") or one.get("date_published")
        yield _entry(one.get("id"), one.get("url"), one.get("title"), text, at)


def _atom(body: bytes) -> Iterator[Entry]:
    root = fromstring(body, forbid_dtd=True)
    if root.tag != f"{ATOM}feed":
        raise NoFeed
    for one in root.findall(f"{ATOM}entry")[:MOST]:
        text = _said(one, "content") or _said(one, "summary")
        yield _entry(_said(one, "id"), _link(one), _said(one, "title"), text, _said(one, "updated"))


def _said(one: Element, name: str) -> str:
    found = one.find(f"{ATOM}{name}")
    return " ".join(found.itertext()) if found is not None else ""


def _link(one: Element) -> str:
    links = [each for each in one.findall(f"{ATOM}link") if each.get("rel", "alternate") == "alternate"]
    return links[0].get("href", "") if links else ""


def _entry(mark: Any, url: Any, title: Any, text: Any, at: Any) -> Entry:
    return Entry(
        mark=UNSEEN.sub("", str("" if mark is None else mark))[:TITLE],
        url=_web(str(url or "")),
        title=words(str(title or ""), TITLE),
        text=words(str(text or "")),
        at=_moment(str(at or "")),
    )


def _web(url: str) -> str:
    """An address that may stand in a link; nothing where it is none on the web."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip()[:500] if parts.scheme in {"https", "http"} and parts.hostname else ""


def _moment(said: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(said.strip())
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
