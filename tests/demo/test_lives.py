"""What is written many at a time is what the room's actions leave, one after another."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import transaction

from ledstjarna.demo import obstacles as demo
from ledstjarna.demo.city import city
from ledstjarna.demo.lives import Cast, Life, write
from ledstjarna.people import founding
from ledstjarna.people.models import Person, RoleAssignment, Unit
from ledstjarna.people.viewer import NOBODY, steward, viewer_of
from ledstjarna.rooms.obstacles import actions
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.rooms.obstacles.scope import parents
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Fact, Node, Strand, Words

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIELDS = (
    "text", "where_id", "receiver_id", "asked_by_id", "sealed", "reported_on", "promised", "by_day", "state",
    "ending", "reopened", "answer", "answered_by_id", "answered_on", "reminded_on", "echoes",
)  # fmt: skip


def replayed(life: Life) -> Node:
    """A life lived by the room's own actions."""
    refs = dict(Node.objects.filter(kind__in=("unit", "board_goal")).values_list("pk", "ref"))
    ref, secret = "", ""
    for name, who, at, words in life.deeds:
        viewer = viewer_of(Person.objects.select_related("node").get(pk=who), at.date()) if who else NOBODY
        by: dict[str, Any] = {"viewer": viewer, "now": at}
        if name in {"report", "post"}:
            told: dict[str, Any] = {"receiver": refs[_first(life)], "alone": life.sealed}
            told |= {"hinders": [refs[pk] for pk in life.hinders], "where": refs[life.work.unit_id]}
            made = getattr(actions, name)(text=life.text, **told, **by)
            ref, secret = (made, "") if name == "report" else ("", made)
        elif name in {"deliver", "remind", "close_silent"}:
            ref = getattr(actions, name)(now=at)
        elif name == "write_back":
            actions.write_back(key=secret, **words, **by)
        else:
            given = words | ({"to": refs[words["to"]]} if "to" in words else {})
            getattr(actions, name)(ref=ref, **given, **by)
    return Node.objects.get(ref=ref)


def _first(life: Life) -> int:
    """The unit that it was sent to before anybody handed it over."""
    turns = [turn for turn in life.turns if turn["sort"] == "handed"]
    return int(turns[0]["giver_id"]) if turns else life.receiver


def kept(node: Node) -> dict[str, Any]:
    """All that is kept of a life, but for names that are drawn."""
    one = Obstacle.objects.get(node=node)
    deeds = Node.objects.filter(outward__name="clears", outward__target=node).order_by("pk")
    columns = ("sort", "on", "text", "outcome", "until", "giver_id", "taker_id")
    about = ("title", "audience", "lang", "home_id", "authority_id", "due", "ended", "born")
    facts = Fact.objects.filter(node=node).order_by("number")
    ties = Strand.objects.filter(source=node, cut=False).order_by("target_id")
    return {
        "fields": [getattr(one, name) for name in FIELDS],
        "keys": (bool(one.key), one.salt is None),
        "node": [getattr(node, name) for name in about],
        "turns": list(one.turns.order_by("pk").values_list(*columns)),
        "ties": list(ties.values_list("name", "target_id", "since")),
        "facts": list(facts.values_list("at", "who_id", "verb", "other_id")),
        "deeds": [[getattr(deed, name) for name in about] for deed in deeds],
        "eases": [sorted(deed.outward.values_list("name", "since")) for deed in deeds],
        "readers": sorted(node.readers.values_list("person_id", flat=True)),
        "words": Words.objects.get(node=node).stems,
    }  # fmt: skip


@pytest.fixture
def cast(db: None) -> Cast:
    """A small Sundhamn with its functions and a goal."""
    organisation = city(scale=0.07)
    since = date(2020, 1, 1)
    founding.found(organisation=organisation, since=since, viewer=steward("", since), now=NOW)
    goal = thread.add_node(kind="board_goal", title="Fler vågar gå ut")
    thread.record(who=None, verb="missions.set", node=goal, at=NOW)
    demo._desks(NOW)
    return Cast(NOW)


def test_a_life_written_with_many_others_is_the_one_that_the_actions_would_have_left(cast: Cast) -> None:
    lives = demo.made_up(cast, NOW, many=90, seed=3)
    written = [kept(Node.objects.get(pk=node.pk)) for node in write(lives)]
    for life, found in zip(lives, written, strict=True):
        with transaction.atomic():
            assert kept(replayed(life)) == found, life.deeds
            transaction.set_rollback(True)
    assert {name for life in lives for name, *_rest in life.deeds} == {
        "report", "post", "deliver", "hand_over", "postpone", "answer", "judge", "write_back", "remind",
        "close_silent",
    }  # fmt: skip


def test_whoever_leads_in_the_cast_leads_in_the_city(cast: Cast) -> None:
    held = RoleAssignment.objects.filter(role__in=("manager", "director")).exclude(unit=None)
    assert set(cast.heads) == set(held.values_list("unit_id", flat=True))
    assert cast.above == parents()
    assert len(cast.units) == Unit.objects.count()
