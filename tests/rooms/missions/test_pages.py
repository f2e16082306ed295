"""The pages of the missions room, as they are met."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ledstjarna.rooms.missions import actions
from tests.rooms.missions.conftest import Chain

As = Callable[..., Client]


def page(client: Client, name: str, *args: str) -> str:
    response = client.get(reverse(f"missions:{name}", args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_in_half_a_minute_an_employee_sees_what_they_are_there_for(chain: Chain, client_as: As) -> None:
    text = page(client_as("employee"), "mine")
    for words in ("Ett gott liv", "Fler äldre vågar gå ut", "Samma ansikten", "Sundhamn 2040"):
        assert words in text


def test_a_politician_follows_a_board_by_what_was_learnt(chain: Chain, client_as: As) -> None:
    actions.hold(
        ref=chain.goal, held_on=chain.now.date(), met="Nämnden", saw="Fler ute.", learnt="Bänkar hjälper.",
        changes="", next_on=None, **chain.by("director"),
    )  # fmt: skip
    text = page(client_as("opposition"), "holder", chain.board)
    assert "Bänkar hjälper." in text
    assert reverse("missions:ask", args=[chain.board]) in text
    assert reverse("missions:new", args=["board_goal", chain.board]) not in text


def test_the_public_reads_the_same_page_without_its_buttons(chain: Chain, client_as: As) -> None:
    text = page(client_as("resident"), "holder", chain.board)
    assert "Ett gott liv" in text
    assert reverse("missions:ask", args=[chain.board]) not in text


def test_R1_a_direction_with_a_target_comes_back_with_what_was_typed(chain: Chain, client_as: As) -> None:
    url = reverse("missions:new", args=["direction", chain.programme])
    typed = {"title": "Renare luft", "text": "Minst 40 % renare.", "serves": [chain.programme]}
    response = client_as("city_director").post(url, typed)
    text = response.content.decode()
    assert response.status_code == 422
    assert "Minst 40 % renare." in text
    assert "En inriktning har inget målvärde" in text
    assert "checked" in text


def test_a_goal_is_set_by_its_director_and_read_by_all(chain: Chain, client_as: As) -> None:
    url = reverse("missions:new", args=["board_goal", chain.board])
    typed = {"title": "Fler sjunger", "text": "Körer fylls.", "whom": "Invånare", "serves": [chain.mission]}
    response = client_as("director").post(url, typed)
    assert response.status_code == 303
    assert "Fler sjunger" in client_as("resident").get(response.headers["Location"]).content.decode()


def test_a_question_is_asked_and_its_day_is_told(chain: Chain, client_as: As) -> None:
    response = client_as("opposition").post(
        reverse("missions:ask", args=[chain.goal]), {"text": "Vilka äldre?"}
    )
    text = client_as("elected").get(response.headers["Location"]).content.decode()
    assert "Vilka äldre?" in text
    assert "Svar utlovat" in text


@pytest.mark.parametrize("data", [{"until": ""}, {"until": "2020-01-01"}])
def test_another_day_that_cannot_be_promised_is_told_beside_its_field(
    chain: Chain, client_as: As, data: dict[str, str]
) -> None:
    ref = actions.ask(ref=chain.goal, text="Vilka?", **chain.by("elected"))
    response = client_as("director").post(reverse("missions:postpone", args=[ref]), data)
    assert response.status_code == 422
    assert 'name="until"' in response.content.decode()


def test_letting_go_asks_for_a_reason_and_keeps_the_page(chain: Chain, client_as: As) -> None:
    url = reverse("missions:stop", args=[chain.goal])
    assert client_as("director").post(url, {"reason": ""}).status_code == 422
    assert client_as("director").post(url, {"reason": "Vi nådde dit"}).status_code == 303
    assert "Vi nådde dit" in page(client_as("resident"), "aim", chain.goal)


def test_the_chain_is_told_in_english_too(chain: Chain, client_as: As) -> None:
    with translation.override("en"):
        text = page(client_as("resident"), "home")
    assert "How we steer" in text
    assert "1 goal in the whole city" in text


def test_a_city_without_a_vision_is_told_what_will_be_here(client_as: As) -> None:
    assert "Det finns ingen vision än" in page(client_as("employee"), "home")
    assert "Ingen har frågat något" in page(client_as("employee"), "questions")
