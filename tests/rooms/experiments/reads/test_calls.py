"""A call as the two see it, and as nobody else does."""

from datetime import timedelta
from typing import Any

import pytest

from ledstjarna.people.models import Person
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.models import Lesson
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import TAUGHT, WHEN, asked_call, guided


def by(city: SmallCity, who: str, days: int = 0) -> dict[str, Any]:
    return {"viewer": city.viewer(who), "now": NOW + timedelta(days=days)}


def test_both_see_it_on_the_lesson_and_at_home_and_nobody_else_does(city: SmallCity) -> None:
    lesson = guided(city)
    ref = asked_call(city)
    for who, asks, other in (("colleague", True, "Kim Employee"), ("employee", False, "Kim Colleague")):
        (row,) = reads.lesson(ref=lesson, **by(city, who)).calls
        assert (row.ref, row.asks, row.other, row.state) == (ref, asks, other, "asked")
        assert reads.home(**by(city, who)).calls == (row,)
    for who in ("manager", "administrator", "resident"):
        assert reads.home(**by(city, who)).calls == ()
        with pytest.raises(Missing):
            reads.call(ref=ref, **by(city, who))


def test_the_page_says_what_each_may_do(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    asks, asked = (reads.call(ref=ref, **by(city, who)) for who in ("colleague", "employee"))
    assert (asks.may_propose, asks.may_reply, asks.may_call_off) == (True, False, True)
    assert (asked.may_propose, asked.may_reply, asked.may_call_off) == (False, True, False)
    assert [value for value, _label in asked.times] == [one.isoformat() for one in WHEN]
    assert "11:00" in asked.times[0][1]  # as the clock on the wall has it


def test_it_is_gone_when_it_is_over(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    actions.pick_time(ref=ref, at=WHEN[0], **by(city, "employee"))
    after = WHEN[0] + timedelta(minutes=21)
    assert reads.home(viewer=city.viewer("colleague"), now=after).calls == ()
    with pytest.raises(Missing):
        reads.call(ref=ref, **by(city, "colleague", 3))


def test_a_booked_call_is_a_date_and_one_that_is_asked_for_is_none(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city)
    with pytest.raises(Missing):
        reads.call_date(ref=ref, viewer=city.viewer("colleague"))
    actions.pick_time(ref=ref, at=WHEN[0], place="070", **by(city, "employee"))
    date = reads.call_date(ref=ref, viewer=city.viewer("colleague"))
    assert (date.begins, date.ends, date.place) == (WHEN[0], WHEN[0] + timedelta(minutes=20), "070")
    assert date.title == f"Call with Kim Employee: {TAUGHT['claim']}"


def test_R18_a_protected_person_asks_without_being_named(city: SmallCity) -> None:
    guided(city)
    ref = asked_call(city, "protected")
    assert Person.objects.get(number="protected").protected
    row = reads.call(ref=ref, **by(city, "employee")).row
    assert (row.other, row.other_url) == ("Somebody whose details are protected", "")


def test_a_lesson_that_has_been_closed_is_not_told_of(city: SmallCity) -> None:
    lesson = guided(city)
    ref = asked_call(city)
    actions.open_lesson(ref=lesson, audience="unit", **by(city, "employee"))
    assert reads.call(ref=ref, **by(city, "colleague")).row.lesson is None


def test_one_asks_those_who_can_be_asked_but_oneself(city: SmallCity) -> None:
    lesson = guided(city)
    employee = city.persons["employee"].node.ref
    desk = reads.call_desk(ref=lesson, **by(city, "colleague"), to="nobody")
    assert (desk.guides, desk.values) == (((employee, "Kim Employee"),), {"guide": employee})
    assert reads.lesson(ref=lesson, **by(city, "colleague")).may_call
    assert not reads.lesson(ref=lesson, **by(city, "employee")).may_call
    with pytest.raises(Missing):
        reads.call_desk(ref=lesson, **by(city, "employee"))
    asked_call(city)
    assert not reads.lesson(ref=lesson, **by(city, "colleague")).may_call
    with pytest.raises(Missing):
        reads.call_desk(ref=lesson, **by(city, "colleague"))
    assert reads.lesson(ref=lesson, **by(city, "colleague", 30)).may_call  # it is forgotten by then


def test_nobody_is_asked_about_what_has_ended(city: SmallCity) -> None:
    lesson = guided(city)
    Node.objects.filter(ref=lesson).update(ended=NOW)
    assert not reads.lesson(ref=lesson, **by(city, "colleague")).may_call
    with pytest.raises(Missing):
        reads.call_desk(ref=lesson, **by(city, "colleague"))
    assert Lesson.objects.count() == 1
