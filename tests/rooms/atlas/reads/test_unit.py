"""A unit's line of sight."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.atlas import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def place(sky: Sky) -> Node:
    return sky.node("unit", "Home care")


def test_the_share_that_leads_to_the_vision_the_share_that_lives_and_the_weakest_link(sky: Sky) -> None:
    unit = place(sky)
    team = sky.node("unit", "Team", ("part_of", unit))
    goal = sky.node("board_goal", "Goal", ("serves", sky.area("Area", sky.vision())))
    plan = sky.node("unit_plan", "Plan", ("serves", goal), home=unit.pk)
    sky.node("unit_plan", "Team plan", ("serves", goal), home=team.pk)
    sky.node("unit_plan", "Loose plan", home=team.pk)
    sky.node("unit_plan", "Elsewhere", ("serves", goal), home=place(sky).pk)
    sky.node("talk", "We met", ("follows_up", plan), days_ago=10)
    page = reads.line_of_sight(ref=unit.ref, viewer=colleague(), now=NOW)
    assert (page.total, page.leading, page.lively, page.hanging) == (3, 2, 1, 2)
    assert page.weakest is not None
    assert page.weakest.title == "Goal"
    rows = {row.spot.title: (row.leads, row.done) for row in page.rows}
    assert rows["Plan"] == (True, NOW - timedelta(days=10))
    assert rows["Loose plan"] == (False, None)


def test_a_unit_without_anything_of_its_own_says_so(sky: Sky) -> None:
    page = reads.line_of_sight(ref=place(sky).ref, viewer=colleague(), now=NOW)
    assert (page.total, page.weakest, page.rows) == (0, None, ())


def test_what_is_no_unit_has_no_line_of_sight(sky: Sky) -> None:
    with pytest.raises(Missing):
        reads.line_of_sight(ref=sky.vision().ref, viewer=colleague(), now=NOW)
