"""What the thread answers, and to whom."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ledstjarna.thread import actions, reads, room
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.room import Kind, Room, Tie
from tests.fixtures.city import NOW


@dataclass(frozen=True)
class Eye:
    """As much of a viewer as the thread asks for."""

    signed_in: bool = True
    node_id: int | None = None
    authority_ids: frozenset[int] = field(default_factory=frozenset)


NOBODY = Eye(signed_in=False)
SOMEBODY = Eye()
SKY = Room(
    name="sky",
    kinds=(
        Kind("star", "Star", "Stars", star=True),
        Kind("goal", "Goal", "Goals", aims=True),
        Kind("mission", "Mission", "Missions", aims=True),
        Kind("whisper", "Whisper", "Whispers", sealed=True),
    ),
    ties=(
        Tie("serves", "goal", ("star",), "serves", "is served by"),
        Tie("serves", "mission", ("goal",), "serves", "asks for", start="health"),
        Tie("grew_from", "mission", ("whisper",), "grew from", "grew into", up="source"),
    ),
    verbs={"sky.lit": "was lit"},
)


@pytest.fixture
def sky(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(room, "_rooms", {})
    room.announce(SKY)


def made(kind: str, title: str = "x", audience: str = Audience.CITY, **more: Any) -> Node:
    return actions.add_node(kind=kind, title=title, audience=audience, **more)


def sees(viewer: Eye, node: Node) -> bool:
    return reads.seen_by(viewer).filter(pk=node.pk).exists()


class Visible(TestCase):
    """A property of every audience and every viewer, each example in a database of its own."""

    @given(
        audience=st.sampled_from(Audience.values),
        signed_in=st.booleans(),
        is_reader=st.booleans(),
        same_authority=st.booleans(),
        shown_to_own=st.booleans(),
    )
    def test_R15_a_node_is_read_by_its_audience_and_nobody_else(
        self, audience: str, signed_in: bool, is_reader: bool, same_authority: bool, shown_to_own: bool
    ) -> None:
        person, board, other = made("person"), made("board"), made("board")
        readers = [person.pk] if is_reader else []
        node = made("goal", audience=audience, authority=board.pk, readers=readers)
        if shown_to_own:
            actions.show(node=node, to=other.pk)
        own = frozenset({board.pk, other.pk}) if same_authority else frozenset({other.pk})
        viewer = Eye(signed_in, person.pk, own)
        allowed = {
            Audience.PUBLIC: True,
            Audience.CITY: signed_in,
            Audience.AUTHORITY: signed_in and (same_authority or shown_to_own),
            Audience.NAMED: signed_in and is_reader,
        }
        assert sees(viewer, node) == allowed[Audience(audience)]


@pytest.mark.usefixtures("sky")
def test_R15_what_is_shown_to_another_board_is_shown_to_that_one_alone() -> None:
    own, shown, third = made("board"), made("board"), made("board")
    node = made("goal", audience=Audience.AUTHORITY, authority=own.pk)
    actions.show(node=node, to=shown.pk)
    actions.show(node=node, to=shown.pk)
    seen = [sees(Eye(authority_ids=frozenset({one.pk})), node) for one in (own, shown, third)]
    assert seen == [True, True, False]
    assert not sees(Eye(signed_in=False, authority_ids=frozenset({shown.pk})), node)


@pytest.mark.usefixtures("sky")
def test_a_board_among_the_readers_opens_nothing_that_is_for_named_persons() -> None:
    board, person = made("board"), made("person")
    node = made("goal", audience=Audience.NAMED, readers=[person.pk])
    actions.show(node=node, to=board.pk)
    assert not sees(Eye(authority_ids=frozenset({board.pk})), node)
    assert sees(Eye(node_id=person.pk), node)


@pytest.mark.usefixtures("sky")
def test_a_person_among_the_readers_of_a_board_s_own_opens_it_to_nobody() -> None:
    person = made("person")
    node = made("goal", audience=Audience.AUTHORITY, authority=made("board").pk, readers=[person.pk])
    assert not sees(Eye(node_id=person.pk), node)


@pytest.mark.usefixtures("sky")
def test_T5_what_is_not_for_you_is_missing_as_if_it_were_not_there() -> None:
    node = made("goal", audience=Audience.NAMED)
    for ref in (node.ref, "zzzzzzzzzz"):
        with pytest.raises(reads.Missing, match=ref):
            reads.node(ref=ref, viewer=SOMEBODY)


@pytest.mark.usefixtures("sky")
def test_a_node_of_another_kind_is_missing() -> None:
    node = made("goal")
    assert reads.node(ref=node.ref, viewer=SOMEBODY, kind="goal") == node
    with pytest.raises(reads.Missing):
        reads.node(ref=node.ref, viewer=SOMEBODY, kind="star")


@pytest.mark.usefixtures("sky")
def test_a_sealed_kind_shows_its_label_and_never_its_title() -> None:
    assert reads.spot(made("whisper", "what was said")).title == "Whisper"


@pytest.mark.usefixtures("sky")
def test_spots_come_by_kind_and_title() -> None:
    for kind, title in (("mission", "b"), ("goal", "d"), ("mission", "a"), ("star", "c")):
        made(kind, title)
    found = reads.spots(viewer=SOMEBODY, kind=("goal", "mission"))
    assert [(one.kind, one.title) for one in found] == [("goal", "d"), ("mission", "a"), ("mission", "b")]
    assert reads.spots(viewer=NOBODY, kind="goal") == []


def line(length: int) -> list[Node]:
    """A star, and below it goals in one line."""
    nodes = [made("star", "star")] + [made("goal", f"goal {i}") for i in range(length)]
    for above, below in pairwise(nodes):
        actions.tie(source=below, name="serves", target=above)
    return nodes


@pytest.mark.usefixtures("sky")
def test_why_is_the_path_from_the_star_to_here() -> None:
    nodes = line(3)
    path = reads.why(ids=[nodes[-1].pk], viewer=SOMEBODY)[nodes[-1].pk]
    assert [spot.title for spot in path] == ["star", "goal 0", "goal 1", "goal 2"]


@pytest.mark.usefixtures("sky")
def test_why_of_a_loose_thread_is_itself_alone() -> None:
    node = made("goal", "loose")
    assert [spot.title for spot in reads.why(ids=[node.pk], viewer=SOMEBODY)[node.pk]] == ["loose"]


@pytest.mark.usefixtures("sky")
def test_why_takes_the_shortest_way() -> None:
    nodes = line(3)
    actions.tie(source=nodes[3], name="serves", target=nodes[0])
    path = reads.why(ids=[nodes[3].pk], viewer=SOMEBODY)[nodes[3].pk]
    assert [spot.title for spot in path] == ["star", "goal 2"]


@pytest.mark.usefixtures("sky")
def test_why_climbs_a_strand_that_points_down() -> None:
    star, goal, mission, whisper = made("star"), made("goal"), made("mission"), made("whisper")
    actions.tie_all([(goal.pk, "serves", star.pk), (mission.pk, "serves", goal.pk)])
    actions.tie(source=mission, name="grew_from", target=whisper)
    path = reads.why(ids=[whisper.pk], viewer=SOMEBODY)[whisper.pk]
    assert [spot.kind for spot in path] == ["star", "goal", "mission", "whisper"]


@pytest.mark.usefixtures("sky")
def test_why_never_leads_through_what_one_may_not_read() -> None:
    nodes = line(2)
    actions.open_to(node=nodes[1], audience=Audience.NAMED)
    path = reads.why(ids=[nodes[2].pk], viewer=SOMEBODY)[nodes[2].pk]
    assert [spot.title for spot in path] == ["goal 1"]


@pytest.mark.usefixtures("sky")
def test_why_ends_in_a_ring_without_a_star() -> None:
    one, two = made("goal", "one"), made("goal", "two")
    actions.tie_all([(one.pk, "serves", two.pk), (two.pk, "serves", one.pk)])
    assert [spot.title for spot in reads.why(ids=[one.pk], viewer=SOMEBODY)[one.pk]] == ["one"]


@pytest.mark.usefixtures("sky")
@pytest.mark.parametrize("count", [1, 3, 40])
def test_G19_why_asks_as_often_for_many_as_for_one(count: int) -> None:
    star = made("star")
    goals = [made("goal", str(i)) for i in range(count)]
    actions.tie_all((goal.pk, "serves", star.pk) for goal in goals)
    with CaptureQueriesContext(connection) as asked:
        found = reads.why(ids=[goal.pk for goal in goals], viewer=SOMEBODY)
    assert (len(found), len(asked)) == (count, 2)


@pytest.mark.usefixtures("sky")
def test_a_neighbour_is_told_in_the_words_of_its_end() -> None:
    star, goal, mission = made("star"), made("goal"), made("mission")
    actions.tie_all([(goal.pk, "serves", star.pk), (mission.pk, "serves", goal.pk)])
    found = reads.neighbours(node=goal, viewer=SOMEBODY)
    assert [(one.label, one.spot.kind) for one in found] == [("serves", "star"), ("asks for", "mission")]


@pytest.mark.usefixtures("sky")
def test_neighbours_are_told_without_the_ties_that_are_not_asked_for() -> None:
    star, goal = made("star"), made("goal")
    actions.tie(source=goal, name="serves", target=star)
    assert reads.neighbours(node=star, viewer=SOMEBODY, without=["serves"]) == []


@pytest.mark.usefixtures("sky")
def test_a_neighbour_that_one_may_not_read_is_no_neighbour() -> None:
    star, goal = made("star", audience=Audience.PUBLIC), made("goal")
    actions.tie(source=goal, name="serves", target=star)
    assert reads.neighbours(node=star, viewer=NOBODY) == []
    assert reads.strands(viewer=NOBODY, names=["serves"]) == []
    assert reads.strands(viewer=SOMEBODY, names=["serves"]) == [(goal.pk, "serves", star.pk)]


@pytest.mark.usefixtures("sky")
def test_a_page_offers_what_other_rooms_begin_there() -> None:
    assert reads.starts(kind="goal", viewer=SOMEBODY) == (("asks for", "health"),)
    assert reads.starts(kind="star", viewer=SOMEBODY) == ()


@pytest.mark.usefixtures("sky")
def test_a_page_offers_nothing_to_those_who_may_not_begin_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reads.starts(kind="goal", viewer=NOBODY) == ()
    refused = [replace(tie, may="operator.not_") for tie in room.ties()]
    monkeypatch.setattr(room, "ties", lambda: refused)
    assert reads.starts(kind="goal", viewer=SOMEBODY) == ()


@pytest.mark.usefixtures("sky")
def test_the_fabric_has_what_stands_and_is_for_more_than_named_persons() -> None:
    common, named = made("goal"), made("goal", audience=Audience.NAMED)
    ended = made("goal")
    actions.end(node=ended, at=NOW)
    seen = reads.fabric(viewer=SOMEBODY).ids
    for node in (common, named, Node.objects.get(pk=ended.pk)):
        assert reads.in_fabric(node) is (node.pk in seen)


@pytest.mark.usefixtures("sky")
def test_events_are_told_latest_first_and_named_to_colleagues_alone() -> None:
    person, node = made("star", "Kim"), made("goal", "the goal", audience=Audience.PUBLIC)
    for _ in range(2):
        actions.record(who=person.pk, verb="sky.lit", node=node, at=NOW)
    told = reads.events(viewer=SOMEBODY)
    assert [(event.number, event.who, event.sentence) for event in told] == [
        (2, "Kim", "was lit"),
        (1, "Kim", "was lit"),
    ]
    assert {event.who for event in reads.events(viewer=NOBODY)} == {""}


@pytest.mark.usefixtures("sky")
def test_T11_a_protected_person_is_not_named_in_events() -> None:
    person = made("star", "Kim", audience=Audience.NAMED)
    actions.record(who=person.pk, verb="sky.lit", node=made("goal"), at=NOW)
    assert [event.who for event in reads.events(viewer=SOMEBODY)] == [""]


@pytest.mark.usefixtures("sky")
def test_events_about_what_one_may_not_read_are_not_told() -> None:
    node, other = made("goal"), made("goal")
    actions.record(who=None, verb="sky.lit", node=node, at=NOW)
    assert reads.events(viewer=NOBODY) == []
    assert reads.events(viewer=SOMEBODY, nodes=[other.pk]) == []
    assert len(reads.events(viewer=SOMEBODY, nodes=[node.pk])) == 1


@pytest.mark.django_db
def test_a_kind_is_told_in_the_reader_s_language() -> None:
    node = made("organisation", "Sundhamn")
    spoken = []
    for language in ("en", "sv"):
        with translation.override(language):
            spoken.append(reads.spot(node).label)
    assert spoken == ["Organisation", "Organisation"]


def woven() -> tuple[Node, Node]:
    star, goal = made("star", "Star"), made("goal", "Goal")
    actions.tie(source=goal, name="serves", target=star)
    actions.record(who=None, verb="sky.lit", node=goal, at=NOW)
    return star, goal


def test_what_has_ended_is_offered_no_more(sky: None) -> None:
    _star, goal = woven()
    actions.end(node=goal, at=NOW)
    assert reads.spots(viewer=SOMEBODY, kind="goal") == []


def test_the_fabric_holds_what_stands_and_when_it_was_stirred(sky: None) -> None:
    star, goal = woven()
    cloth = reads.fabric(viewer=SOMEBODY)
    assert cloth.ids == (star.pk, goal.pk)
    assert cloth.kinds == ("star", "goal")
    assert cloth.stirred == (None, NOW)
    assert cloth.strands == ((goal.pk, "serves", star.pk),)


def test_the_fabric_of_nothing_is_bare(sky: None) -> None:
    assert reads.fabric(viewer=SOMEBODY).ids == ()


def test_the_fabric_has_no_strand_to_what_one_may_not_read(sky: None) -> None:
    star, goal = woven()
    actions.open_to(node=star, audience=Audience.NAMED)
    cloth = reads.fabric(viewer=SOMEBODY)
    assert (cloth.ids, cloth.strands) == ((goal.pk,), ())


def test_the_fabric_is_told_as_it_was_at_any_moment(sky: None) -> None:
    star, goal = woven()
    later = NOW + timedelta(days=2)
    actions.untie(source=goal, name="serves", target=star)
    actions.end(node=goal, at=later)
    actions.record(who=None, verb="sky.lit", node=goal, at=later)
    assert reads.fabric(viewer=SOMEBODY).ids == (star.pk,)
    before = reads.fabric(viewer=SOMEBODY, at=NOW)
    assert (before.ids, before.stirred, len(before.strands)) == ((star.pk, goal.pk), (None, NOW), 1)
    assert reads.fabric(viewer=SOMEBODY, at=NOW - timedelta(days=1)).ids == ()
    assert reads.fabric(viewer=SOMEBODY, at=later).strands == ()


@pytest.mark.parametrize("count", [1, 30])
def test_G19_the_fabric_asks_as_often_for_many_as_for_few(sky: None, count: int) -> None:
    for _ in range(count):
        woven()
    with CaptureQueriesContext(connection) as asked:
        reads.fabric(viewer=SOMEBODY)
    assert len(asked) == 3
