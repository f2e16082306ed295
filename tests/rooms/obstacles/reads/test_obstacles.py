"""An obstacle on its way."""

import pytest

from ledstjarna.people.models import Person
from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.rooms.obstacles.conftest import TEXT, Desk


def page(desk: Desk, ref: str, role: str, days: int = 0) -> reads.ObstaclePage:
    return reads.obstacle(ref=ref, **desk.by(role, days))


def test_it_tells_who_has_it_and_by_when(desk: Desk) -> None:
    seen = page(desk, desk.report(hinders=[desk.goal]), "colleague")
    assert f"{seen.row.title} {seen.text}" == TEXT
    assert (seen.leader, seen.asked_by) == ("Kim Manager", "Kim Employee")
    assert [one.spot.ref for one in seen.near] == [desk.goal]
    assert (seen.may_answer, seen.may_judge, seen.may_say, seen.may_echo) == (False, False, False, True)


def test_each_is_offered_what_is_theirs_to_do(desk: Desk) -> None:
    ref = desk.report()
    manager = page(desk, ref, "manager")
    assert [value for value, _label in manager.outcomes] == ["removed", "planned", "cannot"]
    assert manager.takers[0] == (desk.ref("quay"), "Premises (Hamnen)") or manager.takers[0][0] == desk.ref(
        "quay"
    )
    assert desk.ref("home") not in dict(manager.takers)
    desk.answer(ref, "planned", until=desk.by("manager", 20)["now"].date())
    assert [value for value, _label in page(desk, ref, "manager").outcomes] == ["removed", "cannot"]
    desk.answer(ref)
    own = page(desk, ref, "employee")
    assert (own.may_judge, own.may_say, own.may_echo, own.may_answer) == (True, True, False, False)
    actions.judge(ref=ref, helped="yes", text="", **desk.by("employee"))
    closed = page(desk, ref, "employee")
    assert (closed.may_judge, closed.may_say, bool(closed.ending)) == (False, False, True)


def test_R23_what_is_sealed_says_why_one_sees_it(desk: Desk) -> None:
    ref = desk.report(alone=True)
    assert page(desk, ref, "employee").because != ""
    assert page(desk, ref, "manager").because not in {"", page(desk, ref, "employee").because}
    for role in ("colleague", "administrator", "resident"):
        with pytest.raises(Missing):
            page(desk, ref, role)


def test_R18_a_protected_person_is_not_named(desk: Desk) -> None:
    ref = desk.report("protected")
    assert page(desk, ref, "manager").asked_by == ""
    Person.objects.filter(number="manager").update(protected=True)
    desk.answer(ref)
    seen = page(desk, ref, "colleague")
    assert (seen.leader, seen.answered_by) == ("", "")


def test_a_removal_tells_what_was_done_and_what_has_it_easier(desk: Desk) -> None:
    ref = desk.report(hinders=[desk.goal])
    desk.answer(ref)
    deed = Node.objects.get(kind="removal")
    seen = reads.removal(ref=deed.ref, viewer=desk.city.viewer("colleague"))
    assert seen.obstacle is not None
    assert (seen.obstacle.ref, seen.answer) == (ref, "Nyckeln är kopierad.")
    assert {one.tie for one in seen.near} == {"eases"}
    actions.judge(ref=ref, helped="no", text="", **desk.by("employee"))
    assert reads.removal(ref=deed.ref, viewer=desk.city.viewer("colleague")).ended is not None
