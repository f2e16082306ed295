"""A file that any calendar reads."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as some

from ledstjarna.plumbing.calendar import Event, calendar

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
SUMMER = timezone(timedelta(hours=2))
TALK = Event(
    "abc", datetime(2026, 9, 3, 11, 0, tzinfo=SUMMER), datetime(2026, 9, 3, 11, 20, tzinfo=SUMMER), "Samtal"
)


def written(**more: str) -> list[str]:
    """The lines of a file with one event, put together where they were folded."""
    one = Event(TALK.uid, TALK.begins, TALK.ends, **{"title": "Samtal"} | more)
    return calendar([one], now=NOW).decode().replace("\r\n ", "").split("\r\n")


def test_an_event_is_written_in_universal_time() -> None:
    assert written() == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ledstjarna//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
        "UID:abc@ledstjarna", "DTSTAMP:20260901T080000Z", "DTSTART:20260903T090000Z",
        "DTEND:20260903T092000Z", "SUMMARY:Samtal", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_what_has_a_meaning_of_its_own_is_escaped() -> None:
    lines = written(title="A, b; c\\d", text="En rad\r\nEn till\x07", place="Rum 1", url="https://x.test/ a")
    assert "SUMMARY:A\\, b\\; c\\\\d" in lines
    assert "DESCRIPTION:En rad\\nEn till" in lines
    assert "LOCATION:Rum 1" in lines
    assert "URL:https://x.test/a" in lines


@given(some.text(max_size=400))
def test_T7_no_text_breaks_a_line_or_makes_one(text: str) -> None:
    file = calendar([Event("u", TALK.begins, TALK.ends, text, text, text)], now=NOW)
    lines = file.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert [line for line in lines if b"\n" in line or b"\r" in line] == []
    assert file.decode().count("\r\nBEGIN:") == 1
    names = [line.split(b":")[0] for line in lines if line and not line.startswith(b" ")]
    assert set(names) <= {
        b"BEGIN", b"VERSION", b"PRODID", b"METHOD", b"UID", b"DTSTAMP", b"DTSTART", b"DTEND", b"SUMMARY",
        b"DESCRIPTION", b"LOCATION", b"END",
    }  # fmt: skip
