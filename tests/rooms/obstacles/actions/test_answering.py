"""Answering, handing over with the clock kept, and putting off with a reason."""

from datetime import date

import pytest

from ledstjarna.rooms.obstacles import actions, reads
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.obstacles.conftest import Desk


def test_what_is_removed_is_a_deed_that_eases_what_was_hindered(desk: Desk) -> None:
    ref = desk.report(hinders=[desk.goal])
    desk.answer(ref)
    deed = Node.objects.get(kind="removal")
    rows = Strand.objects.filter(source=deed, cut=False).values_list("name", "target__kind")
    assert set(rows) == {("clears", "obstacle"), ("eases", "unit"), ("eases", "board_goal")}
    assert (desk.one(ref).state, desk.one(ref).node.due) == ("removed", None)


def test_what_will_be_removed_has_a_day_of_its_own(desk: Desk) -> None:
    ref = desk.report()
    for until in (None, desk.now.date()):
        with pytest.raises(Refused, match=r"^Say by which day"):
            desk.answer(ref, "planned", until=until)
    desk.answer(ref, "planned", until=date(2026, 10, 1))
    assert desk.one(ref).node.due == date(2026, 10, 1)
    with pytest.raises(Refused, match=r"^Say by which day"):
        desk.answer(ref, "planned", until=date(2026, 11, 1))
    desk.answer(ref, "removed", days=20)
    assert desk.one(ref).state == "removed"


def test_what_cannot_be_removed_says_why_and_is_no_deed(desk: Desk) -> None:
    ref = desk.report()
    desk.answer(ref, "cannot", answer="Låset ägs av hyresvärden.")
    assert desk.one(ref).answer == "Låset ägs av hyresvärden."
    assert not Node.objects.filter(kind="removal").exists()


def test_handing_over_never_moves_the_promised_day_and_shows_with_its_reason(desk: Desk) -> None:
    ref = desk.report()
    promised = desk.one(ref).promised
    for to, role in (("quay", "manager"), ("care", "city_director")):
        actions.hand_over(ref=ref, to=desk.ref(to), reason=f"Till {to}", **desk.by(role, 4))
    one = desk.one(ref)
    assert (one.receiver.code, one.promised, one.node.due) == ("care", promised, promised)
    turns = reads.obstacle(ref=ref, **desk.by("employee", 4)).turns
    assert [(turn.giver, turn.taker, turn.text) for turn in turns] == [
        ("Hemtjänsten", "Hamnen", "Till quay"),
        ("Hamnen", "Omsorgsförvaltningen", "Till care"),
    ]


def test_whoever_has_handed_it_over_answers_no_more(desk: Desk) -> None:
    ref = desk.report()
    actions.hand_over(ref=ref, to=desk.ref("quay"), reason="Deras dörr", **desk.by("manager"))
    with pytest.raises(Refused, match=r"^It is answered by those whom it was sent to"):
        desk.answer(ref)


def test_it_is_handed_to_somebody_else_who_is_there(desk: Desk) -> None:
    ref = desk.report()
    with pytest.raises(Refused, match=r"^It is there already"):
        actions.hand_over(ref=ref, to=desk.ref("home"), reason="x", **desk.by("manager"))
    with pytest.raises(Missing):
        actions.hand_over(ref=ref, to="zzzzzzzzzz", reason="x", **desk.by("manager"))


def test_an_answer_is_put_off_to_a_later_day_with_a_reason(desk: Desk) -> None:
    ref = desk.report()
    with pytest.raises(Refused, match=r"^Choose a day later"):
        actions.postpone(ref=ref, until=date(2026, 9, 10), reason="x", **desk.by("manager"))
    actions.postpone(ref=ref, until=date(2026, 9, 30), reason="Låssmeden är sjuk", **desk.by("manager"))
    assert desk.one(ref).promised == desk.one(ref).node.due == date(2026, 9, 30)
    desk.answer(ref, "planned", until=date(2026, 10, 1))
    actions.postpone(ref=ref, until=date(2026, 10, 9), reason="Slut i lager", **desk.by("manager", 9))
    assert (desk.one(ref).by_day, desk.one(ref).promised) == (date(2026, 10, 9), date(2026, 9, 30))


@pytest.mark.parametrize("role", ["employee", "colleague", "hr", "administrator", "elected"])
def test_only_the_line_that_it_was_sent_to_answers(desk: Desk, role: str) -> None:
    ref = desk.report("manager")
    with pytest.raises(Refused, match=r"^It is answered by those"):
        actions.answer(ref=ref, outcome="cannot", answer="x", until=None, **desk.by(role))


@pytest.mark.parametrize("role", ["manager", "director", "city_director"])
def test_the_manager_and_the_line_up_answer(desk: Desk, role: str) -> None:
    ref = desk.report()
    actions.answer(ref=ref, outcome="cannot", answer="x", until=None, **desk.by(role))
    assert desk.one(ref).answered_by_id == desk.city.persons[role].pk
    with pytest.raises(Refused, match=r"^It has been answered already"):
        desk.answer(ref)


def test_lines_are_added_by_the_two_sides_and_nobody_else(desk: Desk) -> None:
    ref = desk.report()
    actions.ask_back(ref=ref, text="Vilken dörr?", **desk.by("manager"))
    actions.ask_back(ref=ref, text="Den norra.", **desk.by("employee"))
    assert list(desk.one(ref).turns.order_by("pk").values_list("sort", flat=True)) == ["asked", "said"]
    with pytest.raises(Refused, match=r"^Lines are added by"):
        actions.ask_back(ref=ref, text="Hej", **desk.by("colleague"))


def test_a_sealed_one_is_not_there_for_others_than_those_who_answer(desk: Desk) -> None:
    ref = desk.report(alone=True)
    with pytest.raises(Missing):
        actions.answer(ref=ref, outcome="cannot", answer="x", until=None, **desk.by("administrator"))
    desk.answer(ref)
    assert Node.objects.get(kind="removal").audience == "named"
