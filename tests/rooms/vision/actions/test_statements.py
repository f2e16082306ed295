"""Statements are said, moderated with a reason, and joined without touching a ballot."""

from collections.abc import Callable

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Ballot, Statement
from ledstjarna.thread import reads
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.vision.conftest import NOW, SEEDS, Town, statements_of

pytestmark = pytest.mark.django_db
TEXT = "Libraries stay open until ten in the evening"


def test_what_an_employee_says_is_voted_on_at_once(town: Town, voting: str) -> None:
    ref = actions.say(ref=voting, text=f"  {TEXT}\n ", lang="en", viewer=town.staff[0], now=NOW)
    made = Statement.objects.get(node__ref=ref)
    assert (made.text, made.standing, made.slot, made.node.lang) == (TEXT, "in", 3, "en")


def test_the_log_does_not_tell_who_said_what(town: Town, voting: str) -> None:
    actions.say(ref=voting, text=TEXT, lang="en", viewer=town.staff[0], now=NOW)
    assert Fact.objects.get(verb="vision.said").who is None


def test_what_a_resident_says_waits_to_be_looked_at_and_is_not_shown(town: Town, voting: str) -> None:
    ref = actions.say(ref=voting, text=TEXT, lang="en", viewer=NOBODY, now=NOW)
    assert Statement.objects.get(node__ref=ref).standing == "waiting"
    with pytest.raises(Missing):
        reads.node(ref=ref, viewer=NOBODY)
    actions.moderate(ref=ref, standing="in", reason="", viewer=town.director, now=NOW)
    assert reads.node(ref=ref, viewer=NOBODY).title == TEXT


def test_the_very_same_words_are_voted_on_instead_of_repeated(town: Town, voting: str) -> None:
    with pytest.raises(Refused, match="already said"):
        actions.say(ref=voting, text=SEEDS[0].upper(), lang="en", viewer=town.staff[0], now=NOW)


def test_nothing_is_taken_out_without_a_reason(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    with pytest.raises(Refused, match="why"):
        actions.moderate(ref=first, standing="out", reason="", viewer=town.director, now=NOW)
    actions.moderate(ref=first, standing="out", reason="Names a person", viewer=town.director, now=NOW)
    assert Statement.objects.get(node__ref=first).reason == "Names a person"


def test_a_statement_that_is_out_takes_no_votes(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    actions.moderate(ref=first, standing="out", reason="Names a person", viewer=town.director, now=NOW)
    with pytest.raises(Missing):
        actions.cast(ref=voting, statement=first, choice=1, viewer=town.staff[0], now=NOW)


def test_joining_leaves_every_ballot_as_it_was(town: Town, voting: str) -> None:
    first, second, _ = statements_of(voting)
    actions.cast(ref=voting, statement=second, choice=-1, viewer=town.staff[0], now=NOW)
    before = sorted(map(bytes, Ballot.objects.values_list("values", flat=True)))
    actions.merge(ref=second, into=first, viewer=town.director, now=NOW)
    assert sorted(map(bytes, Ballot.objects.values_list("values", flat=True))) == before
    assert Statement.objects.get(node__ref=second).merged_into == Statement.objects.get(node__ref=first)


def test_what_was_joined_with_a_statement_follows_it_into_the_next(town: Town, voting: str) -> None:
    first, second, third = statements_of(voting)
    actions.merge(ref=third, into=second, viewer=town.director, now=NOW)
    actions.merge(ref=second, into=first, viewer=town.director, now=NOW)
    assert set(
        Statement.objects.filter(merged_into__node__ref=first).values_list("node__ref", flat=True)
    ) == {
        second,
        third,
    }
    with pytest.raises(Refused, match="itself been joined"):
        actions.merge(ref=first, into=second, viewer=town.director, now=NOW)


def test_a_statement_is_not_joined_with_itself_or_across_rounds(
    town: Town, voting: str, open_round: Callable[..., str]
) -> None:
    first = statements_of(voting)[0]
    for other in (first, statements_of(open_round())[0]):
        with pytest.raises(Refused, match="same round"):
            actions.merge(ref=first, into=other, viewer=town.director, now=NOW)


def test_an_employee_does_not_moderate(town: Town, voting: str) -> None:
    with pytest.raises(Refused) as refusal:
        actions.moderate(
            ref=statements_of(voting)[0], standing="out", reason="x", viewer=town.staff[0], now=NOW
        )
    assert refusal.value.forbidden
