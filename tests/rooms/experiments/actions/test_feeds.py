"""Other cities' lessons come in as plain words, marked as theirs, and go when they go there."""

from datetime import timedelta
from typing import Any

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.plumbing.feeds import Entry
from ledstjarna.plumbing.models import Job
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.actions import feeds
from ledstjarna.rooms.experiments.models import Feed
from ledstjarna.thread import search
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
    feeds.ask_feeds(NOW + timedelta(hours=1))
    assert Job.objects.count() == 1
    Job.objects.all().delete()
    feeds.ask_feeds(NOW + timedelta(hours=25))
    feeds.ask_feeds(NOW + timedelta(hours=25))
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
