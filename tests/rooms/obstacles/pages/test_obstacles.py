"""The page of an obstacle."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from tests.rooms.obstacles.conftest import Desk


def test_each_deed_leads_back_to_the_obstacle(client_as: Callable[..., Client], desk: Desk) -> None:
    ref = desk.report()
    manager, employee, colleague = map(client_as, ("manager", "employee", "colleague"))
    url = reverse("obstacles:obstacle", args=[ref])
    steps: tuple[tuple[Client, str, dict[str, str]], ...] = (
        (colleague, "echo", {}),
        (manager, "ask_back", {"text": "Vilken dörr?"}),
        (manager, "postpone", {"until": "2099-01-01", "reason": "Låssmeden"}),
        (manager, "answer", {"outcome": "removed", "answer": "Kopierad."}),
        (employee, "judge", {"helped": "yes"}),
    )
    for client, name, data in steps:
        answer = client.post(reverse(f"obstacles:{name}", args=[ref]), data)
        assert (answer.status_code, answer["Location"]) == (303, url), name
    body = colleague.get(url).content.decode()
    assert all(word in body for word in ("Vilken dörr?", "Låssmeden", "Kopierad."))


def test_an_answer_without_a_word_says_what_is_missing_and_keeps_the_rest(
    client_as: Callable[..., Client], desk: Desk
) -> None:
    ref = desk.report()
    answer = client_as("manager").post(
        reverse("obstacles:answer", args=[ref]), {"outcome": "planned", "answer": "Snart", "until": ""}
    )
    assert answer.status_code == 422
    assert "Snart" in answer.content.decode()


def test_handing_over_is_offered_to_the_one_who_has_it(client_as: Callable[..., Client], desk: Desk) -> None:
    ref = desk.report()
    data = {"to": desk.ref("quay"), "reason": "Deras dörr"}
    assert client_as("manager").post(reverse("obstacles:hand_over", args=[ref]), data).status_code == 303
    assert (
        "Deras dörr" in client_as("employee").get(reverse("obstacles:obstacle", args=[ref])).content.decode()
    )
