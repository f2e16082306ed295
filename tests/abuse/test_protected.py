"""T11: a person with a protected identity appears on no page, in no file and in no answer to anybody else."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.city import SmallCity
from tests.house import every, world
from tests.house.matrix import EVERYONE

# The page says again what was asked for, so it is asked for in small letters.
SEARCHES = ("/search/?q=kim+protected", "/search/?q=protected", "/api/v1/people/search/?q=protected")


def addresses(built: world.World) -> Iterator[str]:
    for row in every.PAGES:
        if row.method == "GET":
            yield reverse(row.name, kwargs=built.fill(dict(row.path)))
    for row in every.OPERATIONS:
        if row.method == "GET":
            yield row.name.format(**built.fill(dict(row.path)))
    yield from SEARCHES


def told(client: Client, address: str) -> str:
    answer = client.get(address)
    body = answer.getvalue()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", bytes(body).decode(errors="replace"))


@pytest.mark.parametrize("role", sorted(EVERYONE - {"protected"}))
def test_T11_no_page_and_no_answer_names_a_protected_person(
    role: str, city: SmallCity, client_as: Callable[..., Client]
) -> None:
    built = world.build(city)
    hidden = city.persons["protected"]
    hidden.refresh_from_db()
    traces = (hidden.name, hidden.email, hidden.node.ref)
    client = client_as(role)
    named = {
        address: trace
        for address in sorted(set(addresses(built)))
        if hidden.node.ref not in address
        for trace in traces
        if trace in told(client, address)
    }
    assert named == {}


def test_T11_the_same_crawl_finds_a_person_who_is_not_protected(
    city: SmallCity, client_as: Callable[..., Client]
) -> None:
    built = world.build(city)
    client = client_as("hr")
    assert any(city.persons["colleague"].name in told(client, address) for address in addresses(built))


def test_T11_a_protected_person_is_answered_as_one_who_does_not_exist(
    city: SmallCity, client_as: Callable[..., Client]
) -> None:
    client, ref = client_as("manager"), city.persons["protected"].node.ref
    for path in ("/person/{}/", "/en/person/{}/", "/api/v1/people/persons/{}/", "/thread/node/{}/"):
        there, nowhere = (client.get(path.format(one)) for one in (ref, "zzzzzzzzzz"))
        assert there.status_code == nowhere.status_code == 404
        assert told(client, path.format(ref)).replace(ref, "") == told(
            client, path.format("zzzzzzzzzz")
        ).replace("zzzzzzzzzz", "")
