"""What Sundhamn says fits on a ballot."""

from collections import Counter

import pytest

from ledstjarna.demo.statements import LINES, OUT, TWINS
from ledstjarna.rooms.vision.rules import LONGEST


def test_every_statement_fits_and_stands_once() -> None:
    texts = [line.text for line in LINES] + [text for text, _ in TWINS] + [text for text, _ in OUT]
    assert len(set(texts)) == len(texts)
    assert all(10 <= len(text) <= LONGEST for text in texts)


@pytest.mark.parametrize(("lang", "many"), [("sv", 110), ("en", 10)])
def test_both_languages_are_spoken(lang: str, many: int) -> None:
    assert sum(line.lang == lang for line in LINES) == many


def test_the_opener_seeds_a_part_of_them_in_swedish() -> None:
    assert [line.lang for line in LINES if line.seeded] == ["sv"] * 24


def test_statements_unite_divide_and_leave_cold_in_the_planted_parts() -> None:
    leans = Counter(line.lean if len(line.lean) == 1 else "divides" for line in LINES)
    planted = {"U": 0.1, "R": 0.1, "L": 0.2, "divides": 0.6}
    assert all(abs(leans[lean] / len(LINES) - part) < 0.02 for lean, part in planted.items())


def test_whatever_is_taken_out_is_taken_out_with_a_reason() -> None:
    assert len(OUT) >= 4
    assert all(len(reason) > 10 for _, reason in OUT)


def test_most_twins_are_joined_and_some_still_wait() -> None:
    waiting = [text for text, place in TWINS if place is None]
    assert (len(TWINS), len(waiting)) == (12, 3)


def test_every_lean_is_known() -> None:
    assert all(line.lean in {"U", "R", "L"} or set(line.lean) <= {"+", "-"} for line in LINES)
    assert Counter(len(line.lean) for line in LINES).keys() == {1, 4}


def test_a_twin_repeats_what_stands_in_its_place() -> None:
    for text, place in TWINS:
        if place is not None:
            shared = set(text.lower().split()) & set(LINES[place].text.lower().split())
            assert len(shared) >= 2
