"""The catalogues are brought up to date from the source, and what is wrong with them is found."""

from pathlib import Path

import pytest

from tools import messages

SOURCE = """
_("Hello %(name)s")
ngettext("%(n)s vote", "%(n)s votes", 3)
pgettext("month", "May")
"""
PAGE = (
    "{% translate 'Hi' %}{% blocktranslate trimmed with a=b %}\n Dear {{ a }}\n friend{% endblocktranslate %}"
)
SWEDISH = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Hello %(name)s"
msgstr "Hej %(name)s"

msgid "%(n)s vote"
msgid_plural "%(n)s votes"
msgstr[0] "%(n)s röst"
msgstr[1] "%(n)s röster"

msgctxt "month"
msgid "May"
msgstr "maj"

msgid "Hi"
msgstr "Hej"

msgid "Dear %(a)s friend"
msgstr "Kära %(a)s"
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    place = tmp_path / "room"
    (place / "templates").mkdir(parents=True)
    (place / "words.py").write_text(SOURCE)
    (place / "templates" / "page.html").write_text(PAGE)
    return place


def say(room: Path, swedish: str) -> None:
    path = room / messages.LOCALE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(swedish)


def test_words_are_found_in_python_and_in_templates(room: Path) -> None:
    assert {use.key for use in messages.uses(room)} == {
        ("", "Hello %(name)s"),
        ("", ("%(n)s vote", "%(n)s votes")),
        ("month", "May"),
        ("", "Hi"),
        ("", "Dear %(a)s friend"),
    }


def test_a_complete_catalogue_has_no_fault(room: Path) -> None:
    say(room, SWEDISH)
    assert messages.faults(room) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('msgid "Hi"\nmsgstr "Hej"\n', "", "room: not translated: 'Hi'"),
        ('msgstr "Hej"', 'msgstr ""', "room: has no Swedish, or not for every number: 'Hi'"),
        ('msgid "Hi"', '#, fuzzy\nmsgid "Hi"', "room: uncertain (fuzzy): 'Hi'"),
        ("Hej %(name)s", "Hej %(namn)s", "room: names other placeholders in Swedish: 'Hello %(name)s'"),
        ('msgid "Hi"', 'msgid "Old"\nmsgstr "Gammal"\n\nmsgid "Hi"', "room: not used any more: 'Old'"),
    ],
)
def test_a_fault_is_found(room: Path, before: str, after: str, fault: str) -> None:
    assert before in SWEDISH
    say(room, SWEDISH.replace(before, after))
    assert [words.partition(" (room")[0].partition(" (page")[0] for words in messages.faults(room)] == [fault]


def test_extracting_keeps_what_is_translated_and_asks_for_the_rest(room: Path) -> None:
    say(room, SWEDISH.replace('msgid "Hi"\nmsgstr "Hej"\n', ""))
    assert messages.extract(room) == 5
    assert messages.faults(room) == ["room: has no Swedish, or not for every number: 'Hi'"]


def test_extracting_twice_changes_nothing(room: Path) -> None:
    messages.extract(room)
    first = (room / messages.LOCALE).read_bytes()
    messages.extract(room)
    assert (room / messages.LOCALE).read_bytes() == first


def test_the_same_english_with_two_swedish_is_found(room: Path) -> None:
    say(room, SWEDISH)
    other = messages.blank()
    other.add("Hi", "Tjena")
    catalogues = [messages.read(room / messages.LOCALE), other]
    assert messages.clashes(catalogues) == ["'Hi' is ['Hej', 'Tjena']: use pgettext"]


def test_a_catalogue_is_compiled_when_it_is_newer(room: Path) -> None:
    say(room, SWEDISH)
    assert [messages.compile_(room / messages.LOCALE) for _ in range(2)] == [True, False]
    assert (room / messages.LOCALE).with_suffix(".mo").stat().st_size > 0
