"""Statements are found, near ones are shown while typing, and moderation is for those who moderate."""

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions, reads
from tests.rooms.vision.conftest import NOW, SEEDS, Town, statements_of

pytestmark = pytest.mark.django_db


def test_a_statement_near_in_words_is_shown_while_typing(town: Town, voting: str) -> None:
    page = reads.near(ref=voting, viewer=town.staff[0], text="An open harbour for everybody, all of the year")
    assert [one.text for one in page.rows] == [SEEDS[0]]


def test_something_new_is_near_to_nothing(town: Town, voting: str) -> None:
    assert reads.near(ref=voting, viewer=town.staff[0], text="Faster permits for small firms").rows == ()


def test_the_search_finds_within_the_round(town: Town, voting: str) -> None:
    page = reads.statements(ref=voting, viewer=town.staff[0], query="swim")
    assert [row.text for row in page.rows] == [SEEDS[1]]
    assert page.total == 1


def test_a_waiting_statement_is_seen_by_those_who_moderate(town: Town, voting: str) -> None:
    said = actions.say(ref=voting, text="Trams to the beach", lang="en", viewer=NOBODY, now=NOW)
    assert said in {row.ref for row in reads.statements(ref=voting, viewer=town.director).rows}
    for other in (NOBODY, town.staff[0]):
        assert said not in {row.ref for row in reads.statements(ref=voting, viewer=other).rows}


def test_a_page_beyond_the_last_is_the_last(town: Town, voting: str) -> None:
    page = reads.statements(ref=voting, viewer=town.staff[0], number=99)
    assert (page.number, page.pages, len(page.rows)) == (1, 1, 3)


def test_the_statement_page_holds_its_counts_when_enough_have_voted(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    assert not reads.statement(ref=first, viewer=town.staff[0]).enough
    for viewer in town.staff:
        actions.cast(ref=voting, statement=first, choice=1, viewer=viewer, now=NOW)
    actions.count(now=NOW)
    page = reads.statement(ref=first, viewer=town.staff[0])
    assert page.total is not None
    assert page.total.agree == 40
    assert page.may_moderate is False
