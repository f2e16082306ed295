"""The JSON door: the same reads, forms and actions, and the house's two ways to say no."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.test import Client

from ledstjarna.rooms.missions import forms as missions
from ledstjarna.rooms.obstacles import forms as obstacles
from ledstjarna.web.api import Read, house, router, schema_of
from ledstjarna.web.fields import Confirm
from tests.house import world


class Everything(forms.Form):
    name = forms.CharField()
    count = forms.IntegerField(required=False)
    agreed = forms.BooleanField(required=False)
    many = forms.MultipleChoiceField(choices=[("a", "A")])


def test_a_form_becomes_a_closed_schema_of_the_same_fields() -> None:
    schema = schema_of(Everything).model_json_schema()
    assert (schema["required"], schema["additionalProperties"]) == (["name", "many"], False)
    assert schema["properties"]["many"]["type"] == "array"


@pytest.fixture
def built(city: Any) -> world.World:
    return world.build(city)


def test_two_rooms_forms_of_one_name_are_two_schemas() -> None:
    names = [schema_of(room.Answer).__name__ for room in (missions, obstacles)]
    assert names == ["MissionsAnswer", "ObstaclesAnswer"]
    assert schema_of(Confirm).__name__ == "Confirm"


def test_a_read_answers_in_json(built: world.World, client_as: Callable[..., Client]) -> None:
    answer = client_as("employee").get("/api/v1/vision/rounds/")
    assert answer.status_code == 200
    assert {row["ref"] for row in answer.json()["rows"]} == {built.refs["voting"], built.refs["shaped"]}


def test_a_read_that_answers_with_two_things_is_no_status_and_body(
    built: world.World, client_as: Callable[..., Client]
) -> None:
    answer = client_as("resident").get("/api/v1/accelerator/calls/")
    assert answer.status_code == 200
    assert {row["ref"] for row in answer.json()} == {built.refs["open_call"], built.refs["judged_call"]}


def test_T5_what_is_not_for_you_is_404_as_if_it_were_not_there(
    built: world.World, client_as: Callable[..., Client]
) -> None:
    client = client_as("resident")
    answers = [client.get(f"/api/v1/vision/rounds/{ref}/") for ref in (built.refs["shaped"], "zzzzzzzzzz")]
    assert [(one.status_code, one.json()) for one in answers] == [(404, {"detail": "not found"})] * 2


def test_T8_a_write_needs_its_token(built: world.World, client_as: Callable[..., Client]) -> None:
    client = client_as("communicator", enforce_csrf_checks=True)
    body = {"reason": "Lov"}
    url = f"/api/v1/vision/rounds/{built.refs['shaped']}/pause/"
    assert client.post(url, body, content_type="application/json").status_code == 403


def test_a_rule_forbids_in_json_as_in_html(built: world.World, client_as: Callable[..., Client]) -> None:
    url = f"/api/v1/vision/rounds/{built.refs['shaped']}/pause/"
    answer = client_as("employee").post(url, {"reason": "Lov"}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["errors"])) == (403, ["form"])


def test_what_can_be_mended_is_422_with_the_field(
    built: world.World, client_as: Callable[..., Client]
) -> None:
    url = f"/api/v1/vision/rounds/{built.refs['voting']}/statements/"
    answer = client_as("employee").post(url, {"text": "kort", "lang": "sv"}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["text"])


def test_a_write_answers_with_the_ref(built: world.World, client_as: Callable[..., Client]) -> None:
    url = f"/api/v1/vision/rounds/{built.refs['shaped']}/pause/"
    answer = client_as("communicator").post(url, {"reason": "Lov"}, content_type="application/json")
    assert (answer.status_code, answer.json()) == (200, {"ref": built.refs["shaped"]})


def test_T6_an_extra_field_is_refused(built: world.World, client_as: Callable[..., Client]) -> None:
    url = f"/api/v1/vision/rounds/{built.refs['shaped']}/pause/"
    body = {"reason": "Lov", "phase": "decided"}
    assert client_as("communicator").post(url, body, content_type="application/json").status_code == 422


def _value(name: str, **fields: type) -> Any:
    """A value of that name as if a room had made it."""
    made = dataclasses.make_dataclass(name, fields.items(), frozen=True)
    made.__module__ = "ledstjarna.rooms.vision.reads"
    return made


def _answering(kind: Any) -> Read:
    def ask() -> Any:
        return None

    ask.__annotations__["return"] = kind
    return Read(f"{len(dataclasses.fields(kind))}/", ask)


def test_one_room_s_two_values_of_one_name_are_refused_rather_than_one_replaced() -> None:
    door = house("test")
    door.add_router("/vision/", router([_answering(_value("Row", ref=str))]))
    door.add_router("/more/", router([_answering(_value("Row", ref=str, title=str))]))
    with pytest.raises(ValueError, match=r"^two schemas of one name: VisionRow"):
        door.get_openapi_schema(path_prefix="/")
