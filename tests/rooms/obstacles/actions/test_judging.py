"""Whether it helped, and who else has the same in the way."""

import pytest

from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.rooms.obstacles.models import Echo
from ledstjarna.thread.models import Fact, Node
from ledstjarna.thread.reads import Refused
from tests.rooms.obstacles.conftest import Desk


def judge(desk: Desk, ref: str, helped: str, days: int = 2) -> None:
    actions.judge(ref=ref, helped=helped, text="Fel nyckel", **desk.by("employee", days))


def test_yes_closes_it(desk: Desk) -> None:
    ref = desk.report()
    desk.answer(ref)
    judge(desk, ref, "yes")
    assert (desk.one(ref).ending, desk.one(ref).node.ended) == ("helped", desk.by("employee", 2)["now"])


def test_no_opens_it_once_with_a_new_promise_and_the_deed_is_undone(desk: Desk) -> None:
    ref = desk.report()
    first = desk.one(ref).promised
    desk.answer(ref)
    judge(desk, ref, "no")
    one = desk.one(ref)
    assert (one.state, one.answer, one.node.due) == ("waiting", "", one.promised)
    assert one.promised > first
    assert Node.objects.get(kind="removal").ended is not None
    desk.answer(ref, days=3)
    judge(desk, ref, "no", 4)
    assert (desk.one(ref).ending, desk.one(ref).state) == ("no_help", "removed")
    with pytest.raises(Refused, match=r"^It has not been answered yet, or it is closed"):
        judge(desk, ref, "yes", 5)


def test_it_is_not_asked_before_there_is_an_answer_and_of_nobody_else(desk: Desk) -> None:
    ref = desk.report()
    with pytest.raises(Refused, match=r"^It has not been answered yet"):
        judge(desk, ref, "yes")
    desk.answer(ref)
    with pytest.raises(Refused, match=r"^Whether it helped is for"):
        actions.judge(ref=ref, helped="yes", text="", **desk.by("manager", 2))


def test_for_us_too_is_a_number_and_no_fact(desk: Desk) -> None:
    ref = desk.report()
    before = Fact.objects.count()
    for role in ("colleague", "hr", "elected"):
        actions.echo(ref=ref, **desk.by(role))
    actions.echo(ref=ref, **desk.by("hr"))
    assert (desk.one(ref).echoes, Echo.objects.count()) == (2, 2)
    assert reads.obstacle(ref=ref, **desk.by("colleague")).echoed
    assert not reads.obstacle(ref=ref, **desk.by("hr")).echoed
    assert Fact.objects.count() == before


def test_T2_whose_the_ticks_were_is_forgotten_when_it_is_closed_and_the_number_stays(desk: Desk) -> None:
    ref = desk.report()
    actions.echo(ref=ref, **desk.by("colleague"))
    desk.answer(ref)
    judge(desk, ref, "yes")
    assert (desk.one(ref).echoes, desk.one(ref).salt, Echo.objects.count()) == (1, None, 0)
    with pytest.raises(Refused, match=r"^It is closed"):
        actions.echo(ref=ref, **desk.by("hr"))


def test_one_s_own_is_not_ticked(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"^This is for others"):
        actions.echo(ref=desk.report(), **desk.by("employee"))
