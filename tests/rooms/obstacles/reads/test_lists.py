"""Obstacles in lists."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.people.models import RoleAssignment
from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.thread.reads import Missing
from tests.rooms.obstacles.conftest import Desk


def home(desk: Desk, role: str = "colleague", days: int = 0, **more: Any) -> reads.Home:
    return reads.home(**desk.by(role, days), **more)


def test_everybody_in_the_city_sees_what_is_not_for_the_receiver_alone(desk: Desk) -> None:
    open_, sealed = desk.report(), desk.report(alone=True, text="Samtal hörs genom väggen")
    assert [row.ref for row in home(desk).rows] == [open_]
    for role in ("manager", "director", "city_director", "employee"):
        assert {row.ref for row in home(desk, role).rows} == {open_, sealed}
    for role in ("administrator", "hr", "registrar", "elected"):
        assert {row.ref for row in home(desk, role).rows} == {open_}
    with pytest.raises(Missing):
        home(desk, "resident")


def test_the_role_that_is_held_today_decides_and_not_the_one_held_when_it_was_sent(desk: Desk) -> None:
    sealed = desk.report(alone=True)
    RoleAssignment.objects.filter(role="manager").update(valid_to=date(2026, 8, 31))
    RoleAssignment.objects.create(
        person=desk.city.persons["crowd1"], role="manager", unit=desk.city.units["home"],
        valid_from=date(2026, 9, 1),
    )  # fmt: skip
    assert [row.ref for row in home(desk, "crowd1").rows] == [sealed]
    assert home(desk, "manager").rows == ()


def test_what_waits_comes_first_by_its_promised_day_then_the_latest(desk: Desk) -> None:
    late, quick = desk.report(), desk.report(receiver=desk.ref("quay"))
    done = desk.report()
    desk.answer(done)
    assert [row.ref for row in home(desk).rows] == [quick, late, done]


def test_a_passed_day_is_told_in_words_and_in_number(desk: Desk) -> None:
    desk.report()
    done = desk.report()
    desk.answer(done)
    page = home(desk, days=30)
    assert [row.overdue for row in page.rows] == [True, False]
    assert (page.every, page.waiting, page.overdue, page.removed) == (2, 1, 1, 1)


def test_it_is_searched_by_words_of_what_is_in_the_way_where_and_what_was_answered(desk: Desk) -> None:
    ref = desk.report()
    desk.report(text="Bilarna är bokade", where=desk.ref("north"))
    desk.answer(ref)
    for query in ("förrådet", "kopierad", "hemtjänst nyckel"):
        assert [row.ref for row in home(desk, query=query).rows] == [ref]
    assert home(desk, state="removed").total == 1
    assert home(desk, query="finns ingenstans").total == 0
    assert home(desk, state="nonsense").total == 2


def test_it_is_looked_at_by_place_and_in_another_order(desk: Desk) -> None:
    north, first = desk.report(text="Bilarna är bokade", where=desk.ref("north")), desk.report()
    last = desk.report(days=1)
    actions.echo(ref=first, **desk.by("colleague"))
    assert [row.ref for row in home(desk, place=desk.ref("care")).rows] == [first, last]
    assert {row.ref for row in home(desk, "employee", place="mine").rows} == {first, last}
    assert home(desk, place="nonsense").total == 0
    assert [row.ref for row in home(desk, sort="latest").rows] == [last, first, north]
    assert [row.ref for row in home(desk, sort="shared").rows] == [first, last, north]
    assert "mine" in dict(home(desk, "employee").places)
    assert "mine" not in dict(home(desk, "elected").places)


def test_one_s_own_are_shown_to_oneself_alone(desk: Desk) -> None:
    ref = desk.report()
    assert [row.ref for row in home(desk, "employee").own] == [ref]
    assert home(desk, "colleague").own == ()


def test_a_leader_sees_what_waits_for_them_and_of_what_waits_below_only_how_many(desk: Desk) -> None:
    near, above = desk.report(), desk.report(receiver=desk.ref("care"))
    done = desk.report()
    desk.answer(done)
    page = reads.waiting(**desk.by("manager"))
    assert ([row.ref for row in page.rows], page.below) == ([near], 0)
    page = reads.waiting(**desk.by("director", 30))
    assert ([row.ref for row in page.rows], page.overdue) == ([above], 1)
    assert (page.below, page.below_overdue) == (1, 1)


def test_what_nobody_else_leads_waits_for_the_city_director(desk: Desk) -> None:
    ref = desk.report(receiver=desk.ref("quay"))
    assert [row.ref for row in reads.waiting(**desk.by("city_director")).rows] == [ref]
    with pytest.raises(Missing):
        reads.waiting(**desk.by("employee"))


def test_a_list_is_paged(desk: Desk) -> None:
    for _n in range(21):
        desk.report()
    assert [len(home(desk, number=number).rows) for number in (1, 2, 9)] == [20, 1, 1]
    assert len(reads.waiting(**desk.by("manager"), number=2).rows) == 1


@pytest.mark.parametrize(
    ("ask", "most"),
    [(lambda desk: home(desk, "employee"), 12), (lambda desk: reads.waiting(**desk.by("manager")), 8)],
    ids=["home", "waiting"],
)
def test_G19_a_list_asks_as_little_for_three_as_for_one(
    desk: Desk, ask: Callable[[Desk], object], most: int
) -> None:
    counts = []
    for many in (1, 2):
        for _n in range(many):
            actions.echo(ref=desk.report(), **desk.by("colleague"))
        with CaptureQueriesContext(
            connection,
        ) as made:
            ask(desk)
        counts.append(len(made))
    assert counts[0] == counts[1] <= most
