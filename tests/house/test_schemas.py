"""The list of operations says of every answer just what it has, and calls no two things by one name."""

import dataclasses
import typing
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from ledstjarna.site.urls import door
from ledstjarna.web.api import Read
from tests.house.source import imported, rooms

LISTING: dict[str, Any] = dict(door.get_openapi_schema(path_prefix="/api/v1/"))
PARTS: dict[str, Any] = LISTING["components"]["schemas"]
READS = [
    (room.removeprefix("rooms."), row)
    for room in rooms()
    for row in getattr(imported(room, "api"), "API", ())
    if isinstance(row, Read)
]


def operations() -> Iterator[dict[str, Any]]:
    for methods in LISTING["paths"].values():
        yield from methods.values()


def answer_of(path: str) -> dict[str, Any]:
    found: dict[str, Any] = LISTING["paths"][path]["get"]["responses"][200]["content"]["application/json"]
    return dict(found["schema"])


def pairs(kind: Any, schema: dict[str, Any], met: set[Any]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Each of our values that an answer holds, however deep, with the schema that is given for it."""
    if dataclasses.is_dataclass(kind):
        whole = PARTS[schema["$ref"].rpartition("/")[2]]
        if kind in met:
            return
        met.add(kind)
        yield kind, whole
        for name, inner in typing.get_type_hints(kind).items():
            yield from pairs(inner, whole["properties"][name], met)
    else:
        inner = [one for one in typing.get_args(kind) if one not in {type(None), Ellipsis}]
        for one, given in zip(inner, parts_of(schema), strict=False):
            yield from pairs(one, given, met)


def parts_of(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas of what a list or a choice is made of, in the order that its type says them."""
    if "items" in schema:
        return [schema["items"]]
    if "prefixItems" in schema:
        return list(schema["prefixItems"])
    if "additionalProperties" in schema:
        return [{}, schema["additionalProperties"] if schema["additionalProperties"] is not True else {}]
    return [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]


@pytest.mark.parametrize("pair", READS, ids=lambda pair: f"{pair[0]}/{pair[1].path}")
def test_an_answer_is_listed_with_exactly_the_fields_that_it_has(pair: tuple[str, Read]) -> None:
    room, row = pair
    path = f"/api/v1/{room}/{row.path}".replace("//", "/")
    kind = typing.get_type_hints(row.ask)["return"]
    for value, schema in pairs(kind, answer_of(path), set()):
        fields = [field.name for field in dataclasses.fields(value)]
        assert list(schema["properties"]) == fields, f"{value.__module__}.{value.__name__}"


def test_two_rooms_values_of_one_name_are_two_schemas() -> None:
    homes = {name for name in PARTS if name.endswith("Home")}
    assert {"AcceleratorHome", "ObstaclesHome", "ExperimentsHome"} <= homes


def test_every_operation_has_a_name_of_its_own() -> None:
    names = Counter(one["operationId"] for one in operations())
    assert [name for name, many in names.items() if many > 1] == []
