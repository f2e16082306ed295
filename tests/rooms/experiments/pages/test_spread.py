"""Lessons leave the city as feeds that another city's reader takes, and nobody's name is in them."""

import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.test import Client

from ledstjarna.plumbing.feeds import entries
from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Lesson
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of

SCRIPT = '<script>alert(1)</script> \u0000\u202e& "5 < 6"'
FEEDS = ("/lessons/feed.atom", "/lessons/feed.json", "/en/lessons/feed.atom")


@pytest.fixture
def public(city: SmallCity) -> str:
    ref = lesson_of(city, "public")
    actions.offer(ref=ref, viewer=city.viewer("employee"), now=NOW)
    return ref


@pytest.mark.parametrize("address", FEEDS)
def test_our_own_reader_reads_our_own_feeds(client: Client, public: str, address: str) -> None:
    answer = client.get(address)
    (one,) = entries(answer.content)
    assert one.title == "Ett samtal kvällen innan halverar missade besök"
    assert one.url.endswith(f"/lessons/{public}/")
    assert "ensamma" in one.text
    assert one.at is not None


@pytest.mark.parametrize("address", FEEDS)
@pytest.mark.parametrize("audience", ["city", "unit"])
def test_T11_only_what_everybody_may_read_leaves_whoever_asks(
    city: SmallCity, client_as: Callable[..., Client], public: str, address: str, audience: str
) -> None:
    actions.open_lesson(ref=public, audience=audience, viewer=city.viewer("employee"), now=NOW)
    for role in ("resident", "employee", "administrator"):
        assert entries(client_as(role).get(address).content) == ()


@pytest.mark.parametrize("address", FEEDS)
def test_T11_nobody_s_name_leaves_the_city(
    city: SmallCity, client: Client, public: str, address: str
) -> None:
    text = client.get(address).text
    for person in city.persons.values():
        assert person.name not in text


@pytest.mark.parametrize("address", FEEDS)
def test_T7_what_is_marked_up_leaves_as_words(client: Client, public: str, address: str) -> None:
    Node.objects.filter(ref=public).update(title=f"Rubrik {SCRIPT}"[:300].replace("\u0000", ""))
    Lesson.objects.update(worked=SCRIPT.replace("\u0000", "\u0001"))
    answer = client.get(address)
    if address.endswith("json"):
        assert json.loads(answer.content)["items"][0]["title"].startswith("Rubrik <script>")
        return
    root = ElementTree.fromstring(answer.content)
    assert "<script>alert(1)</script>" not in answer.text
    assert root.findall(".//{*}script") == []


def test_a_search_is_a_page_and_a_fragment(
    client_as: Callable[..., Client], city: SmallCity, public: str
) -> None:
    staff = client_as("colleague")
    page = staff.get("/lessons/find/", {"q": "missade besök"})
    part = staff.get("/lessons/find/", {"q": "missade besök"}, headers={"HX-Request": "true"})
    assert ("<html" in page.text, "<html" in part.text, 'id="found"' in part.text) == (True, False, True)
    assert public in part.text
