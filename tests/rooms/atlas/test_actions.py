"""What can be done in the atlas room."""

import pytest

from ledstjarna.rooms.atlas import actions
from ledstjarna.rooms.atlas.models import Ceiling, Dismissal, Estimate
from ledstjarna.thread.models import Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def test_those_who_lead_say_that_a_thread_is_no_problem_and_others_do_not(sky: Sky) -> None:
    ref = sky.area("Loose").ref
    words = {"ref": ref, "sort": "orphan", "others": "", "reason": "On its way", "now": NOW}
    with pytest.raises(Refused, match=r"^This is said by those who lead"):
        actions.dismiss(viewer=colleague(role="employee"), **words)  # type: ignore[arg-type]
    actions.dismiss(viewer=colleague(role="communicator"), **words)  # type: ignore[arg-type]
    assert Dismissal.objects.get().reason == "On its way"
    assert Fact.objects.order_by("number").last().verb == "atlas.dismissed"  # type: ignore[union-attr]


def test_to_set_aside_twice_keeps_the_latest_reason(sky: Sky) -> None:
    ref = sky.area("Loose").ref
    for reason in ("First", "Second"):
        actions.dismiss(
            ref=ref, sort="orphan", others="", reason=reason, viewer=colleague(role="hr"), now=NOW
        )
    assert Dismissal.objects.get().reason == "Second"


def test_what_is_no_sort_is_not_there_and_what_was_not_set_aside_cannot_be_taken_up(sky: Sky) -> None:
    ref, leader = sky.area("Loose").ref, colleague(role="manager")
    with pytest.raises(Missing):
        actions.dismiss(ref=ref, sort="nothing", others="", reason="x", viewer=leader, now=NOW)
    with pytest.raises(Refused, match=r"^It has been taken up already"):
        actions.take_up(ref=ref, sort="orphan", others="", viewer=leader, now=NOW)
    with pytest.raises(Refused, match=r"^This is said by those who lead"):
        actions.take_up(ref=ref, sort="orphan", others="", viewer=colleague(), now=NOW)


def test_the_city_director_says_what_a_signal_costs_and_how_many_are_enough(sky: Sky) -> None:
    director = colleague(role="city_director")
    with pytest.raises(Refused, match=r"^Bring in the organisation first"):
        actions.cap(level="unit", most=40, viewer=director, now=NOW)
    sky.node("organisation", "Sundhamn")
    for most in (40, 30):
        actions.cap(level="unit", most=most, viewer=director, now=NOW)
    actions.estimate(kind="board_goal", minutes=300, viewer=director, now=NOW)
    assert (Ceiling.objects.get().most, Estimate.objects.get().minutes) == (30, 300)
    with pytest.raises(Refused, match=r"^This is said by the city director"):
        actions.estimate(kind="board_goal", minutes=1, viewer=colleague(role="manager"), now=NOW)
