"""What a page asks of the database is bounded, and does not grow with what there is to show (G19)."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ledstjarna.people.models import Employment, Person
from ledstjarna.rooms.vision import actions
from ledstjarna.thread import actions as thread
from ledstjarna.thread import memory
from ledstjarna.thread.models import Audience, Node
from tests.fixtures.city import NOW, SmallCity
from tests.house import world
from tests.house.every import PAGES as ROWS
from tests.house.matrix import Row

MOST = 25
PAGES = [row for row in ROWS if row.method == "GET" and not row.name.startswith("api:")]
ROLES = ("administrator", "city_director", "registrar", "elected", "resident", "protected")


def who(row: Row) -> str:
    """The role with most rights that gets this page at all."""
    return next((role for role in ROLES if row.expected(role) == 200), "")


def asked(client: Client, address: str) -> list[str]:
    """What one visit asks, when nothing is kept from before; the session's own statements are not counted."""
    memory.forget()
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return [one["sql"] for one in made.captured_queries if "django_session" not in one["sql"]]


def visits(built: world.World, client_as: Callable[..., Client]) -> Iterator[tuple[str, list[str]]]:
    for row in PAGES:
        if role := who(row):
            address = reverse(row.name, kwargs=built.fill(dict(row.path)))
            yield f"{role} {address}", asked(client_as(role), address)


def grow(city: SmallCity, built: world.World) -> None:
    """A dozen more persons in a unit, and more statements in the round that takes them."""
    nodes = thread.add_nodes(
        [Node(kind="person", title=f"Ny {n}", audience=Audience.CITY) for n in range(12)]
    )
    made = [
        Person(node=node, number=f"n{n}", given="Ny", family=str(n), email="", protected=False)
        for n, node in enumerate(nodes)
    ]
    Person.objects.bulk_create(made)
    Employment.objects.bulk_create(
        Employment(person=one, unit=city.units["home"], title="x", valid_from=NOW.date() - timedelta(9))
        for one in made
    )
    for n in range(4):
        actions.say(
            ref=built.refs["voting"],
            text=f"Något helt nytt nummer {n} om hav och skog",
            lang="sv",
            viewer=city.viewer("employee"),
            now=NOW,
        )


def test_G19_a_page_asks_little_and_no_more_when_there_is_more_to_show(
    city: SmallCity, built: world.World, client_as: Callable[..., Client]
) -> None:
    before = dict(visits(built, client_as))
    assert {page: len(many) for page, many in before.items() if len(many) > MOST} == {}
    grow(city, built)
    after = dict(visits(built, client_as))
    grown = {
        page: (len(before[page]), len(after[page])) for page in before if len(after[page]) > len(before[page])
    }
    assert grown == {}


def test_G19_the_pages_were_really_visited() -> None:
    assert {"vision:map", "vision:statements", "people:unit", "atlas:star"} <= {
        row.name for row in PAGES if who(row)
    }
