"""A voter meets one statement at a time and nobody else's votes."""

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions, reads
from tests.rooms.vision.conftest import NOW, Town, statements_of

pytestmark = pytest.mark.django_db


def test_a_voter_is_offered_a_statement_not_yet_answered(town: Town, voting: str) -> None:
    answered = statements_of(voting)[0]
    actions.cast(ref=voting, statement=answered, choice=1, viewer=town.staff[0], now=NOW)
    page = reads.ballot(ref=voting, viewer=town.staff[0], now=NOW)
    assert page.offered is not None
    assert page.offered.ref != answered
    assert (page.seen, page.total) == (1, 3)


def test_a_voter_who_has_answered_all_is_offered_nothing(town: Town, voting: str) -> None:
    for statement in statements_of(voting):
        actions.cast(ref=voting, statement=statement, choice=0, viewer=town.staff[0], now=NOW)
    page = reads.ballot(ref=voting, viewer=town.staff[0], now=NOW)
    assert (page.offered, page.share) == (None, 1.0)


def test_one_may_come_back_to_a_statement_to_change_ones_mind(town: Town, voting: str) -> None:
    first = statements_of(voting)[0]
    actions.cast(ref=voting, statement=first, choice=-1, viewer=town.staff[0], now=NOW)
    page = reads.ballot(ref=voting, viewer=town.staff[0], now=NOW, statement=first)
    assert page.offered is not None
    assert (page.offered.ref, page.offered.mine) == (first, -1)


def test_T2_each_sees_their_own_answers_alone(town: Town, voting: str) -> None:
    actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[0], now=NOW)
    for other in (town.staff[1], town.director, town.registrar, NOBODY):
        assert reads.ballot(ref=voting, viewer=other, now=NOW).said == ()
    assert len(reads.ballot(ref=voting, viewer=town.staff[0], now=NOW).said) == 1


def test_the_same_ballot_is_met_on_another_device(town: Town, voting: str) -> None:
    actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=town.staff[0], now=NOW)
    assert reads.ballot(ref=voting, viewer=town.staff[0], now=NOW, token="another").seen == 1


def test_a_resident_votes_without_being_verified(voting: str) -> None:
    page = reads.ballot(ref=voting, viewer=NOBODY, now=NOW)
    assert (page.may_vote, page.unverified, page.offered is not None) == (True, True, True)
