"""T17 on the database itself: whoever can write to its tables is found out."""

import pytest
from django.db import DatabaseError, connection, transaction

from ledstjarna.thread import actions, chain, reads
from ledstjarna.thread.models import Fact, Node, Tide
from tests.fixtures.city import NOW
from tests.fixtures.log import lifted_triggers

pytestmark = pytest.mark.django_db
LENGTH = 8


@pytest.fixture
def told(db: None) -> Node:
    """A node of which eight facts are told."""
    node = actions.add_node(kind="party", title="Hamnpartiet")
    for _ in range(LENGTH):
        actions.record(who=None, verb="people.granted", node=node, at=NOW)
    return node


def lift() -> None:
    """Open the log, as somebody with the database's own password could."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks waiting cannot be altered
            cursor.execute("ALTER TABLE thread_fact DISABLE TRIGGER fact_kept")
    else:
        lifted_triggers()


def test_facts_are_told_and_the_chain_holds(told: Node) -> None:
    assert reads.verify() == chain.Verdict(LENGTH, None, "")


def test_T17_the_database_refuses_to_change_a_fact(told: Node) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Fact.objects.filter(number=3).update(verb="people.revoked")


def test_T17_the_database_refuses_to_delete_a_fact(told: Node) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Fact.objects.filter(number=3)._raw_delete(using="default")


def test_T17_a_changed_fact_is_found(told: Node) -> None:
    lift()
    Fact.objects.filter(number=3).update(verb="people.revoked")
    assert reads.verify() == chain.Verdict(2, 3, "this fact is not as it was written")


def test_T17_a_deleted_fact_is_found(told: Node) -> None:
    lift()
    Fact.objects.filter(number=3)._raw_delete(using="default")
    assert reads.verify() == chain.Verdict(2, 3, "a fact is missing here")


def test_T17_two_swapped_facts_are_found(told: Node) -> None:
    lift()
    first, second = Fact.objects.filter(number__in=(3, 4)).order_by("number").values_list("hash", flat=True)
    Fact.objects.filter(number=3).update(hash=second)
    Fact.objects.filter(number=4).update(hash=first)
    assert reads.verify().broken_at == 3


def test_T17_a_cut_tail_is_found(told: Node) -> None:
    lift()
    Fact.objects.filter(number__gt=6)._raw_delete(using="default")
    assert reads.verify() == chain.Verdict(6, 7, "the latest facts do not match the tide")


def test_T17_a_log_rebuilt_with_its_tide_is_found_by_the_anchor(told: Node) -> None:
    tide = Tide.objects.get(pk=1)
    anchor = (tide.number, tide.hash)
    lift()
    Fact.objects.filter(number__gt=2)._raw_delete(using="default")
    Tide.objects.filter(pk=1).update(number=2, hash=Fact.objects.get(number=2).hash)
    for _ in range(LENGTH - 2):
        actions.record(who=None, verb="people.revoked", node=told, at=NOW)
    assert reads.verify() == chain.Verdict(LENGTH, None, "")
    assert reads.verify(anchor).broken_at == LENGTH
