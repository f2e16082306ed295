"""A round goes from step to step, waits, and goes back with a reason."""

from collections.abc import Callable
from datetime import date

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Ballot, Round, Statement, Turn
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.vision.conftest import NOW, SEEDS, Town, round_of, statements_of

pytestmark = pytest.mark.django_db
Open = Callable[..., str]


def test_a_round_opens_with_its_vision_its_statements_and_one_fact(town: Town, open_round: Open) -> None:
    facts = Fact.objects.count()
    ref = open_round()
    assert list(Statement.objects.order_by("slot").values_list("text", flat=True)) == list(SEEDS)
    assert round_of(ref).vision.node.title == "Town 2040"
    assert list(Fact.objects.values_list("verb", flat=True))[facts:] == ["vision.opened"]


def test_an_employee_does_not_open_rounds(town: Town) -> None:
    with pytest.raises(Refused) as refusal:
        actions.open_round(
            name="x", horizon=2040, question="x", seeds="", until=None, open_to_public=False,
            viewer=town.staff[0], now=NOW,
        )  # fmt: skip
    assert refusal.value.forbidden
    assert not Round.objects.exists()


def test_T5_a_round_for_staff_is_missing_for_residents(open_round: Open) -> None:
    with pytest.raises(Missing):
        actions.cast(ref=open_round(), statement="x", choice=1, token="b", viewer=NOBODY, now=NOW)


def test_voting_cannot_open_with_nothing_to_vote_on(town: Town, open_round: Open) -> None:
    ref = open_round()
    for statement in statements_of(ref):
        actions.moderate(ref=statement, standing="out", reason="Not now", viewer=town.director, now=NOW)
    with pytest.raises(Refused, match="nothing to vote on"):
        actions.advance(ref=ref, viewer=town.director, now=NOW)
    assert round_of(ref).phase == "collect"


def test_the_parties_are_not_asked_about_an_empty_draft(town: Town, voting: str) -> None:
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    with pytest.raises(Refused, match="nothing to endorse"):
        actions.advance(ref=voting, viewer=town.director, now=NOW)


def test_more_time_is_given_with_a_reason_that_is_kept(town: Town, voting: str) -> None:
    actions.prolong(ref=voting, until=date(2027, 5, 1), reason="Night shifts", viewer=town.director, now=NOW)
    assert round_of(voting).until == date(2027, 5, 1)
    assert list(Turn.objects.values_list("verb", "reason")) == [("vision.prolonged", "Night shifts")]


def test_an_earlier_day_is_not_more_time(town: Town, open_round: Open) -> None:
    with pytest.raises(Refused, match="later"):
        actions.prolong(ref=open_round(), until=date(2027, 3, 2), reason="x", viewer=town.director, now=NOW)


def test_a_paused_round_goes_on_where_it_was(town: Town, voting: str) -> None:
    actions.pause(ref=voting, reason="Election week", viewer=town.director, now=NOW)
    with pytest.raises(Refused):
        actions.pause(ref=voting, reason="Again", viewer=town.director, now=NOW)
    actions.resume(ref=voting, viewer=town.director, now=NOW)
    assert (round_of(voting).phase, round_of(voting).paused) == ("vote", False)


def test_a_round_goes_back_a_step_and_keeps_its_ballots(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    actions.cast(ref=voting, statement=first, choice=1, viewer=town.staff[0], now=NOW)
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    actions.reopen(ref=voting, phase="vote", reason="Too few from care", viewer=town.director, now=NOW)
    actions.cast(ref=voting, statement=first, choice=-1, viewer=town.staff[0], now=NOW)
    assert Ballot.objects.exclude(values=b"").count() == 1


def test_a_round_does_not_go_back_to_a_later_step(town: Town, voting: str) -> None:
    with pytest.raises(Refused, match="earlier step"):
        actions.reopen(ref=voting, phase="endorse", reason="x", viewer=town.director, now=NOW)


@pytest.mark.parametrize("action", [actions.advance, actions.resume])
def test_T5_those_who_may_not_steer_are_refused(town: Town, voting: str, action: Callable[..., str]) -> None:
    with pytest.raises(Refused) as refusal:
        action(ref=voting, viewer=town.staff[3], now=NOW)
    assert refusal.value.forbidden
