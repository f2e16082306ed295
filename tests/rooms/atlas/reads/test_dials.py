"""A dial's figure, interval, coverage, reason and year."""

from datetime import date

import pytest
from django.utils import translation

from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.reads.dials import Dial, dial, dials, month, silence
from ledstjarna.rooms.atlas.reads.measured import measured
from tests.rooms.atlas.conftest import NOW, Sky, colleague

DAY = date(2027, 3, 1)


def one(name: str) -> Dial:
    return dial(measured(colleague(), NOW), name)


def hung(sky: Sky, many: int, loose: int = 0) -> None:
    """A vision with so many areas, and others that hang on nothing."""
    vision = sky.node("vision", "Star", days_ago=500)
    for number in range(many):
        sky.node("area", f"Area {number}", ("belongs_to", vision), days_ago=400)
    for number in range(loose):
        sky.node("area", f"Loose {number}", days_ago=400)


def test_there_are_four_in_the_order_of_the_article(sky: Sky) -> None:
    assert [each.name for each in dials(measured(colleague(), NOW))] == list(rules.DIALS)


def test_with_fewer_than_five_things_there_are_words_and_no_figure(sky: Sky) -> None:
    assert one("all-in").reason == "There is nothing to count yet."
    hung(sky, 4)
    few = one("all-in")
    assert (few.value, few.low, few.high, few.line, few.tone) == (None, None, None, "", "")
    assert few.reason == "There are 4 things to count. A figure comes when there are five."


def test_a_figure_stands_with_its_interval_and_with_what_decided(sky: Sky) -> None:
    hung(sky, 9, loose=1)
    found = one("all-in")
    assert (found.hits, found.total, found.value) == (9, 10, 90)
    assert (found.low, found.high) == (60, 98)
    assert found.reason == "1 thing has no path to the vision."
    assert found.line.startswith("M")
    assert found.year == "From 90 to 90 in 12 months"


def test_coverage_is_the_share_of_units_with_something_of_their_own(sky: Sky) -> None:
    vision = sky.vision()
    board = sky.node("board", "Board", days_ago=500)
    units = [sky.node("unit", f"Unit {number}", ("answers_to", board)) for number in range(4)]
    area = sky.node("area", "Area", ("belongs_to", vision))
    for number in range(5):
        sky.node("unit_plan", f"Plan {number}", ("serves", area), home=units[0].pk)
    found = one("all-in")
    assert found.coverage == "25\N{NO-BREAK SPACE}%"
    assert "3 of 4 units have nothing of their own yet." in found.reason


def test_a_board_that_does_much_and_tells_nothing_is_what_decides_the_story(sky: Sky) -> None:
    sky.vision()
    board = sky.node("board", "The care board", days_ago=500)
    goal = sky.node("board_goal", "Goal", ("given_to", board), days_ago=500)
    for number in range(6):
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=80)
    assert one("story").reason == "The care board: 6 dialogues and other deeds, nothing told yet."
    sky.node("outlook", "Told", ("informs", board), days_ago=70)
    found = one("story")
    assert found.reason == "The care board: 6 dialogues and other deeds, nothing told for 70 days."
    assert (found.value, found.coverage) == (100, "100\N{NO-BREAK SPACE}%")


def test_what_is_told_of_in_time_is_said_by_its_count(sky: Sky) -> None:
    board = sky.node("board", "Board", days_ago=500)
    goal = sky.node("board_goal", "Goal", ("given_to", board), days_ago=500)
    for number in range(6):
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=80)
    sky.node("outlook", "Told", ("informs", board), days_ago=5)
    assert one("story").reason == "Of 6 things done in a year, 6 have been told of."


def test_what_drifted_and_what_was_let_go_early_decide_endurance(sky: Sky) -> None:
    for number in range(5):
        goal = sky.node("board_goal", f"Goal {number}", days_ago=500)
        if number:
            sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=30)
    assert one("endurance").reason == (
        "Of 5 begun, 4 are still followed. 1 has had nothing done for it in a year."
    )


@pytest.mark.parametrize(
    ("hits", "total", "expected"), [(4, 4, None), (0, 10, 0), (5, 5, 100), (1, 3, None), (7, 9, 78)]
)
def test_a_month_has_a_figure_from_five_things_on(hits: int, total: int, expected: int | None) -> None:
    assert month(DAY, hits, total).value == expected


def test_coral_is_for_what_is_surely_low_or_has_surely_fallen_and_never_for_being_less_than_all(
    sky: Sky,
) -> None:
    hung(sky, 6, loose=1)
    assert one("all-in").tone == ""
    for number in range(40):
        sky.node("area", f"Late {number}", days_ago=20)
    assert one("all-in").tone == "asks"


def test_what_has_surely_grown_is_told_by_its_tone(sky: Sky) -> None:
    vision = sky.vision()
    for number in range(10):
        sky.node("area", f"Loose {number}", days_ago=400)
    for number in range(60):
        sky.node("area", f"Hung {number}", ("belongs_to", vision), days_ago=20)
    found = one("all-in")
    assert (found.tone, found.year) == ("grows", "From 0 to 86 in 12 months")


def test_silence_is_told_in_both_numbers_and_languages() -> None:
    assert silence(1, 71) == "1 dialogue or other deed, nothing told for 71 days."
    with translation.override("sv"):
        assert silence(6, None) == "6 dialoger och annat gjort, inget berättat än."
