"""Lessons: worded, opened, renewed and retired; and nobody is named but by themselves."""

from datetime import timedelta
from typing import Any

import pytest

from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Guide, Lesson, Wording
from ledstjarna.thread.models import Audience, Fact
from ledstjarna.thread.reads import Missing, Refused
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import TAUGHT, concluded, lesson_of, running, sketched

NEW: dict[str, Any] = {"why": "Klarare", "claim": "Ett samtal räcker", "mechanism": "Namnet gör det"}


def test_a_lesson_is_best_before_a_year_from_now_where_nobody_says(city: SmallCity) -> None:
    concluded(city)
    assert Lesson.objects.get().node.due == NOW.date() + timedelta(days=15 + 365)


def test_a_best_before_day_lies_ahead(city: SmallCity) -> None:
    with pytest.raises(Refused, match="ahead"):
        concluded(city, best_before=NOW.date())


def test_one_more_lesson_comes_from_what_has_been_tried_and_not_from_a_sketch(city: SmallCity) -> None:
    viewer = city.viewer("employee")
    ref = actions.teach(ref=running(city), **TAUGHT, viewer=viewer, now=NOW)
    assert Lesson.objects.get().node.ref == ref
    with pytest.raises(Refused, match="Nothing has been tried"):
        actions.teach(ref=sketched(city), **TAUGHT, viewer=viewer, now=NOW)


def test_what_a_lesson_said_before_is_kept(city: SmallCity) -> None:
    ref = lesson_of(city)
    actions.reword(ref=ref, **NEW, viewer=city.viewer("manager"), now=NOW)
    kept = Wording.objects.get()
    assert (kept.why, kept.text.splitlines()[0]) == ("Klarare", TAUGHT["claim"])
    assert Lesson.objects.select_related("node").get().node.title == NEW["claim"]


def test_somebody_elsewhere_rewords_nothing(city: SmallCity) -> None:
    ref = lesson_of(city)
    with pytest.raises(Refused) as no:
        actions.reword(ref=ref, **NEW, viewer=city.viewer("colleague"), now=NOW)
    assert no.value.forbidden


@pytest.mark.parametrize(
    ("audience", "seen"), [("unit", Audience.NAMED), ("city", Audience.CITY), ("public", Audience.PUBLIC)]
)
def test_a_lesson_is_opened_to_the_unit_the_city_or_everybody(
    city: SmallCity, audience: str, seen: str
) -> None:
    lesson_of(city, audience)
    assert Lesson.objects.select_related("node").get().node.audience == seen


def test_there_is_no_fourth_audience(city: SmallCity) -> None:
    with pytest.raises(Refused):
        lesson_of(city, "authority")


def test_a_lesson_of_the_unit_is_read_there_and_not_elsewhere(city: SmallCity) -> None:
    ref = lesson_of(city, "unit")
    actions.offer(ref=ref, viewer=city.viewer("hr"), now=NOW)
    with pytest.raises(Missing):
        actions.offer(ref=ref, viewer=city.viewer("colleague"), now=NOW)


def test_past_its_day_it_is_renewed_or_retired(city: SmallCity) -> None:
    ref, viewer = lesson_of(city), city.viewer("employee")
    later = NOW + timedelta(days=500)
    actions.renew(ref=ref, best_before=later.date() + timedelta(days=90), viewer=viewer, now=later)
    one = Lesson.objects.select_related("node").get()
    assert (one.renewed_on, one.node.due) == (later.date(), later.date() + timedelta(days=90))
    actions.retire(ref=ref, why="Alla har nya lås", viewer=viewer, now=later)
    one = Lesson.objects.select_related("node").get()
    assert (one.node.ended, one.retired_why) == (later, "Alla har nya lås")
    for again in (actions.retire, actions.renew):
        more = {"why": "x"} if again is actions.retire else {"best_before": later.date() + timedelta(days=1)}
        with pytest.raises(Refused, match="retired"):
            again(ref=ref, viewer=viewer, now=later, **more)


def test_somebody_can_be_asked_by_their_own_consent_alone_and_takes_it_back_without_a_trace(
    city: SmallCity,
) -> None:
    ref = lesson_of(city)
    actions.offer(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert Guide.objects.get().person == city.persons["employee"]
    actions.withdraw(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert not Guide.objects.exists()
    assert set(Fact.objects.order_by("-number").values_list("who", flat=True)[:2]) == {None}
