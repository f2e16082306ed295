"""The worker's errand to another city asks listed hosts alone, and says what stopped it."""

from typing import Any

import pytest

from ledstjarna.plumbing.feeds import Entry
from ledstjarna.plumbing.fetch import Unfetched
from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.actions import feed_job
from ledstjarna.rooms.experiments.models import Feed
from ledstjarna.thread import search
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


def fetched(monkeypatch: pytest.MonkeyPatch, body: bytes | str) -> list[frozenset[str]]:
    asked: list[frozenset[str]] = []

    def fetch(url: str, *, hosts: frozenset[str]) -> bytes:
        asked.append(hosts)
        if isinstance(body, str):
            raise Unfetched(body)
        return body

    monkeypatch.setattr(feed_job, "fetch", fetch)
    return asked


FEED = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Ring innan"}]}'


@pytest.mark.parametrize(
    ("body", "titles", "trouble"),
    [(FEED, ["Ring innan"], ""), (b"<html>", [], "feed"), ("moved", [], "moved")],
)
def test_the_errand_fetches_reads_and_hands_over(
    city: SmallCity,
    lund: str,
    monkeypatch: pytest.MonkeyPatch,
    body: bytes | str,
    titles: list[str],
    trouble: str,
) -> None:
    asked = fetched(monkeypatch, body)
    feed_job.read_feed.call(lund, NOW.isoformat())
    assert (told(city, "ring innan"), Feed.objects.get().trouble) == (titles, trouble)
    assert asked == [frozenset({"lund.test"})]


def test_T15_a_feed_that_was_dropped_is_not_asked_and_its_host_is_not_listed(
    lund: str, keeper: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = fetched(monkeypatch, FEED)
    actions.drop_feed(ref=lund, **keeper)
    assert (feed_job.read_feed.call(lund, NOW.isoformat()), asked, feed_job.listed()) == ("", [], frozenset())
