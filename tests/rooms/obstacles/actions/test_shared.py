"""What a report, a letter and a verdict do to an obstacle."""

import pytest

from ledstjarna.rooms.obstacles.actions import shared
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Refused
from tests.rooms.obstacles.conftest import TEXT, Desk


def checked(desk: Desk, *hinders: str) -> shared.Said:
    today = desk.now.date()
    return shared.checked(TEXT, desk.ref("home"), "", False, hinders, desk.city.viewer("employee"), today)


def test_nothing_chosen_means_the_nearest_who_leads(desk: Desk) -> None:
    assert checked(desk).receiver == desk.city.units["home"].pk


def test_what_has_ended_is_not_hindered(desk: Desk) -> None:
    Node.objects.filter(ref=desk.goal).update(ended=desk.now)
    with pytest.raises(Refused, match=r"^It cannot be tied to"):
        checked(desk, desk.goal)


def test_the_unit_named_twice_is_hindered_once(desk: Desk) -> None:
    one = shared.placed(checked(desk, desk.ref("home"), ""))
    assert Strand.objects.filter(source=one.node, name="hinders").count() == 1


def test_what_is_closed_can_be_read_and_promises_nothing(desk: Desk) -> None:
    one = shared.placed(checked(desk))
    shared.ended(one, "silent", desk.now)
    one.node.refresh_from_db()
    assert (one.node.ended, one.node.due, one.salt) == (desk.now, None, None)
