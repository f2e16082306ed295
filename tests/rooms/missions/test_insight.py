"""Where figures are heading, and what a period held."""

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.missions import actions, insight, rules
from ledstjarna.rooms.missions.insight import Asked, Change, Chapter, Followed, Measured, Story, Told
from ledstjarna.rooms.missions.room import Span
from ledstjarna.rooms.missions.rules import Point
from ledstjarna.thread.models import Node
from tests.rooms.missions.conftest import GOAL, Chain

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
VALUES = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
POINTS = st.lists(
    st.builds(
        lambda on, value, near: Point(on, value, None if near is None else value - near,
                                      None if near is None else value + near),
        DAYS, VALUES, st.none() | st.floats(0, 100),
    ),
    max_size=8, unique_by=lambda one: one.on,
)  # fmt: skip
KEYS = st.builds(
    "{}{}".format, st.integers(2000, 2099), st.sampled_from(["", "-T1", "-T2", "-T3", "-H1", "-H2"])
)


def point(on: str, value: float, low: float | None = None, high: float | None = None) -> Point:
    return Point(date.fromisoformat(on), value, low, high)


@given(points=POINTS)
def test_a_trend_goes_from_the_first_figure_to_the_latest_in_whatever_order_they_come(
    points: list[Point],
) -> None:
    trend = rules.trend_of(points)
    if not points:
        assert trend is None
        return
    assert trend is not None
    assert trend.first.on == min(one.on for one in points)
    assert trend.latest.on == max(one.on for one in points)
    assert trend.change == pytest.approx(trend.latest.value - trend.first.value, abs=1e-5)
    assert trend == rules.trend_of(points[::-1])


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (point("2026-02-01", 12, 11, 13), True),
        (point("2026-02-01", 14, 11.5, 16), False),
        (point("2026-02-01", 5, 4, 6), False),
        (point("2026-02-01", 5), None),
    ],
)
def test_two_intervals_overlap_where_they_share_a_value(other: Point, overlap: bool | None) -> None:
    trend = rules.trend_of([point("2026-01-01", 10, 9, 11), other])
    assert trend is not None
    assert trend.overlap is overlap


@given(points=POINTS, begins=DAYS, days=st.integers(0, 400))
def test_a_period_s_figures_are_its_own_after_one_before_or_none_at_all(
    points: list[Point], begins: date, days: int
) -> None:
    ends = begins + timedelta(days=days)
    found = rules.within(points, begins, ends)
    own = [one for one in points if begins <= one.on <= ends]
    assert {one for one in found if one.on >= begins} == set(own)
    before = [one for one in found if one.on < begins]
    earlier = [one.on for one in points if one.on < begins]
    assert [one.on for one in before] == ([max(earlier)] if own and earlier else [])


@given(key=KEYS)
def test_a_period_is_whole_months_of_its_year(key: str) -> None:
    period = rules.period_of(key)
    assert period is not None
    assert period.key == key
    assert period.begins.day == 1
    assert (period.ends + timedelta(days=1)).day == 1
    months = (period.ends.month - period.begins.month) + 1
    assert months == {"third": 4, "half": 6, "year": 12}[period.span]
    assert period.begins.year == period.ends.year == int(key[:4])


@given(year=st.integers(2000, 2099))
def test_thirds_and_halves_fill_the_year_without_a_gap(year: int) -> None:
    for letter, many in (("T", 3), ("H", 2)):
        found = [one for n in range(many) if (one := rules.period_of(f"{year}-{letter}{n + 1}"))]
        assert (found[0].begins, found[-1].ends) == (date(year, 1, 1), date(year, 12, 31))
        assert all(one.ends + timedelta(days=1) == other.begins for one, other in pairwise(found))


@pytest.mark.parametrize("key", ["", "1999", "2026-H3", "2026-T4", "2026-T", "2026-Q1", "2026 ", "20260"])
def test_what_is_no_period_is_none(key: str) -> None:
    assert rules.period_of(key) is None


@given(today=DAYS)
def test_the_periods_offered_have_begun_and_the_latest_comes_first(today: date) -> None:
    found = rules.periods(today)
    assert all(one.begins <= today for one in found)
    assert [one.ends for one in found] == sorted((one.ends for one in found), reverse=True)
    assert {one.span for one in found} == set(Span.values)
    assert len({one.key for one in found}) == len(found)


def test_a_period_is_over_the_day_after_its_last() -> None:
    period = rules.period_of("2026-T1")
    assert period is not None
    assert not rules.is_over(period, date(2026, 4, 30))
    assert rules.is_over(period, date(2026, 5, 1))


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([], ""),
        ([point("2026-03-01", 61.5)], "61.5 per cent on 1 March 2026."),
        (
            [point("2026-03-01", 60), point("2026-06-01", 64, 62, 66)],
            "From 60 per cent on 1 March 2026 to 64 on 1 June 2026: 4 higher. "
            "Between 62 and 66 at the latest figure.",
        ),
        (
            [point("2026-03-01", 65, 60, 70), point("2026-06-01", 64, 62, 66)],
            "From 65 per cent on 1 March 2026 to 64 on 1 June 2026: 1 lower. "
            "Between 62 and 66 at the latest figure. "
            "The two intervals overlap, so the difference may be chance.",
        ),
        (
            [point("2026-03-01", 60), point("2026-06-01", 60)],
            "From 60 per cent on 1 March 2026 to 60 on 1 June 2026: the same.",
        ),
    ],
)
def test_a_trend_is_told_in_words(points: list[Point], words: str) -> None:
    with translation.override("en"):
        assert insight.trend_words(points, "per cent") == words


def test_a_trend_is_told_in_swedish_with_its_comma() -> None:
    with translation.override("sv"):
        words = insight.trend_words([point("2026-03-01", 60.5), point("2026-06-01", 62)], "procent")
    assert words == "Från 60,5 procent den 1 mars 2026 till 62 den 1 juni 2026: 1,5 högre."


TEXT = st.text(max_size=20)
STORIES = st.builds(
    Story,
    about=TEXT, title=TEXT, key=KEYS, begins=DAYS, ends=DAYS, waiting=st.integers(0, 9),
    asked=st.lists(st.builds(Asked, TEXT, TEXT, TEXT, TEXT, TEXT, DAYS), max_size=2).map(tuple),
    chapters=st.lists(
        st.builds(
            Chapter, TEXT, TEXT,
            st.lists(
                st.builds(
                    Followed, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT,
                    st.lists(st.builds(Change, TEXT, DAYS, TEXT), max_size=2).map(tuple),
                    st.lists(
                        st.builds(Told, TEXT, DAYS, TEXT, TEXT, TEXT, TEXT, TEXT), max_size=2
                    ).map(tuple),
                    st.integers(0, 9),
                    st.lists(
                        st.builds(Measured, TEXT, TEXT, TEXT, TEXT, POINTS.map(tuple), st.none() | DAYS),
                        max_size=2,
                    ).map(tuple),
                ),
                max_size=2,
            ).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)  # fmt: skip


@given(story=STORIES)
def test_a_story_that_was_kept_comes_back_as_it_was(story: Story) -> None:
    assert insight.rebuilt(json.loads(json.dumps(insight.kept(story)))) == story


def test_what_a_later_house_no_longer_knows_of_a_kept_story_is_passed_over() -> None:
    body = {"about": "x", "title": "x", "key": "2026", "begins": "2026-01-01", "ends": "2026-12-31"}
    rest: dict[str, Any] = {"chapters": [], "asked": [], "waiting": 0, "mood": "glad"}
    assert insight.rebuilt(body | rest).begins == date(2026, 1, 1)


def followed(chain: Chain, ref: str = "", title: str = "Trygghet", better: str = "up") -> str:
    return actions.follow(
        ref=ref or chain.goal, title=title, measured_in="procent", origin="", better=better,
        **chain.by("city_director"),
    )  # fmt: skip


def figure(chain: Chain, ref: str, on: date, value: float, near: float | None = None) -> None:
    low, high = (None, None) if near is None else (value - near, value + near)
    actions.measure(ref=ref, on=on, value=value, low=low, high=high, **chain.by("city_director"))


def test_beside_a_goal_stand_its_own_figures_up_to_the_day(chain: Chain) -> None:
    ref = followed(chain)
    for month in (1, 3, 5, 7):
        figure(chain, ref, date(2026, month, 1), 60.0 + month, 2)
    goal = Node.objects.get(ref=chain.goal)
    [one] = insight.measures(about=goal, viewer=NOBODY, until=date(2026, 5, 1))
    assert [each.on.month for each in one.points] == [1, 3, 5]
    assert one.drawn
    assert one.chart["low"] == [59.0, 61.0, 63.0]
    [whole] = insight.measures(about=goal, viewer=NOBODY)
    assert len(whole.points) == 4


def test_fewer_than_three_figures_are_told_in_words_alone(chain: Chain) -> None:
    ref = followed(chain)
    figure(chain, ref, date(2026, 1, 1), 60.0)
    [one] = insight.measures(about=Node.objects.get(ref=chain.goal), viewer=NOBODY)
    assert not one.drawn
    assert "60" in one.words


def test_beside_a_plan_stand_the_figures_of_the_goals_it_serves_and_of_what_it_wants(chain: Chain) -> None:
    by_goal, wanted = followed(chain), followed(chain, chain.direction, "Väntan", "down")
    actions.want(ref=wanted, aim=chain.plan, better="down", **chain.by("manager"))
    plan = Node.objects.get(ref=chain.plan)
    found = insight.measures(about=plan, viewer=chain.viewer("manager"))
    assert {one.spot.ref for one in found} == {by_goal, wanted}


def test_beside_a_mission_stand_the_figures_of_its_goals(chain: Chain) -> None:
    ref = followed(chain)
    [one] = insight.measures(about=Node.objects.get(ref=chain.mission), viewer=NOBODY)
    assert one.spot.ref == ref


MET: dict[str, Any] = {
    "met": "Nämnden",
    "saw": "Fler ute.",
    "learnt": "Bänkar hjälper.",
    "changes": "Fler bänkar.",
}


def told(chain: Chain, key: str = "2026-T3", about: str = "") -> Story:
    period = rules.period_of(key)
    assert period is not None
    return insight.story(about=Node.objects.get(ref=about or chain.board), period=period, viewer=NOBODY)


def goal_in(story: Story, ref: str) -> Followed:
    return next(one for chapter in story.chapters for one in chapter.aims if one.ref == ref)


def test_a_board_s_story_has_its_mission_and_goals_and_nobody_else_s(chain: Chain) -> None:
    story = told(chain)
    assert [[one.ref for one in chapter.aims] for chapter in story.chapters] == [[chain.mission, chain.goal]]
    assert goal_in(story, chain.goal).changes == (Change("set", chain.now.date(), ""),)


def test_the_city_s_story_has_its_directions_first_and_a_chapter_for_each_board(chain: Chain) -> None:
    city = Node.objects.get(kind="organisation")
    story = told(chain, about=city.ref)
    assert [chapter.title for chapter in story.chapters] == [
        "Sundhamn", "Omsorgsnämnden", "Skolnämnden", "Hamnen AB",
    ]  # fmt: skip
    assert [one.ref for one in story.chapters[0].aims] == [chain.direction]
    assert [one.ref for one in story.chapters[1].aims] == [chain.mission, chain.goal]


def test_dialogues_and_figures_are_those_of_the_period(chain: Chain) -> None:
    ref = followed(chain)
    figure(chain, ref, date(2026, 1, 1), 60.0)
    for on in (date(2026, 8, 31), date(2026, 9, 1)):
        actions.hold(ref=chain.goal, held_on=on, next_on=None, **MET, **chain.by("director"))
    one = goal_in(told(chain), chain.goal)
    assert [said.held_on for said in one.talks] == [date(2026, 9, 1)]
    assert [(each.points, each.last) for each in one.figures] == [((), date(2026, 1, 1))]
    figure(chain, ref, date(2026, 9, 1), 64.0)
    again = goal_in(told(chain), chain.goal)
    assert [each.value for each in again.figures[0].points] == [60.0, 64.0]


def test_dialogues_about_plans_that_serve_a_goal_are_a_number_and_never_their_words(chain: Chain) -> None:
    actions.hold(ref=chain.plan, held_on=chain.now.date(), next_on=None, **MET, **chain.by("manager"))
    one = goal_in(told(chain), chain.goal)
    assert (one.near, one.talks) == (1, ())
    assert "Bänkar" not in json.dumps(insight.kept(told(chain)))


def test_the_words_are_those_that_stood_when_the_period_ended(chain: Chain) -> None:
    later = chain.by("director") | {"now": chain.now + timedelta(days=150)}
    new = GOAL | {"title": "Helt andra ord"}
    actions.change_aim(ref=chain.goal, why="Nytt år", serves=[chain.mission], **new, **later)
    assert goal_in(told(chain), chain.goal).title == GOAL["title"]
    after = goal_in(told(chain, "2027-T1"), chain.goal)
    assert after.title == "Helt andra ord"
    assert [(one.sort, one.why) for one in after.changes] == [("changed", "Nytt år")]


def test_what_was_let_go_is_told_of_in_its_period_and_not_after(chain: Chain) -> None:
    actions.stop_aim(ref=chain.goal, reason="Vi nådde dit", **chain.by("director"))
    assert [one.sort for one in goal_in(told(chain), chain.goal).changes] == ["set", "stopped"]
    assert chain.goal not in {one.ref for one in told(chain, "2027-T1").chapters[0].aims}
    assert told(chain, "2026-T2").chapters[0].aims == ()


def test_questions_answered_in_the_period_and_those_that_waited(chain: Chain) -> None:
    refs = [actions.ask(ref=chain.goal, text=f"Fråga {n}", **chain.by("opposition")) for n in range(3)]
    actions.answer(ref=refs[0], answer="Så här.", **chain.by("director"))
    late = chain.by("director") | {"now": chain.now + timedelta(days=150)}
    actions.answer(ref=refs[1], answer="Sent.", **late)
    story = told(chain)
    assert ([one.answer for one in story.asked], story.waiting) == (["Så här."], 2)
    assert ([one.answer for one in told(chain, "2027-T1").asked], told(chain, "2027-T1").waiting) == (
        ["Sent."],
        1,
    )


@pytest.mark.parametrize("goals", [1, 5])
def test_G19_a_story_asks_as_often_for_many_goals_as_for_one(
    chain: Chain, django_assert_num_queries: Any, goals: int
) -> None:
    for n in range(goals):
        ref = actions.set_goal(ref=chain.board, serves=[chain.mission], **GOAL, **chain.by("director"))
        figure(chain, followed(chain, ref, f"Mått {n}"), date(2026, 9, 1), 5)
    about = Node.objects.get(kind="organisation")
    period = rules.period_of("2026")
    assert period is not None
    with django_assert_num_queries(11):
        insight.story(about=about, period=period, viewer=NOBODY)
