"""Every address answers every role as the matrix says, and none is without a row (G12, T5, T8)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.house import addresses, world
from tests.house.every import PAGES as ROWS
from tests.house.matrix import EVERYONE, Row

ROLES = sorted(EVERYONE)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within has not happened afterwards; the guards see through it."""
    block: Any = transaction.atomic()
    block._from_testcase = True  # it is the test's own, not the code's
    with block:
        yield
        transaction.set_rollback(True)


def ask(client: Client, row: Row, built: world.World) -> int:
    url = reverse(row.name, kwargs=built.fill(dict(row.path)))
    data = {name: built.refs.get(str(value), value) for name, value in row.data.items()}
    with undone():
        return int(client.generic(row.method, url, **_sent(row, data)).status_code)


def _sent(row: Row, data: dict[str, Any]) -> dict[str, Any]:
    if row.method == "GET":
        return {}
    pairs = "&".join(f"{name}={value}" for name, value in data.items())
    return {"data": pairs, "content_type": "application/x-www-form-urlencoded"}


def label(row: Row) -> str:
    return row.label


def test_G12_every_page_has_a_row() -> None:
    assert sorted(set(addresses.pages()) - {row.name for row in ROWS}) == []


def test_G12_no_row_outlives_its_page() -> None:
    assert sorted({row.name for row in ROWS} - set(addresses.pages())) == []


def test_G12_the_addresses_were_really_found() -> None:
    assert {"vision:steer", "vision:vote", "atlas:loose", "health"} <= set(addresses.pages())
    assert ("POST", "/api/v1/vision/rounds/{ref}/ballot/") in {one[:2] for one in addresses.operations()}


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_T5_an_address_answers_each_role_as_the_matrix_says(
    row: Row, built: world.World, client_as: Callable[..., Client]
) -> None:
    expected = {role: row.expected(role) for role in ROLES}
    answers = {role: ask(client_as(role), row, built) for role in ROLES}
    wrong = {role: (answers[role], expected[role]) for role in ROLES if answers[role] != expected[role]}
    assert wrong == {}, "role: (met, expected)"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.django_db
def test_T5_a_ref_that_is_nowhere_is_404_for_every_role(
    role: str, built: world.World, client_as: Callable[..., Client]
) -> None:
    client = client_as(role)
    rows = {row.name for row in ROWS if set(row.path) == {"ref"} and row.method == "GET"}
    answers = {name: client.get(reverse(name, args=["zzzzzzzzzz"])).status_code for name in sorted(rows)}
    assert {name: status for name, status in answers.items() if status != 404} == {}


@pytest.mark.parametrize("name", addresses.pages())
def test_T8_a_page_takes_no_form_without_its_token(name: str, client_as: Callable[..., Client]) -> None:
    client = client_as("administrator", enforce_csrf_checks=True)
    if name.startswith("api:"):
        assert client.post(reverse(name)).status_code in {403, 404, 405}
        return
    url = reverse(name, kwargs=dict.fromkeys(addresses.pages()[name], "zzzzzzzzzz"))
    assert client.post(url, {"x": "y"}).status_code == 403


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [one for one in addresses.operations() if one[0] != "GET"],
    ids=[f"{one[0]} {one[1]}" for one in addresses.operations() if one[0] != "GET"],
)
def test_T8_an_operation_takes_nothing_without_its_token(
    method: str, path: str, body: dict[str, Any], client_as: Callable[..., Client]
) -> None:
    client = client_as("administrator", enforce_csrf_checks=True)
    url = path.replace("{ref}", "zzzzzzzzzz")
    answer = client.generic(method, url, data=_json(addresses.filled(body)), content_type="application/json")
    assert answer.status_code == 403


def _json(body: dict[str, Any]) -> str:
    return str(body).replace("'", '"').replace("False", "false")
