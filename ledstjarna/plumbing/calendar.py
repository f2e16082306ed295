"""Events as a file that any calendar reads (RFC 5545), with moments in universal time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

WIDE = 75  # octets in a line, its break left out
ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class Event:
    """Something that begins and ends; `uid` is the same each time it is written."""

    uid: str
    begins: datetime
    ends: datetime
    title: str
    text: str = ""
    place: str = ""
    url: str = ""


def calendar(events: Iterable[Event], *, now: datetime) -> bytes:
    """The file of these events, as they are now."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ledstjarna//EN", "METHOD:PUBLISH"]
    for one in events:
        lines += _event(one, now)
    folded = (part for line in [*lines, "END:VCALENDAR"] for part in _folded(line))
    return "".join(f"{part}\r\n" for part in folded).encode()


def _event(one: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}@ledstjarna"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(one.begins)}"
    yield f"DTEND:{_moment(one.ends)}"
    yield f"SUMMARY:{_text(one.title)}"
    for name, text in (("DESCRIPTION", one.text), ("LOCATION", one.place)):
        if text:
            yield f"{name}:{_text(text)}"
    if one.url:
        yield f"URL:{''.join(one.url.split())}"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A text in which nothing can be taken for the end of its line, or for a second value."""
    lines = "\n".join(text.splitlines())
    return "".join(sign for sign in lines if sign in "\n\t" or sign.isprintable()).translate(ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, no letter cut in two; all but the first begin with a space."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > WIDE:
            yield part
            part = " "
        part += sign
    yield part
