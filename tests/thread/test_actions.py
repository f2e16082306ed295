"""The thread grows: nodes, strands and facts, each in its own way once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from ledstjarna.thread import actions, reads
from ledstjarna.thread.models import Audience, Fact, Node, Strand, Tide, Words
from ledstjarna.thread.stems import indexed
from tests.fixtures.city import NOW

pytestmark = pytest.mark.django_db


def made(title: str = "Hamnpartiet", **more: Any) -> Node:
    return actions.add_node(kind="party", title=title, **more)


def test_a_node_is_for_the_city_until_it_is_opened() -> None:
    node = made()
    assert node.audience == Audience.CITY
    actions.open_to(node=node, audience=Audience.PUBLIC)
    assert Node.objects.get(pk=node.pk).audience == Audience.PUBLIC


def test_many_nodes_are_opened_at_once() -> None:
    nodes = actions.add_nodes([Node(kind="party", title=str(i)) for i in range(1203)])
    actions.open_all(ids=(node.pk for node in nodes), audience=Audience.PUBLIC)
    assert Node.objects.filter(audience=Audience.PUBLIC).count() == 1203


def test_many_nodes_keep_their_order_and_get_their_rows() -> None:
    nodes = actions.add_nodes([Node(kind="party", title=str(i)) for i in range(700)])
    assert [node.title for node in Node.objects.filter(pk__in=[one.pk for one in nodes]).order_by("pk")] == [
        str(i) for i in range(700)
    ]


def test_T5_a_ref_says_nothing_and_cannot_be_counted_up() -> None:
    refs = {made(str(i)).ref for i in range(200)}
    assert len(refs) == 200
    assert {len(ref) for ref in refs} == {10}


def test_a_long_title_is_cut_where_it_no_longer_fits() -> None:
    node = made("x" * 400)
    actions.retitle(node=node, title="y" * 400)
    assert Node.objects.get(pk=node.pk).title == "y" * 300


def test_the_readers_of_a_node_are_named() -> None:
    person = made("Kim")
    node = actions.add_node(kind="party", title="x", audience=Audience.NAMED, readers=[person.pk])
    assert list(node.readers.values_list("person_id", flat=True)) == [person.pk]


def test_the_same_strand_twice_is_one() -> None:
    one, two = made("one"), made("two")
    for _ in range(2):
        actions.tie(source=one, name="serves", target=two)
        actions.tie_all([(one.pk, "serves", two.pk)])
    assert Strand.objects.count() == 1


def test_a_strand_is_cut_alone_and_twice_without_harm() -> None:
    one, two = made("one"), made("two")
    actions.tie(source=one, name="serves", target=two)
    actions.tie(source=two, name="serves", target=one)
    for _ in range(2):
        actions.untie(source=one.pk, name="serves", target=two.pk)
    assert list(Strand.objects.filter(cut=False).values_list("source_id", "target_id")) == [(two.pk, one.pk)]


def test_strands_lead_to_exactly_those_that_are_named() -> None:
    one, two, three = made("one"), made("two"), made("three")
    actions.tie_exactly(source=one, name="serves", targets=[two.pk])
    actions.tie_exactly(source=one, name="serves", targets=[three.pk])
    actions.tie_exactly(source=one, name="serves", targets=[three.pk, two.pk])
    standing = Strand.objects.filter(cut=False)
    assert set(standing.values_list("target_id", flat=True)) == {two.pk, three.pk}
    assert Strand.objects.filter(cut=True).count() == 1


def test_every_strand_that_goes_out_is_cut() -> None:
    one, two = made("one"), made("two")
    actions.tie(source=one, name="serves", target=two)
    actions.tie(source=two, name="serves", target=one)
    actions.untie_all(source=one)
    assert Strand.objects.get(cut=False).source_id == two.pk


def test_what_comes_and_goes_bears_the_moment_of_its_fact() -> None:
    one, two = made("one"), made("two")
    actions.tie(source=one, name="serves", target=two)
    actions.record(who=None, verb="sky.lit", node=one, at=NOW)
    actions.untie(source=one, name="serves", target=two)
    later = NOW + timedelta(days=1)
    actions.record(who=None, verb="sky.lit", node=one, at=later)
    strand = Strand.objects.get()
    assert (strand.since, strand.until) == (NOW, later)
    assert set(Node.objects.values_list("born", flat=True)) == {NOW}


def test_a_node_that_has_ended_is_there_and_promises_nothing() -> None:
    node = made()
    actions.promise(node=node, due=NOW.date())
    assert Node.objects.get().due == NOW.date()
    actions.end(node=node, at=NOW)
    node = Node.objects.get()
    assert (node.ended, node.due) == (NOW, None)


def test_words_indexed_anew_replace_the_old() -> None:
    node = made()
    actions.index(node, "hamnen")
    actions.index(node, "skolan")
    assert list(Words.objects.values_list("stems", flat=True)) == [indexed("skolan")]


def test_facts_are_numbered_without_a_gap_and_move_the_tide() -> None:
    node, other = made("one"), made("two")
    first = actions.record(who=None, verb="people.granted", node=node, at=NOW)
    second = actions.record(who=other.pk, verb="people.revoked", node=node, other=other, at=NOW)
    assert (first, second) == (1, 2)
    tide = Tide.objects.get(pk=1)
    assert (tide.number, tide.hash) == (2, Fact.objects.get(number=2).hash)


def test_a_fact_that_was_not_to_be_leaves_no_gap() -> None:
    node = made()
    actions.record(who=None, verb="people.granted", node=node, at=NOW)
    with transaction.atomic():
        actions.record(who=None, verb="people.granted", node=node, at=NOW)
        transaction.set_rollback(True)
    assert actions.record(who=None, verb="people.granted", node=node, at=NOW) == 2


def test_T17_many_facts_at_once_are_the_same_chain_as_one_by_one() -> None:
    node, other = made(), made("Skogspartiet")
    rows = [(NOW + timedelta(n), None, "people.granted", node.pk, other.pk if n else None) for n in range(3)]
    with transaction.atomic():
        for at, _who, verb, _node, end in rows:
            actions.record(who=None, verb=verb, node=node, at=at, other=other if end else None)
        one_by_one = list(Fact.objects.order_by("number").values_list("number", "at", "hash"))
        transaction.set_rollback(True)
    node, other = made(), made("Skogspartiet")
    moved = [(at, who, verb, node.pk, other.pk if end else None) for at, who, verb, _node, end in rows]
    assert actions.record_all(moved) == Tide.objects.get().number
    at_once = list(Fact.objects.order_by("number").values_list("number", "at", "hash"))
    assert [row[:2] for row in at_once] == [row[:2] for row in one_by_one]
    assert reads.verify().broken_at is None
    assert Node.objects.get(pk=node.pk).born == rows[-1][0]
