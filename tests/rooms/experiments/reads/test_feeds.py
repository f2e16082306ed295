"""Which cities are read from is for administrators; what leaves the city is what everybody may read."""

from typing import Any

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.plumbing.feeds import Entry
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.thread import search
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of

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


def test_cities_are_shown_to_administrators_alone(city: SmallCity, lund: str) -> None:
    with pytest.raises(Missing):
        reads.cities(viewer=city.viewer("director"))


def test_what_leaves_is_public_and_nobody_is_named_whoever_asks(city: SmallCity) -> None:
    ref = lesson_of(city, "public")
    for viewer in (NOBODY, city.viewer("administrator")):
        (one,) = reads.public_lessons(viewer=viewer).lessons
        assert (one.ref, one.unit, city.persons["employee"].name in one.text) == (ref, "Hemtjänsten", False)
    actions.open_lesson(ref=ref, audience="city", viewer=city.viewer("employee"), now=NOW)
    assert reads.public_lessons(viewer=city.viewer("administrator")).lessons == ()
