"""Counting and reviewing through the door."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.experiments.models import Note, Observation
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import row, running

Clients = Callable[..., Client]


def at(name: str, ref: str) -> str:
    return reverse(f"experiments:{name}", args=[ref])


def test_a_thumb_counts_and_takes_back_and_htmx_gets_the_new_state_alone(
    city: SmallCity, client_as: Clients
) -> None:
    ref, client = running(city), client_as("employee")
    swapped = client.post(at("log", ref), {"value": "1"}, headers={"HX-Request": "true"})
    assert swapped.status_code == 200
    assert "<html" not in swapped.content.decode()
    assert client.post(at("log", ref), {"value": "1"}).headers["Location"] == at("sprint", ref)
    assert Observation.objects.count() == 2
    client.post(at("undo", ref))
    assert Observation.objects.count() == 1


def test_a_note_is_a_line(city: SmallCity, client_as: Clients) -> None:
    ref = running(city)
    client_as("employee").post(at("note", ref), {"text": "Lugnare i dag"})
    assert Note.objects.get().text == "Lugnare i dag"


def test_what_cannot_be_counted_is_answered_on_the_same_page(city: SmallCity, client_as: Clients) -> None:
    answer = client_as("employee").post(at("log", running(city)), {"value": "1.5"})
    assert answer.status_code == 422
    assert "Missade besök på en dag" in answer.content.decode()


def test_a_file_is_shown_first_with_its_bad_rows_and_counted_then(
    city: SmallCity, client_as: Clients
) -> None:
    ref, client = running(city), client_as("employee")
    file = SimpleUploadedFile("antal.csv", b"dag;antal\n2026-08-30;3\n2026-08-31;x\n")
    shown = client.post(at("bring", ref), {"file": file}).content.decode()
    assert "Rad 3" in shown
    assert Observation.objects.count() == 0
    assert client.post(at("confirm", ref)).status_code == 303
    assert Observation.objects.get().value == 3


def test_a_file_that_is_none_says_so(city: SmallCity, client_as: Clients) -> None:
    file = SimpleUploadedFile("antal.csv", b"a;b\n1;2\n")
    answer = client_as("employee").post(at("bring", running(city)), {"file": file})
    assert answer.status_code == 422
    assert "Första raden" in answer.content.decode()


def test_the_counting_ends_at_the_review(city: SmallCity, client_as: Clients) -> None:
    ref = running(city)
    answer = client_as("employee").post(at("wind_up", ref))
    assert answer.headers["Location"] == at("review", ref)
    assert row(ref).stage == "review"
