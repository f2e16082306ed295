"""The signal budget."""

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import actions, reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import NOW, Sky, colleague


@pytest.fixture
def unit(sky: Sky) -> Node:
    """A unit of a board that has been given two goals, and one direction that is for all."""
    whole = sky.node("organisation", "Sundhamn")
    board = sky.node("board", "Board")
    made = sky.node("unit", "Home care", ("answers_to", board))
    for title in ("Calm", "Near"):
        sky.node("board_goal", title, ("given_to", board))
    sky.node("direction", "Open", ("given_to", whole))
    return made


def capped(most: int) -> None:
    actions.cap(level="unit", most=most, viewer=colleague(role="city_director"), now=NOW)


def test_the_budget_counts_what_reaches_each_unit_and_how_many_have_more_than_enough(unit: Node) -> None:
    capped(2)
    page = reads.signals(viewer=colleague(role="city_director"))
    row = page.levels[0]
    assert (page.total, row.most, row.over, row.places, page.may_budget) == (3, 2, 1, 1, True)
    assert [(one.spot.title, one.least, one.most, one.over) for one in page.places] == [("Board", 3, 3, True)]


def test_a_stated_cost_replaces_the_first_estimate(unit: Node) -> None:
    before = {one.kind: (one.minutes, one.stated) for one in reads.signals(viewer=colleague()).costs}
    actions.estimate(kind="board_goal", minutes=600, viewer=colleague(role="city_director"), now=NOW)
    after = {one.kind: (one.minutes, one.stated) for one in reads.signals(viewer=colleague()).costs}
    assert (before["board_goal"], after["board_goal"]) == ((240, False), (600, True))
    assert after["direction"] == before["direction"]


def test_J6_to_drop_some_is_tried_without_changing_anything(unit: Node) -> None:
    goal = Node.objects.get(title="Calm")
    page = reads.signals_at(ref=unit.ref, viewer=colleague(), drop=goal.ref)
    assert (page.outcomes[0].before, page.outcomes[0].after, page.simulated) == (3, 2, True)
    assert (page.outcomes[0].hours_before, page.outcomes[0].hours_after) == (10.0, 6.0)
    assert [row.spot.title for group in page.groups for row in group.rows if row.dropped] == ["Calm"]
    again = reads.signals_at(ref=unit.ref, viewer=colleague())
    assert (again.outcomes[0].after, again.simulated) == (3, False)


def test_one_in_one_out_is_said_only_where_one_more_is_more_than_enough(unit: Node) -> None:
    board = Node.objects.get(title="Board")
    capped(4)
    assert reads.warning(kind="board_goal", ref=board.ref, viewer=colleague()).over == ()
    capped(3)
    (row,) = reads.warning(kind="board_goal", ref=board.ref, viewer=colleague()).over
    assert (row.before, row.after, row.most) == (3, 4, 3)


def test_what_is_no_place_or_not_for_the_viewer_is_not_there(sky: Sky, unit: Node) -> None:
    with pytest.raises(Missing):
        reads.signals_at(ref=Node.objects.get(title="Calm").ref, viewer=colleague())
    with pytest.raises(Missing):
        reads.signals_at(ref=unit.ref, viewer=NOBODY)
