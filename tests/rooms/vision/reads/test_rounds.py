"""A round's front page, and the list of rounds."""

from collections.abc import Callable

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.vision import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.vision.conftest import NOW, Town, statements_of

pytestmark = pytest.mark.django_db


def test_residents_see_only_the_rounds_that_are_open_to_them(
    town: Town, open_round: Callable[..., str]
) -> None:
    open_, closed = open_round(public=True), open_round()
    assert [row.ref for row in reads.rounds(viewer=NOBODY).rows] == [open_]
    assert {row.ref for row in reads.rounds(viewer=town.staff[0]).rows} == {open_, closed}
    with pytest.raises(Missing):
        reads.round_page(ref=closed, viewer=NOBODY, now=NOW)


@pytest.mark.parametrize("many", [1, 3])
def test_G19_the_list_of_rounds_asks_as_often_for_three_as_for_one(
    town: Town, open_round: Callable[..., str], django_assert_num_queries: Callable[[int], object], many: int
) -> None:
    for _ in range(many):
        open_round()
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert len(reads.rounds(viewer=town.staff[0]).rows) == many


def test_what_may_be_done_is_shown_to_those_who_may(town: Town, voting: str) -> None:
    employee = reads.round_page(ref=voting, viewer=town.staff[0], now=NOW)
    director = reads.round_page(ref=voting, viewer=town.director, now=NOW)
    assert (employee.may_vote, employee.may_steer) == (True, False)
    assert director.may_steer
    assert [step.state for step in employee.steps] == ["done", "current", "to_come", "to_come", "to_come"]


def test_T3_participation_is_told_for_departments_above_the_threshold(town: Town, voting: str) -> None:
    for viewer in town.staff[:14:2]:
        actions.cast(ref=voting, statement=statements_of(voting)[0], choice=1, viewer=viewer, now=NOW)
    actions.count(now=NOW)
    page = reads.round_page(ref=voting, viewer=town.director, now=NOW)
    assert {one.label: (one.voted, one.size) for one in page.heard}["Schools"] == (7, 21)
    assert all(one.size >= 7 for one in page.heard)
