"""Lessons through the door."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.experiments.models import Adoption, Lesson
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import TAUGHT, lesson_of

Clients = Callable[..., Client]


def at(name: str, ref: str) -> str:
    return reverse(f"experiments:{name}", args=[ref])


def test_a_lesson_is_reworded_opened_renewed_and_retired_on_its_page(
    city: SmallCity, client_as: Clients
) -> None:
    ref, client = lesson_of(city, "unit"), client_as("employee")
    assert client.get(at("reword", ref)).status_code == 200
    for name, data in [
        ("reword", TAUGHT | {"why": "Klarare", "core": "Namnet"}), ("open_lesson", {"audience": "public"}),
        ("renew", {"best_before": "2099-01-01"}), ("retire", {"why": "Nya lås"}),
    ]:  # fmt: skip
        assert client.post(at(name, ref), data).headers["Location"] == at("lesson", ref), name
    one = Lesson.objects.select_related("node").get()
    assert (one.core, one.node.audience, one.retired_why) == ("Namnet", "public", "Nya lås")
    assert client_as("resident").get(at("lesson", ref)).status_code == 200


def test_a_unit_says_why_it_declines(city: SmallCity, client_as: Clients) -> None:
    ref, client = lesson_of(city), client_as("colleague")
    step = {"unit": city.units["north"].node.ref, "state": "declined"}
    assert client.post(at("take_up", ref), step).status_code == 422
    assert client.post(at("take_up", ref), step | {"because": "Trångt"}).status_code == 303
    assert Adoption.objects.get().because == "Trångt"


def test_lessons_are_found_by_their_words(city: SmallCity, client_as: Clients) -> None:
    lesson_of(city, "public")
    page = client_as("resident").get(reverse("experiments:lessons"), {"q": "kvällen"}).content.decode()
    assert TAUGHT["claim"] in page
