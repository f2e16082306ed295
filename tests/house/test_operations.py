"""Every operation of the JSON door answers every role as its row says, and none is without one (G12, T5)."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from tests.fixtures.city import SmallCity
from tests.house import addresses, world
from tests.house.every import OPERATIONS as ROWS
from tests.house.matrix import EVERYONE, Row
from tests.house.test_matrix import undone

ROLES = sorted(EVERYONE)
KNOWN = {(method, path) for method, path, _ in addresses.operations()}


def _filled(value: object, built: world.World) -> object:
    """A word, or each of several, exchanged for the ref that it names."""
    if isinstance(value, list):
        return [_filled(each, built) for each in value]
    return built.refs.get(str(value), value)


def ask(client: Client, row: Row, built: world.World) -> int:
    url = row.name.format(**built.fill(dict(row.path)))
    if row.method == "GET":
        return int(client.get(url).status_code)
    data = {name: _filled(value, built) for name, value in row.data.items()}
    sent = {name: value for name, value in data.items() if value != ""}
    with undone():
        return int(client.post(url, json.dumps(sent), content_type="application/json").status_code)


def test_G12_every_operation_has_a_row_and_no_row_outlives_its_operation() -> None:
    assert {(row.method, row.name) for row in ROWS} == KNOWN


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.label)
def test_T5_an_operation_answers_each_role_as_its_row_says(
    row: Row, built: world.World, client_as: Callable[..., Client]
) -> None:
    answers = {role: ask(client_as(role), row, built) for role in ROLES}
    wrong = {role: (met, row.expected(role)) for role, met in answers.items() if met != row.expected(role)}
    assert wrong == {}, "role: (met, expected)"


def test_T11_no_read_of_the_house_names_a_protected_person_to_anybody_else(
    built: world.World, city: SmallCity, client_as: Callable[..., Client]
) -> None:
    hidden = city.persons["protected"]
    words = (hidden.family, hidden.email, hidden.node.ref)
    for role in ROLES:
        if role == "protected":
            continue
        client = client_as(role)
        for row in ROWS:
            if row.method == "GET" and role in row.may:
                url = row.name.format(**built.fill(dict(row.path)))
                body = client.get(url, {"query": hidden.family} if "search" in url else {}).content.decode()
                found = body.replace(f'"query": "{hidden.family}"', "")
                assert not [word for word in words if word in found], (role, url)
