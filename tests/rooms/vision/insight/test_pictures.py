"""What the engine sees in a round, and what is held back."""

import numpy as np
import pytest

from ledstjarna.rooms.vision import actions, insight
from ledstjarna.thread import memory
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db


def vote(town: Town, ref: str, *, voters: slice, slot: int, choice: int) -> None:
    statement = statements_of(ref)[slot]
    for viewer in town.staff[voters]:
        actions.cast(ref=ref, statement=statement, choice=choice, viewer=viewer, now=NOW)


def seen(ref: str) -> insight.Picture:
    memory.forget()
    return insight.picture(round_=round_of(ref), origin="staff")


def test_an_empty_round_is_a_picture_of_nobody(voting: str) -> None:
    assert (seen(voting).voters, seen(voting).votes, seen(voting).unites) == (0, 0, ())


def test_the_counts_of_a_statement_are_those_of_the_ballots(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 30), slot=0, choice=1)
    vote(town, voting, voters=slice(30, 40), slot=0, choice=-1)
    actions.count(now=NOW)
    total = insight.total(seen(voting), 0)
    assert (total.agree, total.disagree, total.passed, total.seen) == (30, 10, 0, 40)


def test_a_vote_on_a_joined_statement_counts_for_the_one_that_remains(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 20), slot=1, choice=1)
    vote(town, voting, voters=slice(10, 40), slot=0, choice=-1)
    actions.count(now=NOW)
    first, second, _ = statements_of(voting)
    actions.merge(ref=second, into=first, viewer=town.director, now=NOW)
    picture = seen(voting)
    total = insight.total(picture, picture.slots.index(0))
    assert (total.agree, total.disagree) == (10, 30)
    assert 1 not in picture.slots


def test_a_statement_taken_out_is_in_no_picture(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 40), slot=0, choice=1)
    actions.count(now=NOW)
    actions.moderate(ref=statements_of(voting)[0], standing="out", reason="x", viewer=town.director, now=NOW)
    assert 0 not in seen(voting).slots


def test_T3_no_cell_with_fewer_than_seven_is_shown_nor_left_by_subtraction(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 12), slot=0, choice=1)
    vote(town, voting, voters=slice(0, 33), slot=1, choice=1)
    actions.count(now=NOW)
    picture = seen(voting)
    for column in range(len(picture.slots)):
        for partition in picture.seen.counts:
            cells = [cell for cell in insight.cells(picture, column) if cell.partition == partition]
            left = insight.total(picture, column).seen - sum(cell.seen for cell in cells if cell.shown)
            assert all(cell.seen >= 7 for cell in cells if cell.shown)
            assert left == 0 or left >= 7 or not any(cell.shown for cell in cells)


def test_no_square_of_the_map_holds_fewer_than_seven(town: Town, voting: str) -> None:
    for slot, choice in ((0, 1), (1, 1), (2, -1)):
        vote(town, voting, voters=slice(0, 40), slot=slot, choice=choice)
    actions.count(now=NOW)
    assert all(people >= 7 for dots in seen(voting).dots for _, _, people in dots)


def test_the_picture_after_a_restart_is_the_same_to_the_bit(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 40), slot=0, choice=1)
    vote(town, voting, voters=slice(0, 25), slot=1, choice=-1)
    actions.count(now=NOW)
    one, other = seen(voting), seen(voting)
    assert one is not other
    assert np.array_equal(one.seen.position, other.seen.position)
    assert one.unites == other.unites


def test_the_picture_is_kept_until_more_is_counted(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 40), slot=0, choice=1)
    actions.count(now=NOW)
    round_ = round_of(voting)
    first = insight.picture(round_=round_, origin="staff")
    assert insight.picture(round_=round_, origin="staff") is first


def test_residents_are_counted_apart_from_the_staff(town: Town, voting: str) -> None:
    vote(town, voting, voters=slice(0, 20), slot=0, choice=1)
    actions.count(now=NOW)
    assert insight.picture(round_=round_of(voting), origin="public").voters == 0
    assert seen(voting).voters == 20
