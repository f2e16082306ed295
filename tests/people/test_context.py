"""What every page's frame is given."""

import pytest

from ledstjarna.people import context
from ledstjarna.people.viewer import NOBODY, Held, Viewer, steward
from tests.fixtures.city import NOW


def holding(role: str) -> Viewer:
    return Viewer(1, "Kim", True, (Held(role, None, None, None),), frozenset(), None, frozenset())


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/", "/en/"),
        ("/rounds/?page=2", "/en/rounds/?page=2"),
        ("/en/", "/"),
        ("/en/rounds/", "/rounds/"),
        ("/en", "/"),
    ],
)
def test_the_same_page_is_one_click_away_in_the_other_language(path: str, other: str) -> None:
    assert context.other_language(path) == other


def test_one_way_at_most_is_marked_as_here() -> None:
    for path in ("/", "/rounds/", "/rounds/abc/vote/", "/thread/loose/", "/nowhere/"):
        assert sum(bool(way["current"]) for way in context.ways(path, viewer=steward("", NOW.date()))) <= 1


def test_a_way_behind_more_stays_there_and_is_marked_where_one_is(db: None) -> None:
    def found(path: str) -> dict[object, tuple[object, object]]:
        ways = context.ways(path, viewer=steward("", NOW.date()))
        return {way["url"]: (way["aside"], way["current"]) for way in ways}

    assert found("/")["/thread/loose/"] == (True, False)
    assert found("/thread/loose/")["/thread/loose/"] == (True, True)


def test_some_ways_are_for_those_who_are_signed_in() -> None:
    open_, all_ = (len(context.ways("/", viewer=one)) for one in (NOBODY, steward("", NOW.date())))
    assert open_ < all_


def test_J6_the_day_of_a_city_director_begins_on_monday_s_page_and_stands_first_in_the_masthead() -> None:
    for role in ("city_director", "director"):
        assert context.begins_at(holding(role)) == "/monday/"
        assert context.ways("/", viewer=holding(role))[0]["url"] == "/monday/"
    assert context.begins_at(holding("employee")) == ""
    assert context.ways("/", viewer=holding("employee"))[0]["url"] != "/monday/"
    assert context.begins_at(NOBODY) == ""
