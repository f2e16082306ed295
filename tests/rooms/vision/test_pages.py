"""A vote goes through the HTML door and the JSON door alike."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ledstjarna.people.models import Account, Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import actions
from ledstjarna.rooms.vision.models import Ballot
from tests.rooms.vision.conftest import NOW, Town, round_of, statements_of

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def client_of(viewer: Viewer) -> Client:
    """A browser signed in as that viewer's person."""
    account = Account(
        email=f"{viewer.person_id}@town.example", person=Person.objects.get(pk=viewer.person_id)
    )
    account.set_unusable_password()
    account.save()
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def vote(client: Client, ref: str, slot: int, choice: object, **more: Any) -> Any:
    typed = {"statement": statements_of(ref)[slot], "choice": choice}
    return client.post(reverse("vision:vote", args=[ref]), typed, **more)


def voters(ref: str) -> int:
    return Ballot.objects.filter(round=round_of(ref)).exclude(values=b"").count()


def test_a_vote_without_script_is_answered_by_going_to_the_next(town: Town, voting: str) -> None:
    answer = vote(client_of(town.staff[0]), voting, 0, 1)
    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("vision:vote", args=[voting]))
    assert voters(voting) == 1


def test_a_vote_with_htmx_is_answered_with_the_next_statement(town: Town, voting: str) -> None:
    answer = vote(client_of(town.staff[0]), voting, 0, 1, headers=HTMX)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert body.lstrip().startswith('<div id="ballot">')
    assert statements_of(voting)[0] not in body.split("</form>")[0]


def test_a_vote_that_is_none_of_three_is_422_and_counts_nothing(town: Town, voting: str) -> None:
    assert vote(client_of(town.staff[0]), voting, 0, 7).status_code == 422
    assert voters(voting) == 0


def test_a_resident_gets_one_ballot_by_a_signed_cookie(voting: str) -> None:
    client = Client()
    vote(client, voting, 0, 1)
    vote(client, voting, 1, -1)
    assert Ballot.objects.filter(round=round_of(voting), origin="public").count() == 1
    cookie = client.cookies["ballot"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_T1_a_forged_cookie_is_a_new_browser(voting: str) -> None:
    client = Client()
    vote(client, voting, 0, 1)
    client.cookies["ballot"] = "forged:1abc:def"
    vote(client, voting, 0, 1)
    assert Ballot.objects.filter(round=round_of(voting), origin="public").count() == 2


def test_T1_one_network_makes_only_so_many_ballots_an_hour(voting: str) -> None:
    answers = [vote(Client(), voting, 0, 1).status_code for _ in range(25)]
    assert answers.count(303) == 20
    assert answers[20:] == [422] * 5
    assert Ballot.objects.filter(round=round_of(voting), origin="public").count() == 20


def test_the_json_door_takes_the_same_vote_by_the_same_rules(town: Town, voting: str) -> None:
    client = client_of(town.staff[0])
    url = f"/api/v1/vision/rounds/{voting}/ballot/"
    typed = {"statement": statements_of(voting)[0], "choice": "1"}
    assert client.post(url, json.dumps(typed), content_type="application/json").status_code == 200
    assert client.get(url).json()["seen"] == 1
    bad = client.post(url, json.dumps(typed | {"owner": 1}), content_type="application/json")
    assert bad.status_code == 422


def test_T18_a_statement_that_is_too_long_is_kept_as_typed_and_refused(town: Town, voting: str) -> None:
    text = "långt " * 60
    answer = client_of(town.staff[0]).post(reverse("vision:say", args=[voting]), {"text": text, "lang": "sv"})
    assert answer.status_code == 422
    assert "långt långt" in answer.content.decode()


def test_what_is_near_is_told_while_typing(town: Town, voting: str) -> None:
    answer = client_of(town.staff[0]).get(
        reverse("vision:near", args=[voting]), {"text": "The harbour is open to everybody"}, headers=HTMX
    )
    assert "all year" in answer.content.decode()


def test_a_wrong_page_number_is_the_first_page(town: Town, voting: str) -> None:
    for number in ("", "x", "-4", "0", "99999999999"):
        answer = Client().get(reverse("vision:unites", args=[voting]), {"page": number, "step": number})
        assert answer.status_code == 200


def test_the_whole_round_is_walked_by_its_opener(town: Town, voting: str) -> None:
    client = client_of(town.director)
    vision = round_of(voting).vision.node.ref

    def post(name: str, ref: str, **typed: object) -> int:
        return int(client.post(reverse(f"vision:{name}", args=[ref]), typed).status_code)

    assert post("prolong", voting, until="2099-01-01", reason="More need to be heard") == 303
    assert post("pause", voting, reason="Holidays") == 303
    assert post("resume", voting) == 303
    assert post("advance", voting) == 303
    assert (
        post("new_area", vision, title="Harbour", text="For all", statements=[statements_of(voting)[0]])
        == 303
    )
    assert post("keep_version", vision, note="First") == 303
    assert post("advance", voting) == 303
    for member in (town.member, town.rival):
        typed = {"stance": "for", "words": "We stand here"}
        url = reverse("vision:endorse", args=[vision])
        assert client_of(member).post(url, typed).status_code == 303
    decision = {
        "decided_on": "2026-01-01",
        "reference": "KF 1",
        "votes_for": 2,
        "votes_against": 0,
        "abstained": 0,
    }
    assert post("decide", voting, **decision) == 303
    page = Client().get(reverse("vision:vision", args=[vision])).content.decode()
    assert "Alla partier står bakom visionen" in page
    assert client.get(reverse("vision:export", args=[voting])).headers["Content-Type"] == "application/zip"


def test_a_step_that_cannot_be_taken_says_why_and_loses_nothing(town: Town, voting: str) -> None:
    client = client_of(town.director)
    typed = {"until": "2020-01-01", "reason": "Kept as it was typed"}
    answer = client.post(reverse("vision:prolong", args=[voting]), typed)
    assert answer.status_code == 422
    assert "Kept as it was typed" in answer.content.decode()


def test_moderation_through_the_page(town: Town, voting: str) -> None:
    client = client_of(town.director)
    first, second, third = statements_of(voting)
    out = client.post(
        reverse("vision:moderate", args=[third]), {"standing": "out", "reason": "Names a person"}
    )
    joined = client.post(reverse("vision:merge", args=[second]), {"into": first})
    assert (out.status_code, joined.status_code) == (303, 303)
    listed = client.get(reverse("vision:statements", args=[voting]), {"standing": "out"}).content.decode()
    assert "Names a person" in listed


def test_before_there_is_any_round_the_pages_teach() -> None:
    assert "Ingen runda är öppen än" in Client().get(reverse("vision:home")).content.decode()
    assert "Ingen runda är öppen än" in Client().get(reverse("vision:rounds")).content.decode()
    assert actions.count(now=NOW) == 0
