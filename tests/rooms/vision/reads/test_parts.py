"""Areas, shifts and endorsements on pages of their own."""

import pytest

from ledstjarna.rooms.vision import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def vision(town: Town, voting: str) -> str:
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    return round_of(voting).vision.node.ref


def test_an_area_hangs_between_the_vision_and_its_statements(town: Town, voting: str, vision: str) -> None:
    first = statements_of(voting)[0]
    ref = actions.add_area(
        ref=vision, title="Harbour", text="x", title_en="", text_en="", statements=[first],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    page = reads.area(ref=ref, viewer=town.staff[0])
    assert [spot.ref for spot in page.why] == [vision, ref]
    assert {one.spot.ref for one in page.neighbours} == {vision, first}
    assert page.may_change is False
    assert reads.area(ref=ref, viewer=town.director).may_change
    with pytest.raises(Missing):
        reads.shift(ref=ref, viewer=town.director)


def test_a_shift_is_read_from_what_to_what(town: Town, vision: str) -> None:
    ref = actions.add_shift(
        ref=vision, origin="for", goal="with", origin_en="", goal_en="", statements=[],
        viewer=town.director, now=NOW,
    )  # fmt: skip
    assert reads.shift(ref=ref, viewer=town.staff[0]).title == "for → with"


def test_an_endorsement_is_read_in_the_party_s_own_words(town: Town, voting: str, vision: str) -> None:
    actions.add_area(
        ref=vision, title="x", text="x", title_en="", text_en="", statements=[], viewer=town.director, now=NOW
    )
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    said = actions.endorse(ref=vision, stance="for", words="We stand here", viewer=town.member, now=NOW)
    page = reads.endorsement(ref=said, viewer=town.staff[0])
    assert page.word is not None
    assert (page.text, page.word.spokesperson) == ("We stand here", "member Test")
