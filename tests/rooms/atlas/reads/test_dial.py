"""What a dial was counted from: rows, places, and enough to count it again."""

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.rooms.atlas.rules import DIALS
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def page(name: str = "all-in", **more: object) -> reads.DialPage:
    return reads.dial_page(name=name, viewer=colleague(), now=NOW, **more)  # type: ignore[arg-type]


def boards(sky: Sky) -> tuple[Node, Node]:
    """Two boards with a goal that leads to the vision, and one that does not."""
    area = sky.node("area", "Area", ("belongs_to", sky.vision()))
    beta, alpha = (sky.node("board", title, days_ago=500) for title in ("Beta", "Alpha"))
    for board in (beta, alpha):
        sky.node("board_goal", f"Hung by {board.title}", ("serves", area), ("given_to", board), days_ago=300)
    sky.node("board_goal", "Adrift", ("given_to", alpha), days_ago=300)
    return beta, alpha


def test_the_rows_are_those_that_were_counted_with_what_does_not_hold_first(sky: Sky) -> None:
    boards(sky)
    found = page()
    assert found.total == found.dial.total == 6
    assert [(row.spot.title, row.holds) for row in found.rows] == [
        ("Adrift", False),
        ("Alpha", False),
        ("Beta", False),
        ("Area", True),
        ("Hung by Alpha", True),
        ("Hung by Beta", True),
    ]
    assert found.rows[0].why == "no path to the vision"
    assert (found.rows[0].place or found.rows[1].spot).title == "Alpha"


def test_one_place_can_be_opened_and_only_what_does_not_hold(sky: Sky) -> None:
    _beta, alpha = boards(sky)
    found = page(place=alpha.ref)
    assert {row.spot.title for row in found.rows} == {"Adrift", "Alpha", "Hung by Alpha"}
    assert found.only is not None
    assert found.only.title == "Alpha"
    assert {row.spot.title for row in page(place=alpha.ref, waiting=True).rows} == {"Adrift", "Alpha"}


def test_places_come_in_order_of_name_never_of_number(sky: Sky) -> None:
    boards(sky)
    for board in Node.objects.filter(kind="board"):
        goal = sky.node("board_goal", "Old", ("given_to", board), days_ago=300)
        for _ in range(6 if board.title == "Beta" else 1):
            sky.node("talk", "Talk", ("follows_up", goal), days_ago=60)
    parts = page("story").parts
    assert [(one.spot.title, one.hits, one.total) for one in parts] == [("Alpha", 0, 1), ("Beta", 0, 6)]
    assert parts[1].words == "6 dialogues and other deeds, nothing told yet."


@pytest.mark.parametrize("name", DIALS)
def test_each_dial_can_be_counted_again_from_its_rows(sky: Sky, name: str) -> None:
    _beta, alpha = boards(sky)
    for number in range(8):
        goal = sky.node("board_goal", f"Goal {number}", ("given_to", alpha), days_ago=200 + 10 * number)
        sky.node("talk", f"Talk {number}", ("follows_up", goal), days_ago=150 - 15 * number)
    sky.node("outlook", "Told", ("informs", alpha), days_ago=90)
    sheet = reads.dial_rows(name=name, viewer=colleague(), now=NOW)
    dial = page(name).dial
    assert len(sheet.moments) == len(dial.months) == 13
    for place, month in enumerate(dial.months):
        totals = sum(row.counted[place] == "1" for row in sheet.rows)
        hits = sum(row.held[place] == "1" for row in sheet.rows)
        assert (hits, totals) == (month.hits, month.total)


def test_long_lists_come_in_pages(sky: Sky) -> None:
    vision = sky.vision()
    for number in range(31):
        sky.area(f"Area {number:02}", vision)
    assert (page().pages, len(page(number=2).rows), page(number=9).number) == (2, 1, 2)


def test_T5_an_unknown_dial_or_place_is_not_there_and_nothing_is_for_a_resident(sky: Sky) -> None:
    unit = sky.node("unit", "Unit")
    for asked in (
        {"name": "haste"},
        {"name": "story", "place": "nowhere"},
        {"name": "story", "place": unit.ref},
    ):
        with pytest.raises(Missing):
            page(**asked)
    for ask in (reads.dial_page, reads.dial_rows):
        with pytest.raises(Missing):
            ask(name="story", viewer=NOBODY, now=NOW)


@pytest.mark.parametrize("name", DIALS)
def test_a_city_with_nothing_in_it_yet_has_its_pages(sky: Sky, name: str) -> None:
    found = page(name)
    assert (found.rows, found.parts, found.dial.value) == ((), (), None)
