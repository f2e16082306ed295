"""What the votes show, told so that a person can read it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import translation

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.vision.conftest import NOW, SEEDS, Town, statements_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def voted(town: Town, voting: str) -> str:
    """Everybody agrees on the first, nobody on the second, and departments differ on the third."""
    first, second, third = statements_of(voting)
    for n, viewer in enumerate(town.staff):
        for statement, choice in ((first, 1), (second, -1), (third, 1 if n % 2 else -1)):
            actions.cast(ref=voting, statement=statement, choice=choice, viewer=viewer, now=NOW)
    actions.count(now=NOW)
    return voting


def test_what_all_agree_on_leads_and_says_how_surely(voted: str) -> None:
    with translation.override("en"):
        top = reads.unites(ref=voted, viewer=NOBODY, origin="staff").rows[0]
    assert top.text == SEEDS[0]
    assert top.share == 1.0
    assert top.sentence.startswith("At least 8")


def test_what_all_reject_is_told_apart(voted: str) -> None:
    page = reads.unites(ref=voted, viewer=NOBODY, origin="staff")
    assert [row.text for row in page.rejected] == [SEEDS[1]]


def test_what_divides_names_both_sides(voted: str) -> None:
    with translation.override("en"):
        row = reads.divides(ref=voted, viewer=NOBODY, origin="staff").rows[0]
    assert row.text == SEEDS[2]
    assert "100%" in row.sentence


def test_every_figure_opens_the_counts_behind_it(voted: str) -> None:
    row = reads.unites(ref=voted, viewer=NOBODY, origin="staff").rows[0]
    for share in row.shares:
        if share.shown:
            assert share.agree + share.disagree + share.passed == share.seen
            assert share.low <= share.share <= share.high


def test_T3_a_hidden_share_carries_no_counts(voted: str) -> None:
    rows = reads.unites(ref=voted, viewer=NOBODY, origin="staff").rows
    hidden = [share for row in rows for share in row.shares if not share.shown]
    assert all((share.agree, share.disagree, share.passed, share.seen) == (0, 0, 0, 0) for share in hidden)


def test_the_map_of_an_empty_round_asks_for_more_votes(voting: str) -> None:
    page = reads.opinion_map(ref=voting, viewer=NOBODY)
    assert not page.frame.enough


def test_residents_have_a_picture_of_their_own_that_is_said_to_be_unverified(voted: str) -> None:
    page = reads.unites(ref=voted, viewer=NOBODY, origin="public")
    assert (page.frame.voters, page.frame.unverified) == (0, True)


def test_what_too_few_have_answered_is_unknown(town: Town, voting: str) -> None:
    for viewer in town.staff[:8]:
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=viewer, now=NOW)
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    page = reads.unknown(ref=voting, viewer=town.director, now=NOW)
    assert {row.text for row in page.rows} >= {SEEDS[1], SEEDS[2]}
    assert all(row.seen < row.needed for row in page.rows if row.text != SEEDS[0])


def test_T5_figures_of_a_round_for_staff_are_missing_for_residents(
    town: Town, open_round: Callable[..., str]
) -> None:
    ref = open_round()
    for ask in (reads.opinion_map, reads.unites, reads.divides):
        with pytest.raises(Missing):
            ask(ref=ref, viewer=NOBODY)


def test_the_map_can_be_seen_as_it_was_on_the_way_here(town: Town, voting: str) -> None:
    for n, viewer in enumerate(town.staff):
        when = NOW + timedelta(days=n // 20)
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=viewer, now=when)
    actions.count(now=NOW)
    page = reads.opinion_map(ref=voting, viewer=NOBODY, origin="staff")
    assert (page.step, page.last, page.frame.voters) == (1, 1, 40)
    before = reads.opinion_map(ref=voting, viewer=NOBODY, origin="staff", step=0)
    assert (before.frame.voters, before.date) == (20, NOW.date())
    assert reads.opinion_map(ref=voting, viewer=NOBODY, origin="staff", step=99).step == 1
