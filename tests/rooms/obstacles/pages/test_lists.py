"""Pages of many obstacles."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.obstacles.models import Desk as Function
from tests.rooms.obstacles.conftest import Desk


def test_an_empty_list_teaches_and_a_search_without_answers_says_so(
    client_as: Callable[..., Client], desk: Desk
) -> None:
    client, url = client_as("employee"), reverse("obstacles:home")
    assert "Bli först" in client.get(url).content.decode()
    desk.report()
    assert "Bli först" not in client.get(url).content.decode()
    assert "Inget med de orden" in client.get(url, {"q": "zebra"}).content.decode()


def test_a_leader_with_nothing_to_do_is_told_so(client_as: Callable[..., Client], desk: Desk) -> None:
    assert (
        "Ingenting väntar på dig" in client_as("manager").get(reverse("obstacles:waiting")).content.decode()
    )


def test_the_administrator_enters_a_function_and_takes_it_away(
    client_as: Callable[..., Client], desk: Desk
) -> None:
    client = client_as("administrator")
    data = {"name": "IT-stöd", "name_en": "IT", "unit": desk.ref("care"), "days": "5"}
    assert client.post(reverse("obstacles:desks"), data).status_code == 303
    assert client.post(reverse("obstacles:desks"), data | {"days": "0"}).status_code == 422
    assert "IT-stöd" in client.get(reverse("obstacles:desks")).content.decode()
    assert client.post(reverse("obstacles:relieve"), {"name": "IT-stöd"}).status_code == 303
    assert not Function.objects.filter(name="IT-stöd").exists()
