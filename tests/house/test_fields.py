"""Whatever else is sent along with a form changes nothing but what the form is for (T6)."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.forms import BaseForm
from django.test import Client
from django.urls import reverse

from ledstjarna.web.api import Write, schema_of
from tests.house import addresses, world
from tests.house.every import PAGES as ROWS
from tests.house.matrix import Row
from tests.house.source import imported, rooms
from tests.house.test_matrix import undone

WRITES = [
    row for room in rooms() for row in getattr(imported(room, "api"), "API", ()) if isinstance(row, Write)
]
OPERATIONS = [one for one in addresses.operations() if one[2]]
POSTED = [row for row in ROWS if row.method == "POST"]

# What no form of the vision room is for, on the objects that its rows ask about.
PROTECTED = {
    "people.RoleAssignment": ("person_id", "role", "unit_id", "authority_id", "party_id", "valid_to"),
    "people.Account": ("email", "person_id", "is_staff", "is_superuser", "is_active"),
    "people.Person": ("number", "given", "family", "protected"),
    "people.Employment": ("person_id", "unit_id", "manager_id", "valid_to"),
    "people.Party": ("seats", "majority"),
}


def every_field() -> dict[str, str]:
    """The name of every column in the house, with a value that would show."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("ledstjarna.")]
    names = {field.name for model in ours for field in model._meta.fields}
    names |= {field.attname for model in ours for field in model._meta.fields}
    return dict.fromkeys(sorted(names), "1")


def protected() -> dict[str, list[tuple[Any, ...]]]:
    """The protected columns as they stand."""
    found = {}
    for name, columns in PROTECTED.items():
        rows = apps.get_model(name)._default_manager.order_by("pk")
        found[name] = list(rows.values_list("pk", *columns))
    return found


def label(one: Any) -> str:
    return one.label if isinstance(one, Row) else f"{one[0]} {one[1]}"


@pytest.mark.parametrize("row", POSTED, ids=label)
@pytest.mark.parametrize("role", ["employee", "communicator"])
def test_T6_a_form_with_every_field_in_the_house_changes_no_right(
    row: Row, role: str, built: world.World, client_as: Callable[..., Client]
) -> None:
    client, before = client_as(role), protected()
    data = {name: built.refs.get(str(value), value) for name, value in row.data.items()}
    with undone():
        client.post(reverse(row.name, kwargs=built.fill(dict(row.path))), every_field() | data)
        assert protected() == before


@pytest.mark.parametrize("operation", OPERATIONS, ids=label)
def test_T6_an_operation_refuses_a_field_it_does_not_list(
    operation: tuple[str, str, dict[str, Any]], client_as: Callable[..., Client]
) -> None:
    method, path, body = operation
    wanted = addresses.filled(body)
    strange = set(every_field()) - set(body["properties"])
    for name in sorted(strange & {"role", "person", "node", "audience", "is_superuser", "seats"}):
        sent = json.dumps(wanted | {name: "1"})
        answer = client_as("administrator").generic(
            method, path.replace("{ref}", "zzzzzzzzzz"), data=sent, content_type="application/json"
        )
        assert answer.status_code == 422, name


@pytest.mark.parametrize("row", WRITES, ids=lambda row: row.path)
def test_T6_the_schema_of_a_form_is_closed(row: Write) -> None:
    assert schema_of(row.form).model_config["extra"] == "forbid"


def test_T6_no_form_writes_by_itself() -> None:
    modules = [module for room in rooms() if (module := imported(room, "forms"))]
    forms = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    assert [one.__name__ for one in forms if issubclass(one, BaseForm) and hasattr(one, "save")] == []
