"""The vision is read with its ledger and how it was made; drafts are laid side by side."""

import pytest
from django.utils import translation

from ledstjarna.people.viewer import NOBODY, steward
from ledstjarna.rooms.vision import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.vision.conftest import NOW, TODAY, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafted(town: Town, voting: str) -> str:
    """The ref of a vision with an area and two versions, its round at gathering."""
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    ref = round_of(voting).vision.node.ref
    actions.keep_version(ref=ref, note="Empty", viewer=town.director, now=NOW)
    actions.add_area(
        ref=ref, title="Öppna hamnen", text="Havet är för alla", title_en="The open harbour",
        text_en="The sea is for all", statements=[statements_of(voting)[0]], viewer=town.director, now=NOW,
    )  # fmt: skip
    actions.keep_version(ref=ref, note="Harbour", viewer=town.director, now=NOW)
    return ref


def endorsed(town: Town, ref: str) -> None:
    round_ = round_of_vision(ref)
    actions.advance(ref=round_, viewer=town.director, now=NOW)
    for member in (town.member, town.rival):
        actions.endorse(ref=ref, stance="for", words="We stand here", viewer=member, now=NOW)


def round_of_vision(ref: str) -> str:
    return reads.drafting(ref=ref, viewer=steward("", TODAY)).round_ref


def test_an_area_is_read_in_the_readers_language(town: Town, drafted: str) -> None:
    with translation.override("sv"):
        assert reads.vision(ref=drafted, viewer=town.staff[0], now=NOW).areas[0].title == "Öppna hamnen"
    with translation.override("en"):
        english = reads.vision(ref=drafted, viewer=town.staff[0], now=NOW).areas[0]
    assert (english.title, english.text, english.lang) == ("The open harbour", "The sea is for all", "en")


def test_parties_that_have_not_spoken_stand_in_the_ledger_too(town: Town, drafted: str) -> None:
    ledger = reads.vision(ref=drafted, viewer=town.staff[0], now=NOW).ledger
    assert [(word.party, word.stance) for word in ledger] == [("Forest party", ""), ("Harbour party", "")]


def test_unanimity_is_stated_when_every_party_is_for(town: Town, drafted: str) -> None:
    endorsed(town, drafted)
    assert reads.vision(ref=drafted, viewer=town.staff[0], now=NOW).unanimous
    actions.ask_again(ref=drafted, elected_on=TODAY, viewer=town.director, now=NOW)
    assert reads.vision(ref=drafted, viewer=town.staff[0], now=NOW).unanimous


def test_the_decided_vision_is_what_residents_meet_first(town: Town, drafted: str) -> None:
    endorsed(town, drafted)
    actions.decide(
        ref=round_of_vision(drafted), decided_on=TODAY, reference="KF 1", votes_for=60, votes_against=1,
        abstained=0, viewer=town.registrar, now=NOW,
    )  # fmt: skip
    assert reads.latest(viewer=NOBODY) == drafted
    page = reads.vision(ref=drafted, viewer=NOBODY, now=NOW)
    assert (page.reference, page.votes_for, page.made is not None) == ("KF 1", 60, True)


def test_two_versions_are_laid_side_by_side(town: Town, drafted: str) -> None:
    page = reads.versions(ref=drafted, viewer=town.director)
    assert (page.first.note, page.second.note) == ("Empty", "Harbour")
    assert [(one.left_title, one.right_title, one.same) for one in page.areas] == [
        ("", "Öppna hamnen", False)
    ]


def test_T5_the_drafting_desk_is_missing_for_those_who_do_not_draft(town: Town, drafted: str) -> None:
    for viewer in (NOBODY, town.staff[0], town.member):
        with pytest.raises(Missing):
            reads.drafting(ref=drafted, viewer=viewer)


def test_a_form_for_an_area_begins_with_what_stands_there(town: Town, voting: str, drafted: str) -> None:
    area = reads.vision(ref=drafted, viewer=town.director, now=NOW).areas[0]
    desk = reads.drafting(ref=drafted, viewer=town.director, part=area.ref)
    assert desk.values["title"] == "Öppna hamnen"
    assert desk.values["statements"] == [statements_of(voting)[0]]
