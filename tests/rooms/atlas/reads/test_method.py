"""How each dial is counted, in words."""

import pytest

from ledstjarna.rooms.atlas.reads.measured import measured
from ledstjarna.rooms.atlas.reads.method import method
from ledstjarna.rooms.atlas.rules import DIALS
from tests.rooms.atlas.conftest import NOW, Sky, colleague


@pytest.mark.parametrize("name", DIALS)
def test_each_dial_says_its_question_what_it_counts_and_when_that_holds(sky: Sky, name: str) -> None:
    found = method(measured(colleague(), NOW), name)
    assert found.question.endswith("?")
    assert found.counted
    assert found.holds


def test_the_rule_of_whose_acts_are_counted_is_published(sky: Sky) -> None:
    words = method(measured(colleague(), NOW), "leadership").whom
    assert words.startswith(
        "Counted are the own acts of elected members, the city director and the directors"
    )
    assert words.endswith("Nobody else is ever counted, and nobody is named.")


def test_how_evenly_it_reaches_is_told(sky: Sky) -> None:
    area = sky.node("area", "Area", ("belongs_to", sky.vision()))
    for number in range(2):
        board = sky.node("board", f"Board {number}")
        unit = sky.node("unit", f"Unit {number}", ("answers_to", board))
        if number:
            sky.node("unit_plan", "Plan", ("serves", area), home=unit.pk)
    assert "0.50 of 1" in method(measured(colleague(), NOW), "all-in").more


def test_how_long_to_the_first_deed_is_told_with_its_interval(sky: Sky) -> None:
    assert method(measured(colleague(), NOW), "endurance").more == ""
    goals = [sky.node("board_goal", f"Goal {number}", days_ago=400) for number in range(8)]
    words = method(measured(colleague(), NOW), "endurance").more
    assert words == "Half of what was begun has not yet had a first deed (Kaplan–Meier)."
    for number, goal in enumerate(goals):
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=390 - number * 10)
    words = method(measured(colleague(), NOW), "endurance").more
    assert words.startswith("Half of what was begun had its first deed within 40 days, likely between ")


def test_how_long_from_deed_to_telling_is_told_where_there_is_enough(sky: Sky) -> None:
    goal = sky.node("board_goal", "Goal", days_ago=400)
    for number in range(6):
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=100)
    assert method(measured(colleague(), NOW), "story").more == ""
    sky.node("outlook", "Told", ("informs", goal), days_ago=80)
    words = method(measured(colleague(), NOW), "story").more
    assert words == "Half of what was told of was told within 20 days."
