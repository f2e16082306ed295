"""What a typed word may mean, and what it is worth."""

import pytest

from ledstjarna.thread import actions
from ledstjarna.thread.lexicon import Lexicon, lexicon
from ledstjarna.thread.meaning import APART, BEGUN, DONE, EXACT, INSIDE, SLIP, meaning, taken_apart
from ledstjarna.thread.models import Node

TEXTS = ("Skolan läser en läxa", "läxhjälp till elever", "serveringstillstånd", "simundervisning", "hjälp")


@pytest.fixture
def known(db: None) -> Lexicon:
    nodes = actions.add_nodes([Node(kind="organisation", title="x") for _ in TEXTS])
    actions.index_all(zip(nodes, TEXTS, strict=True))
    return lexicon()


def read(query: str, known: Lexicon) -> dict[float, list[set[str]]]:
    (word,) = meaning(query, known)
    return {reading.worth: [set(part) for part in reading.parts] for reading in word.readings}


def test_a_word_is_itself_in_all_its_forms(known: Lexicon) -> None:
    assert {"lax", "laxa", "laxan"} <= read("läxan", known)[EXACT][0]
    assert {"sim", "simm"} <= read("simma", known)[EXACT][0]
    assert {"skol", "skolan"} <= read("skolans", known)[EXACT][0]
    assert "arend" in read("ärendet", known)[EXACT][0]


def test_a_word_is_what_it_begins_and_what_it_is_a_part_of(known: Lexicon) -> None:
    assert "simundervisn" in read("simma", known)[BEGUN][0]
    assert "laxhjalp" in read("hjälp", known)[INSIDE][0]
    assert "serveringstillstand" in read("tillstånd", known)[INSIDE][0]


def test_a_compound_is_its_parts_together(known: Lexicon) -> None:
    assert [{"hjalp"} <= part for part in read("elevhjälp", known)[APART]] == [False, True]


def test_a_deed_is_what_is_done(known: Lexicon) -> None:
    assert read("läsning", known)[DONE] == [{"las", "laser"}]


def test_a_slip_is_forgiven_where_nobody_has_written_so(known: Lexicon) -> None:
    assert read("läxhjlp", known)[SLIP] == [{"laxhjalp"}]
    assert SLIP not in read("läxhjälp", known)
    assert SLIP not in read("hst", known)


def test_a_compound_with_a_slip_is_read_too(known: Lexicon) -> None:
    first, last = read("skolahjläp", known).get(SLIP, [set(), set()])
    assert "skolan" in first
    assert "hjalp" in last


def test_small_words_mean_nothing_unless_they_are_all_there_is(known: Lexicon) -> None:
    assert [word.typed for word in meaning("hjälp i och med skolan", known)] == ["hjälp", "skolan"]
    assert [word.typed for word in meaning("i och", known)] == ["i", "och"]
    assert meaning("!", known) == ()


def test_what_found_nothing_is_taken_apart(known: Lexicon) -> None:
    words = meaning("elevhjälp", known)
    assert [word.typed for word in taken_apart(words, known)] == ["elev", "hjalp"]
