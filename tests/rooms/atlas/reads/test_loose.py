"""Loose threads: which they are, why they are listed, what is suggested."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import actions, reads, rules
from ledstjarna.rooms.atlas.reads.loose import LoosePage, label_of
from ledstjarna.thread import actions as thread
from ledstjarna.thread import memory, room
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import NOW, Sky, colleague

OLD = rules.MATURE + 10


def page(sort: str = "", **more: object) -> LoosePage:
    return reads.loose_threads(viewer=colleague(), now=NOW, sort=sort, **more)  # type: ignore[arg-type]


def titles(listed: LoosePage) -> list[tuple[str, str]]:
    return [(row.sort, row.spot.title) for row in listed.rows]


def test_what_has_no_path_to_the_vision_is_loose_and_suggests_its_own_page(sky: Sky) -> None:
    sky.area("Hangs", sky.vision())
    loose = sky.area("Loose")
    listed = page()
    assert titles(listed) == [("orphan", "Loose")]
    assert (listed.hanging, listed.total) == (1, 1)
    (row,) = listed.rows
    assert row.reason == "Nothing ties it to anything nearer the vision that is still there."
    assert row.act.url == reverse("vision:area", args=[loose.ref])


def test_of_a_chain_that_hangs_in_the_air_its_highest_link_alone_is_listed_with_how_many_hang_on_it(
    sky: Sky,
) -> None:
    sky.vision()
    mission = sky.node("board_mission", "Mission")
    sky.node("unit_plan", "Plan", ("serves", sky.node("board_goal", "Goal", ("serves", mission))))
    (row,) = page().rows
    assert (row.spot.title, row.reach) == ("Mission", 2)


def test_a_thread_that_ends_on_the_way_says_where(sky: Sky) -> None:
    sky.vision()
    sky.node("board_goal", "Goal", ("serves", sky.node("unit", "Home care")))
    (row,) = page().rows
    assert row.reason == "It hangs on “Home care”, which has no path to the vision either."
    assert [one.title for one in row.evidence] == ["Home care"]


def test_what_served_something_that_has_ended_is_loose(sky: Sky) -> None:
    goal = sky.node("board_goal", "Goal", ("serves", sky.area("Area", sky.vision())))
    sky.node("unit_plan", "Plan", ("serves", goal))
    thread.end(node=goal, at=NOW)
    sky.fact("vision.drafted", goal)
    assert titles(page()) == [("orphan", "Plan")]


def test_a_ring_is_listed_once_and_what_hangs_on_it_not_at_all(sky: Sky) -> None:
    sky.vision()
    one, other = sky.node("board_goal", "A"), sky.node("board_goal", "B")
    thread.tie(source=one, name="serves", target=other)
    thread.tie(source=other, name="serves", target=one)
    sky.node("unit_plan", "Plan", ("serves", one))
    (row,) = page().rows
    assert (row.sort, row.reach) == ("ring", 2)
    assert {row.spot.title, *(each.title for each in row.evidence)} == {"A", "B"}


def test_two_that_want_opposite_things_of_one_measure_are_told_by_the_measure(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    measure = sky.node("indicator", "Waiting time")
    sky.node("board_goal", "Calm", ("serves", area), ("raises", measure))
    sky.node("board_goal", "Speed", ("serves", area), ("lowers", measure))
    (row,) = page("against").rows
    assert row.reason == "One wants more and the other wants less of “Waiting time”."
    assert {row.spot.title, row.evidence[0].title} == {"Calm", "Speed"}


def test_two_that_say_opposite_things_are_told_by_their_words(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    for title in ("Shorter waiting for all", "Longer waiting where it calms", "Shorter ways"):
        sky.node("board_goal", title, ("serves", area))
    (row,) = page("against").rows
    assert row.reason == "This says “shorter”, the other says “longer” of the same thing."


def test_a_promise_that_has_passed_says_what_it_was_and_a_document_that_it_waits_for_a_review(
    sky: Sky,
) -> None:
    area, past = sky.area("Area", sky.vision()), NOW.date() - timedelta(days=1)
    sky.node("question", "Why?", ("asks_about", area), due=past)
    sky.node("document", "Policy", ("serves", area), due=past)
    sky.node("question", "When?", ("asks_about", area), due=NOW.date())
    assert sorted(titles(page())) == [("promise", "Why?"), ("review", "Policy")]
    assert page("promise").rows[0].reason == "An answer was promised. (28 February 2027)"


def test_a_thread_that_nothing_comes_of_is_given_time_first(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    sky.node("unit_plan", "New", ("serves", area), days_ago=rules.MATURE - 1)
    assert titles(page()) == []
    sky.node("unit_plan", "Old", ("serves", area), days_ago=OLD)
    assert titles(page()) == [("dead_end", "Old")]


def test_much_said_and_little_done_is_told_once_at_its_highest(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    goal = sky.node("board_goal", "Goal", ("serves", area), days_ago=OLD)
    plans = [sky.node("unit_plan", f"Plan {n}", ("serves", goal), days_ago=OLD) for n in range(3)]
    assert titles(page()) == [("said", "Goal")]
    assert page().rows[0].reason.startswith("3 things speak of it")
    sky.node("talk", "We met", ("follows_up", plans[0]))
    assert sorted(titles(page())) == [("dead_end", "Plan 1"), ("dead_end", "Plan 2")]


def test_what_was_done_long_ago_is_silence_again(sky: Sky) -> None:
    plan = sky.node("unit_plan", "Plan", ("serves", sky.area("Area", sky.vision())), days_ago=rules.YEAR + 90)
    sky.node("talk", "We met", ("follows_up", plan), days_ago=rules.YEAR + 20)
    (row,) = page().rows
    assert (row.sort, row.reason) == ("dead_end", "Nothing has been done for it in a year.")
    assert [one.title for one in row.evidence] == ["We met"]


def test_much_done_and_nothing_told_is_listed_until_something_is_told(sky: Sky) -> None:
    plan = sky.node("unit_plan", "Plan", ("serves", sky.area("Area", sky.vision())))
    for n in range(rules.DONE):
        sky.node("talk", f"Met {n}", ("follows_up", plan), days_ago=n)
    (row,) = page().rows
    assert (row.sort, len(row.evidence)) == ("unsaid", rules.DONE)
    sky.node("outlook", "How we did", ("informs", plan))
    assert titles(page()) == []


def test_what_was_learnt_of_one_of_the_things_done_tells_of_what_it_was_done_for(sky: Sky) -> None:
    plan = sky.node("unit_plan", "Plan", ("serves", sky.area("Area", sky.vision())))
    tests = [sky.node("test", f"Tried {n}", ("serves", plan), days_ago=n) for n in range(rules.DONE)]
    assert titles(page()) == [("unsaid", "Plan")]
    sky.node("lesson", "What we learnt", ("learnt_from", tests[0]))
    assert titles(page()) == []


def test_an_approach_that_nothing_done_names_is_unlived(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    approach = sky.node("approach", "Curious", ("serves", area), days_ago=OLD)
    sky.node("document", "Policy", ("serves", area), ("leans_on", approach))
    (row,) = page().rows
    assert (row.sort, [one.title for one in row.evidence]) == ("unlived", ["Policy"])
    sky.node("talk", "We met", ("lives", approach))
    assert titles(page()) == []


def test_what_most_hangs_on_comes_first_whatever_its_sort(sky: Sky) -> None:
    sky.vision()
    sky.area("Nothing below")
    mission = sky.node("board_mission", "Two below")
    sky.node("board_goal", "Goal", ("serves", mission))
    sky.node("board_goal", "Another", ("serves", mission))
    assert [row.spot.title for row in page().rows] == ["Two below", "Nothing below"]


def test_one_sort_can_be_shown_alone_and_the_choices_still_count_all(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    sky.area("Loose")
    sky.node("document", "Policy", ("serves", area), due=NOW.date() - timedelta(days=1))
    listed = page("review")
    assert [(one.sort, one.total, one.current) for one in listed.choices] == [
        ("", 2, False),
        ("orphan", 1, False),
        ("review", 1, True),
    ]
    assert titles(listed) == [("review", "Policy")]
    with pytest.raises(Missing):
        page("nothing")


@pytest.mark.parametrize("sort", rules.SORTS)
def test_every_sort_has_its_words(sort: str) -> None:
    assert label_of(sort)


def test_what_was_said_to_be_no_problem_is_remembered_with_its_reason_and_can_be_taken_up_again(
    sky: Sky,
) -> None:
    sky.vision()
    loose = sky.area("Loose")
    leader = colleague(role="manager")
    actions.dismiss(ref=loose.ref, sort="orphan", others="", reason="On its way", viewer=leader, now=NOW)
    assert (page().total, page().aside) == (0, 1)
    (row,) = page(aside=True).rows
    assert row.aside == "On its way"
    actions.take_up(ref=loose.ref, sort="orphan", others="", viewer=leader, now=NOW)
    assert (page().total, page().aside) == (1, 0)


def test_a_pair_is_remembered_as_a_pair(sky: Sky) -> None:
    area = sky.area("Area", sky.vision())
    for title in ("Shorter waiting", "Longer waiting", "Longer waiting still"):
        sky.node("board_goal", title, ("serves", area))
    first = page("against").rows[0]
    actions.dismiss(
        ref=first.spot.ref, sort="against", others=first.others, reason="Two places",
        viewer=colleague(role="manager"), now=NOW,
    )  # fmt: skip
    assert len(page("against").rows) == 1


def test_a_room_that_can_lift_a_loose_thread_is_suggested(sky: Sky, monkeypatch: pytest.MonkeyPatch) -> None:
    ties = (
        room.Tie("serves", "area", ("shift",), "serves", "is served by", start="vision:new_round"),
        room.Tie("lifts", "area", ("shift",), "lifts", "be lifted", up="source", start="vision:rounds"),
    )
    monkeypatch.setitem(room._rooms, "cranes", room.Room("cranes", ties=ties))
    sky.vision()
    shift = sky.node("shift", "Loose")
    act = page().rows[0].act
    assert (act.label, act.url) == ("be lifted", f"{reverse('vision:rounds')}?to={shift.ref}")


def test_without_a_star_nothing_is_called_loose(sky: Sky) -> None:
    sky.area("Waits for a vision")
    listed = page()
    assert (listed.starred, listed.total, listed.rows) == (False, 0, ())


def test_a_resident_is_told_of_public_threads_alone(sky: Sky) -> None:
    sky.vision(audience="public")
    sky.area("Public", audience="public")
    sky.area("Of the city")
    listed = reads.loose_threads(viewer=NOBODY, now=NOW)
    assert (titles(listed), listed.may_dismiss) == ([("orphan", "Public")], False)


def test_R18_what_named_readers_alone_may_read_is_in_nobody_s_list(sky: Sky) -> None:
    sky.vision()
    reader = sky.node("person", "Reader")
    thread.add_node(kind="area", title="Sealed", audience="named", readers=[reader.pk])
    sky.fact("vision.drafted", reader)
    assert reads.loose_threads(viewer=colleague(reader), now=NOW).rows == ()


def test_the_pages_together_hold_every_loose_thread_once(sky: Sky) -> None:
    sky.vision()
    for number in range(45):
        sky.area(f"Area {number}")
    seen = [row.spot.title for number in (1, 2, 3) for row in page(number=number).rows]
    assert sorted(seen) == sorted(f"Area {number}" for number in range(45))
    assert (page(number=9).number, page(number=-1).number) == (3, 1)


@pytest.mark.parametrize(
    ("hanging", "loose", "state"), [(0, 0, "bare"), (2, 0, "whole"), (2, 1, "nearly"), (1, 2, "thin")]
)
def test_the_weave_says_how_it_stands(sky: Sky, hanging: int, loose: int, state: str) -> None:
    vision = sky.vision()
    for number in range(hanging):
        sky.area(f"Hangs {number}", vision)
    for number in range(loose):
        sky.area(f"Loose {number}")
    assert reads.weave(viewer=colleague(), now=NOW).state == state


def test_the_three_that_most_hangs_on_are_told_first(sky: Sky) -> None:
    sky.vision()
    for number in range(5):
        sky.area(f"Loose {number}")
    assert [row.spot.title for row in reads.top(viewer=colleague(), now=NOW)] == [
        "Loose 0",
        "Loose 1",
        "Loose 2",
    ]


def test_G19_three_loose_threads_ask_as_many_questions_as_one(
    sky: Sky, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sky.vision()
    for _ in range(2):
        sky.area("Loose")
        memory.forget()
        with django_assert_num_queries(7):
            page()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["vision", "area", "nothing"]), min_size=1, max_size=6))
def test_a_thread_is_loose_exactly_when_it_hangs_on_no_star(sky: Sky, ends: list[str]) -> None:
    with transaction.atomic():
        memory.forget()
        vision = sky.vision()
        area = sky.area("Tied", vision)
        high = {"vision": [("serves", vision)], "area": [("serves", area)], "nothing": []}
        for number, end in enumerate(ends):
            sky.node("direction", f"{number}", *high[end])
        expected = {f"{number}" for number, end in enumerate(ends) if end == "nothing"}
        assert {row.spot.title for row in page("orphan").rows} == expected
        transaction.set_rollback(True)
