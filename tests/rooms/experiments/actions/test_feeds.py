"""Other cities' lessons come in as plain words, marked as theirs, and go when they go there."""

from datetime import timedelta
from typing import Any

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.plumbing.feeds import Entry
from ledstjarna.plumbing.fetch import Unfetched
from ledstjarna.plumbing.models import Job
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.actions import feed_job, feeds
from ledstjarna.rooms.experiments.models import Feed
from ledstjarna.thread import search
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Refused
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


def test_T15_administrators_alone_name_a_city_and_by_https(city: SmallCity, keeper: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        actions.add_feed(name="Lund", url=URL, viewer=city.viewer("city_director"), now=NOW)
    for url in ("http://lund.test/", "https://me@lund.test/", "https:///", "https://[x", "lund.test"):
        with pytest.raises(Refused):
            actions.add_feed(name="Lund", url=url, **keeper)
    assert Feed.objects.count() == 0


def test_a_feed_is_read_by_the_worker_once_and_then_each_day(lund: str, keeper: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        actions.add_feed(name="Lund", url=URL, **keeper)
    assert Job.objects.count() == 1
    feeds.tick(NOW + timedelta(hours=1))
    assert Job.objects.count() == 1
    Job.objects.all().delete()
    feeds.tick(NOW + timedelta(hours=25))
    feeds.tick(NOW + timedelta(hours=25))
    assert Job.objects.count() == 1


def test_what_another_city_has_learnt_is_found_and_marked_as_theirs(city: SmallCity, lund: str) -> None:
    actions.keep_feed(ref=lund, entries=[ONE, OTHER], trouble="", now=NOW)
    assert told(city, "missade besöken") == ["Ring kvällen innan"]
    (row,) = reads.find(viewer=city.viewer("employee"), now=NOW, query="missade besök").rows
    assert (row.where, row.theirs, row.state) == ("Lund", True, "theirs")
    page = reads.foreign(ref=row.spot.ref, viewer=city.viewer("employee"))
    assert (page.city, page.text, page.url) == ("Lund", "Färre missade besök", "https://lund.test/1")
    with pytest.raises(Missing):
        reads.foreign(ref=row.spot.ref, viewer=NOBODY)


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


def test_a_city_that_is_dropped_is_found_no_longer_and_may_come_back(
    city: SmallCity, lund: str, keeper: dict[str, Any]
) -> None:
    actions.keep_feed(ref=lund, entries=[ONE], trouble="", now=NOW)
    with pytest.raises(Refused):
        actions.drop_feed(ref=lund, viewer=city.viewer("employee"), now=NOW)
    actions.drop_feed(ref=lund, **keeper)
    assert (told(city, "kvällen"), reads.cities(viewer=keeper["viewer"]).rows) == ([], ())
    actions.keep_feed(ref=lund, entries=[ONE], trouble="", now=NOW)  # a job that was on its way
    assert told(city, "kvällen") == []
    assert actions.add_feed(name="Lunds kommun", url=URL, **keeper) == lund


def test_cities_are_shown_to_administrators_alone(city: SmallCity, lund: str) -> None:
    with pytest.raises(Missing):
        reads.cities(viewer=city.viewer("director"))


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
