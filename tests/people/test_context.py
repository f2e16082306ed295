"""What every page's frame is given."""

import pytest

from ledstjarna.people import context


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
        assert sum(bool(way["current"]) for way in context.ways(path, signed_in=True)) <= 1


def test_a_way_behind_more_comes_forward_where_one_is() -> None:
    def aside(path: str) -> set[object]:
        return {way["url"] for way in context.ways(path, signed_in=True) if way["aside"]}

    assert "/thread/loose/" in aside("/")
    assert "/thread/loose/" not in aside("/thread/loose/")


def test_some_ways_are_for_those_who_are_signed_in() -> None:
    open_, all_ = (len(context.ways("/", signed_in=known)) for known in (False, True))
    assert open_ < all_
