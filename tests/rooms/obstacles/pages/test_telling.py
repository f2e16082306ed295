"""Pages where one says what is in the way."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from ledstjarna.rooms.obstacles import actions
from ledstjarna.rooms.obstacles.models import Letter, Obstacle
from tests.rooms.obstacles.conftest import TEXT, Desk


@pytest.fixture
def employee(client_as: Callable[..., Client], desk: Desk) -> Client:
    return client_as("employee")


def sent(desk: Desk, **more: str) -> dict[str, str]:
    home = desk.ref("home")
    return {"text": TEXT, "where": home, "receiver": home, "hinders": "", "shown": home, "send": "1"} | more


def test_who_gets_it_and_the_day_are_shown_before_anything_is_sent(employee: Client, desk: Desk) -> None:
    url = reverse("obstacles:new")
    first = employee.get(url).content.decode()
    assert "Kim Manager" in first
    looked = employee.post(url, sent(desk, where=desk.ref("north")))
    assert looked.status_code == 200
    assert "Skolförvaltningen" in looked.content.decode()
    assert TEXT in looked.content.decode()
    assert (Letter.objects.count(), Obstacle.objects.count()) == (0, 0)


def test_without_a_name_one_comes_to_a_page_of_one_s_own_whose_path_tells_nothing(
    employee: Client, desk: Desk
) -> None:
    answer = employee.post(reverse("obstacles:new"), sent(desk))
    path, _mark, query = answer["Location"].partition("?")
    assert (answer.status_code, path) == (303, reverse("obstacles:receipt"))
    assert query.startswith("key=")
    assert TEXT in Client().get(answer["Location"]).content.decode()
    assert Obstacle.objects.count() == 0


def test_with_a_name_one_comes_to_the_obstacle(employee: Client, desk: Desk) -> None:
    answer = employee.post(reverse("obstacles:new"), sent(desk, named="1"))
    assert TEXT.split(".")[0] in employee.get(answer["Location"]).content.decode()
    assert Letter.objects.count() == 0


def test_a_fragment_is_swapped_while_one_types(employee: Client, desk: Desk) -> None:
    typed = sent(desk, text="Anna Svensson har nyckeln")
    del typed["send"]
    answer = employee.post(reverse("obstacles:new"), typed, headers={"HX-Request": "true"})
    body = answer.content.decode()
    assert body.lstrip().startswith('<div id="way"')
    assert "Anna Svensson" in body


def test_what_cannot_be_sent_keeps_what_was_typed(employee: Client, desk: Desk) -> None:
    answer = employee.post(reverse("obstacles:new"), sent(desk, text=""))
    assert answer.status_code == 422
    wrong = employee.post(reverse("obstacles:new"), sent(desk, receiver=desk.ref("school")))
    assert (wrong.status_code, TEXT in wrong.content.decode()) == (422, True)


def test_the_secret_takes_a_verdict_and_leads_back_to_itself(employee: Client, desk: Desk) -> None:
    secret = desk.post()
    ref = actions.deliver(now=desk.by("employee", 1)["now"])
    desk.answer(ref, days=1)
    url = reverse("obstacles:receipt")
    anybody = Client()
    done = anybody.post(url, {"key": secret, "helped": "yes"})
    assert done["Location"] == f"{url}?key={secret}"
    assert "Du har sagt att det hjälpte" in anybody.get(done["Location"]).content.decode()
    assert anybody.post(url, {"key": secret}).status_code == 422
    assert anybody.post(url, {"key": "nothing-that-is-known"}).status_code == 404
