"""Parties speak in their own words, and the council decides."""

from collections.abc import Callable
from datetime import date

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Endorsement
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.vision.conftest import NOW, TODAY, Town, round_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(town: Town, voting: str) -> str:
    """The ref of a round where the parties are asked."""
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    actions.add_area(
        ref=round_of(voting).vision.node.ref, title="Harbour", text="x", title_en="", text_en="",
        statements=[], viewer=town.director, now=NOW,
    )  # fmt: skip
    return actions.advance(ref=voting, viewer=town.director, now=NOW)


def vision_of(ref: str) -> str:
    return round_of(ref).vision.node.ref


def decided(ref: str, town: Town) -> str:
    return actions.decide(
        ref=ref, decided_on=TODAY, reference="KF 2027 § 4", votes_for=51, votes_against=9, abstained=1,
        viewer=town.registrar, now=NOW,
    )  # fmt: skip


def test_a_member_speaks_for_the_own_party(town: Town, asked: str) -> None:
    actions.endorse(ref=vision_of(asked), stance="for", words="We stand here", viewer=town.member, now=NOW)
    said = Endorsement.objects.get()
    assert (said.party_id, said.spokesperson_id) == (town.member.party_id, town.member.person_id)


def test_a_new_word_replaces_the_old_which_is_kept(town: Town, asked: str) -> None:
    for stance in ("for", "reservation"):
        actions.endorse(ref=vision_of(asked), stance=stance, words="x", viewer=town.member, now=NOW)
    assert list(Endorsement.objects.filter(replaced_by=None).values_list("stance", flat=True)) == [
        "reservation"
    ]
    assert Endorsement.objects.count() == 2


def test_an_employee_does_not_speak_for_a_party(town: Town, asked: str) -> None:
    with pytest.raises(Refused):
        actions.endorse(ref=vision_of(asked), stance="for", words="x", viewer=town.staff[0], now=NOW)


def test_nobody_endorses_before_the_draft_is_ready(town: Town, voting: str) -> None:
    with pytest.raises(Refused):
        actions.endorse(ref=vision_of(voting), stance="for", words="x", viewer=town.member, now=NOW)


def test_the_decision_makes_the_vision_public_and_destroys_the_secret(town: Town, asked: str) -> None:
    decided(asked, town)
    closed = round_of(asked)
    assert (closed.phase, closed.secret, closed.closed_at) == ("decided", None, NOW)
    assert reads.node(ref=vision_of(asked), viewer=NOBODY).audience == "public"
    assert closed.vision.reference == "KF 2027 § 4"


def test_T2_after_the_close_nobody_finds_their_own_ballot(town: Town, asked: str) -> None:
    decided(asked, town)
    with pytest.raises(Refused):
        actions.cast(ref=asked, statement="x", choice=1, viewer=town.staff[0], now=NOW)


def test_a_decided_round_is_never_reopened(town: Town, asked: str) -> None:
    decided(asked, town)
    with pytest.raises(Refused):
        actions.reopen(ref=asked, phase="vote", reason="x", viewer=town.director, now=NOW)


def test_the_decision_is_entered_by_those_who_may_and_not_before_its_day(town: Town, asked: str) -> None:
    with pytest.raises(Refused):
        decided(asked, Town(**{**vars(town), "registrar": town.staff[0]}))
    with pytest.raises(Refused, match="to come"):
        actions.decide(
            ref=asked, decided_on=date(2028, 1, 1), reference="x", votes_for=1, votes_against=0, abstained=0,
            viewer=town.registrar, now=NOW,
        )  # fmt: skip


def test_after_an_election_the_parties_are_asked_again(town: Town, asked: str) -> None:
    actions.ask_again(ref=vision_of(asked), elected_on=date(2026, 9, 13), viewer=town.director, now=NOW)
    assert round_of(asked).vision.elected_on == date(2026, 9, 13)
    with pytest.raises(Refused, match="not been held"):
        actions.ask_again(ref=vision_of(asked), elected_on=date(2030, 9, 8), viewer=town.director, now=NOW)


def test_T5_a_vision_that_only_staff_may_see_is_missing_for_residents(
    open_round: Callable[..., str], town: Town
) -> None:
    ref = open_round()
    with pytest.raises(Missing):
        reads.node(ref=vision_of(ref), viewer=NOBODY)
