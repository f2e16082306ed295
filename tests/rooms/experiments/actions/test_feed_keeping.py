"""What is kept of another city follows what is told there."""

from typing import Any

import pytest

from ledstjarna.plumbing.feeds import Entry
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.thread import search
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity

URL = "https://lund.test/lessons/feed.json"
ONE = Entry("1", "https://lund.test/1", "Ring kvällen innan", "Färre missade besök", NOW)
OTHER = Entry("2", "", "Tyst rum i skolan", "Färre bråk", None)


@pytest.fixture
def keeper(city: SmallCity) -> dict[str, Any]:
    return {"viewer": city.viewer("administrator"), "now": NOW}


@pytest.fixture
def lund(keeper: dict[str, Any]) -> str:
    return actions.add_feed(name="Lund", url=URL, **keeper)


def told(city: SmallCity, query: str) -> list[str]:
    return [spot.title for spot in search.search(query=query, viewer=city.viewer("employee")).spots]


def test_what_is_changed_there_changes_here_and_what_is_gone_there_is_gone_here(
    city: SmallCity, lund: str
) -> None:
    actions.keep_feed(ref=lund, entries=[ONE, OTHER], trouble="", now=NOW)
    changed = Entry("1", "", "Ring på morgonen", "Annat", NOW)
    actions.keep_feed(ref=lund, entries=[changed], trouble="", now=NOW)
    assert (told(city, "kvällen"), told(city, "morgonen"), told(city, "färre bråk")) == (
        [],
        ["Ring på morgonen"],
        [],
    )
    assert Node.objects.filter(kind="foreign").count() == 2
    actions.keep_feed(ref=lund, entries=[changed, OTHER], trouble="", now=NOW)
    assert told(city, "tyst rum") == ["Tyst rum i skolan"]


def test_a_feed_that_could_not_be_read_keeps_what_was_and_says_why(
    city: SmallCity, lund: str, keeper: dict[str, Any]
) -> None:
    actions.keep_feed(ref=lund, entries=[ONE], trouble="", now=NOW)
    for trouble in ("address", "busy", "feed", "host", "https", "moved", "name", "size", "status", "time"):
        actions.keep_feed(ref=lund, entries=None, trouble=trouble, now=NOW)
        (row,) = reads.cities(viewer=keeper["viewer"]).rows
        assert (row.lessons, row.trouble not in {"", trouble}) == (1, True)
    assert told(city, "kvällen") == ["Ring kvällen innan"]
