"""What the thread tells of its past, and to whom."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.thread import actions
from ledstjarna.thread.chronicle import Chronicle, chronicle
from ledstjarna.thread.models import Audience, Node
from tests.fixtures.city import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


@dataclass(frozen=True)
class Eye:
    """As much of a viewer as the thread asks for."""

    signed_in: bool = True
    node_id: int | None = None
    authority_ids: frozenset[int] = field(default_factory=frozenset)


def told(*acts_of: int, signed_in: bool = True) -> Chronicle:
    return chronicle(viewer=Eye(signed_in=signed_in), acts_of=acts_of)


def goal(**more: object) -> Node:
    node = actions.add_node(kind="board_goal", title="Goal", **more)  # type: ignore[arg-type]
    actions.record(who=None, verb="missions.set", node=node, at=NOW)
    return node


def person(audience: str = Audience.CITY) -> Node:
    return actions.add_node(kind="person", title="Kim", audience=audience)


def test_what_has_ended_and_what_was_cut_are_told_with_when() -> None:
    one, other = goal(), goal()
    actions.tie(source=one, name="serves", target=other)
    actions.record(who=None, verb="missions.changed", node=one, at=NOW)
    actions.untie(source=one, name="serves", target=other)
    actions.end(node=one, at=LATER)
    actions.record(who=None, verb="missions.stopped", node=one, at=LATER)
    past = told()
    assert (past.ids, past.ended) == ((one.pk, other.pk), (LATER, None))
    assert past.strands == ((one.pk, "serves", other.pk, NOW, LATER),)


def test_a_promise_that_was_kept_can_still_be_told() -> None:
    asked = goal(due=NOW.date())
    actions.promise(node=asked, due=None)
    actions.record(who=None, verb="missions.answered", node=asked, at=LATER)
    assert told().promises == ((asked.pk, NOW.date(), NOW, LATER),)


def test_a_day_that_was_put_off_is_another_promise_and_the_same_day_is_the_same() -> None:
    asked = goal(due=NOW.date())
    actions.promise(node=asked, due=NOW.date())
    actions.record(who=None, verb="missions.changed", node=asked, at=NOW)
    assert told().promises == ((asked.pk, NOW.date(), NOW, None),)
    actions.promise(node=asked, due=LATER.date())
    actions.record(who=None, verb="missions.changed", node=asked, at=LATER)
    assert told().promises == ((asked.pk, NOW.date(), NOW, LATER), (asked.pk, LATER.date(), LATER, None))


def test_what_ends_promises_nothing_more() -> None:
    asked = goal(due=NOW.date())
    actions.end(node=asked, at=LATER)
    actions.record(who=None, verb="missions.stopped", node=asked, at=LATER)
    assert told().promises == ((asked.pk, NOW.date(), NOW, LATER),)


def test_many_nodes_bring_their_promises() -> None:
    actions.add_nodes([Node(kind="board_goal", title=str(n), due=NOW.date()) for n in range(3)])
    assert len(told().promises) == 3


def test_the_acts_of_those_who_are_asked_for_are_told_and_of_nobody_else() -> None:
    node, leader, other = goal(), person(), person()
    for who in (leader, other):
        actions.record(who=who.pk, verb="missions.changed", node=node, at=LATER)
    assert told(leader.pk).acts == ((node.pk, leader.pk, LATER),)
    assert told().acts == ()


def test_T5_whoever_is_not_signed_in_is_told_of_nobody_s_acts() -> None:
    node, leader = goal(audience=Audience.PUBLIC), person()
    actions.record(who=leader.pk, verb="missions.changed", node=node, at=LATER)
    assert told(leader.pk, signed_in=False).ids == (node.pk,)
    assert told(leader.pk, signed_in=False).acts == ()


def test_R18_the_acts_of_a_protected_person_are_told_to_nobody() -> None:
    node, hidden = goal(), person(Audience.NAMED)
    actions.record(who=hidden.pk, verb="missions.changed", node=node, at=LATER)
    assert told(hidden.pk).acts == ()


def test_T5_nothing_is_told_of_what_one_may_not_read() -> None:
    one, hidden = goal(), goal(audience=Audience.NAMED, due=NOW.date())
    actions.tie(source=hidden, name="serves", target=one)
    actions.record(who=None, verb="missions.changed", node=hidden, at=NOW)
    past = told()
    assert (past.ids, past.strands, past.promises) == ((one.pk,), (), ())


def test_of_an_empty_thread_there_is_nothing_to_tell() -> None:
    assert told() == Chronicle((), (), (), (), (), (), (), (), (), (), ())


@pytest.mark.parametrize("count", [1, 30])
def test_G19_the_past_is_told_in_four_questions_however_long_it_is(count: int) -> None:
    leader = person()
    for _ in range(count):
        actions.record(who=leader.pk, verb="missions.changed", node=goal(due=NOW.date()), at=LATER)
    with CaptureQueriesContext(connection) as asked:
        told(leader.pk)
    assert len(asked) == 4
