"""All words that things are found by: read once, and then only what has come since."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.thread import actions, memory
from ledstjarna.thread.lexicon import Lexicon, lexicon
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW


def told(*texts: str) -> list[Node]:
    nodes = actions.add_nodes([Node(kind="organisation", title="x") for _ in texts])
    actions.index_all(zip(nodes, texts, strict=True))
    actions.record(who=None, verb="people.founded", node=nodes[0], at=NOW)
    return nodes


@pytest.fixture
def known(db: None) -> Lexicon:
    told("Hemtjänsten besöker", "besök i hemtjänsten", "läxhjälp hjälp läxor", "får", "far")
    return lexicon()


def test_it_counts_texts_and_knows_how_words_are_written(known: Lexicon) -> None:
    assert (known.texts, known.many["hemtjanst"], known.many["far"]) == (5, 2, 2)
    assert known.spellings("far") == {"far", "får"}
    assert known.spellings("hemtja", begins=True) == {"hemtja", "hemtjä"}
    assert known.spellings("saknas") == {"saknas"}


def test_what_fewer_texts_have_tells_more(known: Lexicon) -> None:
    assert known.tells(frozenset({"laxhjalp"})) > known.tells(frozenset({"hemtjanst"})) > 0
    assert known.tells(frozenset({"saknas"})) >= known.tells(frozenset({"laxhjalp"}))


def test_it_finds_what_begins_so_contains_it_or_is_a_slip_away(known: Lexicon) -> None:
    assert known.beginning("hemtj") == {"hemtjanst", "hemtjansten"}
    assert known.containing("hjalp") == {"laxhjalp"}
    assert known.containing("tjanst") == {"hemtjanst", "hemtjansten"}
    assert known.near("hemtjsant", 2) == {"hemtjanst"}
    assert known.near("hemtjsant", 0) == frozenset()
    assert known.near("qqqqqqqq", 2) == frozenset()


def test_compounds_come_apart_to_the_last(known: Lexicon) -> None:
    assert known.apart("hemtjanstbesok") == ("hemtjanst", "besok")
    assert known.asunder("hemtjanstbesok") == ("hem", "tjanst", "besok")
    assert known.asunder("besok") == ("besok",)


def test_only_what_has_come_since_is_read(known: Lexicon) -> None:
    (node,) = told("fyrverkeri")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        grown = lexicon()
    assert len(asked) == 3
    assert (grown.texts, "fyrverkeri" in grown.many) == (6, True)
    actions.index(node, "vimplar")
    actions.record(who=None, verb="people.founded", node=node, at=NOW)
    assert {"vimplar", "fyrverkeri"} <= lexicon().spelt.keys()
    assert lexicon().texts == 6


def test_a_new_process_reads_everything_anew(known: Lexicon) -> None:
    memory.forget()
    assert lexicon() == known


@pytest.mark.django_db
def test_an_empty_city_has_no_words() -> None:
    assert (lexicon().texts, lexicon().words) == (0, ())
