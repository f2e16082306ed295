"""A small sky for the tests of the atlas: nodes and strands are put on the thread by hand."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from ledstjarna.people.models import Account, Employment, Person, RoleAssignment, Unit
from ledstjarna.people.viewer import Held, Viewer
from ledstjarna.thread import actions as thread
from ledstjarna.thread import memory
from ledstjarna.thread.models import Node

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
LONG_AGO = date(2020, 1, 1)


class Sky:
    """Hangs things on the thread, and records a fact of each as the rooms do."""

    def node(
        self,
        kind: str,
        title: str,
        *up: tuple[str, Node],
        audience: str = "city",
        lang: str = "",
        authority: int | None = None,
        home: int | None = None,
        due: date | None = None,
        days_ago: int = 0,
    ) -> Node:
        """A node that is the source of these strands."""
        made = thread.add_node(
            kind=kind, title=title, audience=audience, lang=lang, authority=authority, home=home, due=due
        )
        for name, target in up:
            thread.tie(source=made, name=name, target=target)
        self.fact("vision.drafted", made, days_ago=days_ago)
        return made

    def vision(self, title: str = "Harbour 2040", audience: str = "city") -> Node:
        """Something to steer by."""
        return self.node("vision", title, audience=audience)

    def area(self, title: str, vision: Node | None = None, audience: str = "city") -> Node:
        """An area, loose where no vision is given."""
        return self.node("area", title, *([("belongs_to", vision)] if vision else []), audience=audience)

    def grown(self, area: Node, title: str, audience: str = "city") -> Node:
        """A statement that an area grew from."""
        statement = self.node("statement", title, audience=audience)
        thread.tie(source=area, name="grew_from", target=statement)
        return statement

    def word(self, party: Node, vision: Node, title: str) -> Node:
        """What a party says of a vision."""
        return self.node("endorsement", title, ("endorses", vision), ("spoken_by", party))

    def fact(self, verb: str, node: Node, other: Node | None = None, *, days_ago: int = 0) -> None:
        """Something that happened to a node."""
        thread.record(who=None, verb=verb, node=node, other=other, at=NOW - timedelta(days=days_ago))


@pytest.fixture
def sky(db: None) -> Sky:
    """An empty sky."""
    return Sky()


@pytest.fixture(autouse=True)
def fresh_memory() -> Iterator[None]:
    """No answer kept from one test meets the next, whose tide may have the same number."""
    memory.forget()
    yield
    memory.forget()


def colleague(node: Node | None = None, *authorities: Node, role: str = "") -> Viewer:
    """Somebody who works in the city, perhaps at these authorities, perhaps with a role."""
    return Viewer(
        node_id=node.pk if node else None,
        name="Ada Holm",
        signed_in=True,
        roles=(Held(role, None, None, None),) if role else (),
        unit_ids=frozenset(),
        department_id=None,
        authority_ids=frozenset(each.pk for each in authorities),
    )


@pytest.fixture
def enter(client: Client, db: None) -> Callable[[str], Client]:
    """Signs somebody with a role in."""

    def entered(role: str) -> Client:
        unit_node = thread.add_node(kind="unit", title="Harbour office")
        unit = Unit.objects.create(
            node=unit_node, code="harbour", name="Harbour office", kind="unit", valid_from=LONG_AGO
        )
        node = thread.add_node(kind="person", title="Ada Holm")
        person = Person.objects.create(node=node, number="1", given="Ada", family="Holm")
        Employment.objects.create(person=person, unit=unit, title="Pilot", valid_from=LONG_AGO)
        RoleAssignment.objects.create(person=person, role=role, valid_from=LONG_AGO)
        account = Account.objects.create(email="ada@town.example", person=person)
        client.force_login(account)
        return client

    return entered
