"""Two versions are compared word by word."""

import pytest

from ledstjarna.rooms.vision import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.vision.conftest import NOW, Town, round_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(town: Town, voting: str) -> str:
    actions.advance(ref=voting, viewer=town.director, now=NOW)
    return round_of(voting).vision.node.ref


def area(town: Town, draft: str, text: str, ref: str = "") -> str:
    words = {"title": "Harbour", "text": text, "title_en": "", "text_en": "", "statements": []}
    if ref:
        return actions.change_area(ref=ref, viewer=town.director, now=NOW, **words)  # type: ignore[arg-type]
    return actions.add_area(ref=draft, viewer=town.director, now=NOW, **words)  # type: ignore[arg-type]


def test_what_differs_between_two_versions_is_marked_and_the_rest_is_not(town: Town, draft: str) -> None:
    ref = area(town, draft, "The sea is for all")
    actions.keep_version(ref=draft, note="One", viewer=town.director, now=NOW)
    area(town, draft, "The sea is for everybody", ref)
    actions.keep_version(ref=draft, note="Two", viewer=town.director, now=NOW)
    beside = reads.versions(ref=draft, viewer=town.director).areas[0]
    assert [(one.kind, one.text) for one in beside.left] == [("same", "The sea is for"), ("gone", "all")]
    assert [(one.kind, one.text) for one in beside.right] == [
        ("same", "The sea is for"),
        ("new", "everybody"),
    ]


def test_any_two_versions_may_be_chosen(town: Town, draft: str) -> None:
    for note in ("One", "Two", "Three"):
        actions.keep_version(ref=draft, note=note, viewer=town.director, now=NOW)
    page = reads.versions(ref=draft, viewer=town.director, first=3, second=1)
    assert (page.first.note, page.second.note) == ("Three", "One")


def test_there_is_nothing_to_compare_before_a_version_is_kept(town: Town, draft: str) -> None:
    with pytest.raises(Missing):
        reads.versions(ref=draft, viewer=town.director)
