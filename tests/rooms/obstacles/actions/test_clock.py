"""What the clock does."""

from ledstjarna.rooms.obstacles import actions
from ledstjarna.rooms.obstacles.actions.clock import tick
from ledstjarna.rooms.obstacles.models import Letter, Obstacle
from tests.rooms.obstacles.conftest import Desk


def at(desk: Desk, days: int) -> None:
    tick(now=desk.by("employee", days)["now"])


def test_it_is_asked_once_more_and_then_silence_closes(desk: Desk) -> None:
    ref = desk.report()
    desk.answer(ref, days=1)
    at(desk, 7)
    assert desk.one(ref).reminded_on is None
    at(desk, 8)
    assert desk.one(ref).reminded_on == desk.by("employee", 8)["now"].date()
    at(desk, 21)
    assert desk.one(ref).ending == ""
    at(desk, 22)
    assert (desk.one(ref).ending, desk.one(ref).node.ended is not None) == ("silent", True)


def test_what_is_planned_is_not_asked_about(desk: Desk) -> None:
    ref = desk.report()
    desk.answer(ref, "planned", until=desk.by("employee", 60)["now"].date())
    at(desk, 40)
    assert desk.one(ref).reminded_on is None


def test_a_verdict_in_the_letterbox_is_waited_for(desk: Desk) -> None:
    secret = desk.post()
    at(desk, 1)
    one = Obstacle.objects.select_related("node").get()
    desk.answer(one.node.ref, days=2)
    at(desk, 9)
    actions.write_back(key=secret, helped="no", text="", **desk.by("resident", 23))
    at(desk, 23)
    assert desk.one(one.node.ref).ending == ""
    at(desk, 24)
    assert desk.one(one.node.ref).state == "waiting"


def test_many_letters_come_out_at_one_tick(desk: Desk) -> None:
    for n in range(25):
        desk.post(text=f"Hinder {n} i vägen")
    at(desk, 1)
    assert Letter.objects.count() == 5
