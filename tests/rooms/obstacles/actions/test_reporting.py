"""Reporting what is in the way in one's own name."""

from datetime import date

import pytest

from ledstjarna.thread.models import Fact, Node, Strand
from ledstjarna.thread.reads import Missing, Refused
from tests.rooms.obstacles.conftest import TEXT, Desk


def test_a_report_goes_to_the_unit_s_manager_with_a_day_promised_in_working_days(desk: Desk) -> None:
    one = desk.one(desk.report())
    assert (one.receiver.code, one.text) == ("home", TEXT)
    assert one.promised == one.node.due == date(2026, 9, 15)  # ten working days after a Tuesday
    assert one.node.title == "Nyckeln till förrådet finns bara i centrum."


def test_it_may_be_sent_to_a_function_that_promises_its_own_number_of_days(desk: Desk) -> None:
    one = desk.one(desk.report(receiver=desk.ref("quay")))
    assert (one.receiver.code, one.promised) == ("quay", date(2026, 9, 8))


def test_it_may_be_sent_up_the_line_but_not_to_anybody_at_all(desk: Desk) -> None:
    assert desk.one(desk.report(receiver=desk.ref("care"))).receiver.code == "care"
    with pytest.raises(Refused, match=r"^Choose who is to get it"):
        desk.report(receiver=desk.ref("north"))
    with pytest.raises(Missing):
        desk.report(where="zzzzzzzzzz")


def test_a_unit_that_nobody_leads_is_answered_for_by_the_nearest_above(desk: Desk) -> None:
    assert desk.one(desk.report(where=desk.ref("north"))).receiver.code == "school"


def test_it_is_in_the_way_of_its_unit_and_of_the_goal_that_one_came_from(desk: Desk) -> None:
    ref = desk.report(hinders=[desk.goal])
    rows = Strand.objects.filter(source__ref=ref, name="hinders", cut=False)
    assert set(rows.values_list("target__kind", flat=True)) == {"unit", "board_goal"}
    with pytest.raises(Refused, match=r"^It cannot be tied to"):
        desk.report(hinders=[ref])


def test_a_sealed_one_is_named_to_nobody_on_the_thread_but_its_reporter(desk: Desk) -> None:
    node = Node.objects.get(ref=desk.report(alone=True))
    assert node.audience == "named"
    assert [one.person_id for one in node.readers.all()] == [desk.city.persons["employee"].pk]


def test_nobody_from_outside_reports(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"^Sign in"):
        desk.report("resident")


def test_the_fact_says_who_what_and_where(desk: Desk) -> None:
    ref = desk.report()
    fact = Fact.objects.get(node__ref=ref)
    assert (fact.verb, fact.who_id) == ("obstacles.reported", desk.city.persons["employee"].pk)
    assert fact.other_id == desk.city.units["home"].pk
