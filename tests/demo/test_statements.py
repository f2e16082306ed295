"""What Sundhamn says fits on a ballot."""

from collections import Counter

import pytest

from ledstjarna.demo.statements import LINES, OUT, TWINS
from ledstjarna.rooms.vision.rules import LONGEST


def test_every_statement_fits_and_stands_once() -> None:
    texts = [line.text for line in LINES] + [text for text, _ in TWINS] + [text for text, _ in OUT]
    assert len(set(texts)) == len(texts)
    assert all(10 <= len(text) <= LONGEST for text in texts)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_both_languages_are_spoken(lang: str) -> None:
    assert any(line.lang == lang for line in LINES)


def test_every_lean_is_known() -> None:
    assert all(line.lean in {"U", "R", "L"} or set(line.lean) <= {"+", "-"} for line in LINES)
    assert Counter(len(line.lean) for line in LINES).keys() == {1, 4}


def test_a_twin_repeats_what_stands_in_its_place() -> None:
    for text, place in TWINS:
        if place is not None:
            shared = set(text.lower().split()) & set(LINES[place].text.lower().split())
            assert len(shared) >= 2
