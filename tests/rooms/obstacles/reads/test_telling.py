"""Where one tells what is in the way."""

from datetime import date

import pytest

from ledstjarna.rooms.obstacles import reads
from ledstjarna.thread.reads import Missing
from tests.rooms.obstacles.conftest import TEXT, Desk


def test_one_s_own_unit_and_its_manager_are_there_from_the_start(desk: Desk) -> None:
    seen = reads.telling(**desk.by("employee"))
    assert (seen.where, seen.receiver, seen.promised) == (
        desk.ref("home"),
        desk.ref("home"),
        date(2026, 9, 15),
    )
    assert [ref for ref, _words in seen.ways] == [desk.ref("home"), desk.ref("care"), desk.ref("quay")]
    assert "Kim Manager" in seen.ways[0][1]


def test_another_place_has_its_own_line_and_a_function_its_own_days(desk: Desk) -> None:
    seen = reads.telling(where=desk.ref("north"), receiver=desk.ref("quay"), **desk.by("employee"))
    assert seen.ways[0][0] == desk.ref("school")
    assert (seen.receiver, seen.promised) == (desk.ref("quay"), date(2026, 9, 8))


def test_words_meet_the_guard_and_those_who_have_the_same(desk: Desk) -> None:
    ref = desk.report()
    seen = reads.telling(text="Nyckeln till förrådet finns bara hos Anna", **desk.by("colleague"))
    assert [one.spot.ref for one in seen.alike] == [ref]
    assert [hint.word for hint in seen.hints] == ["Anna"]


def test_what_is_sealed_is_not_met(desk: Desk) -> None:
    desk.report(alone=True)
    assert reads.telling(text=TEXT, **desk.by("employee")).alike == ()


def test_R18_a_protected_leader_has_no_name_there(desk: Desk) -> None:
    person = desk.city.persons["manager"]
    person.protected = True
    person.save()
    assert "Kim" not in reads.telling(**desk.by("employee")).ways[0][1]


def test_a_goal_may_be_hindered_and_a_person_not(desk: Desk) -> None:
    seen = reads.telling(to=desk.goal, **desk.by("employee"))
    assert seen.hinders is not None
    assert seen.hinders.ref == desk.goal
    with pytest.raises(Missing):
        reads.telling(to=desk.city.persons["colleague"].node.ref, **desk.by("employee"))
    with pytest.raises(Missing):
        reads.telling(**desk.by("resident"))
