"""The guards themselves can fail, and the small city is what it says."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.urls import path

from ledstjarna.people.electorate import electorate
from ledstjarna.people.models import Party
from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.fixtures.guards import HouseRuleBroken, Watch


def write(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        Node.objects.create(kind="party", title="x")
    return HttpResponse("written")


def write_loosely(request: HttpRequest) -> HttpResponse:
    Node.objects.filter(title="x").update(title="y")
    return HttpResponse("written")


def ask_late(request: HttpRequest) -> HttpResponse:
    template = engines["django"].from_string("{% for one in rows %}{{ one.title }}{% endfor %}")
    return HttpResponse(template.render({"rows": Node.objects.all()}))


def broken(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=500)


handler500 = broken
urlpatterns = [path("write/", write), path("loose/", write_loosely), path("late/", ask_late)]


@pytest.fixture
def door(db: None, watch: Watch) -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        yield Client()
    watch.broken.clear()


def test_T8_a_get_that_writes_is_caught(door: Client) -> None:
    with pytest.raises(HouseRuleBroken, match="GET wrote to thread_node"):
        door.get("/write/")
    assert door.post("/write/").status_code == 200


def test_a_write_outside_a_transaction_is_caught(door: Client) -> None:
    with pytest.raises(HouseRuleBroken, match="outside a transaction"):
        door.post("/loose/")


def test_a_template_that_asks_is_caught(door: Client) -> None:
    with pytest.raises(HouseRuleBroken, match="A template asked"):
        door.get("/late/")


def test_each_role_has_a_person_who_holds_it(viewer: Callable[[str], Viewer]) -> None:
    assert [role for role in Role.values if not viewer(role).holds(role)] == []
    assert not viewer("resident").signed_in


def test_the_parties_have_one_member_each(city: SmallCity) -> None:
    assert [one.members.count() for one in Party.objects.order_by("code")] == [1, 1]


def test_departments_are_large_enough_to_be_shown(city: SmallCity) -> None:
    people = [one.department for one in electorate(today=NOW.date())]
    assert sorted({name: people.count(name) for name in people if name}.items()) == [
        ("Omsorgsförvaltningen", 25),
        ("Skolförvaltningen", 14),
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_a_flushed_database_keeps_its_triggers(time: int, city: SmallCity) -> None:
    assert Node.objects.filter(kind="party").count() == 2
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'fact_kept%%'")
            assert cursor.fetchone()[0] == 2
