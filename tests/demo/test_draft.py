"""The draft of the demo is in two languages and grows from statements that were really made."""

from ledstjarna.demo.city import PARTIES
from ledstjarna.demo.draft import AREAS, SHIFTS, WORDS
from ledstjarna.demo.statements import LINES


def test_every_area_grows_from_statements_that_were_made() -> None:
    said = {line.text for line in LINES}
    assert all(set(grown) <= said and grown for *_, grown in AREAS)


def test_areas_and_shifts_are_in_two_languages() -> None:
    assert all(all(part for part in row[:4]) for row in (*AREAS, *SHIFTS))


def test_only_parties_that_sit_speak_and_some_have_not_spoken() -> None:
    assert {party for party, *_ in WORDS} < {code for code, *_ in PARTIES}
