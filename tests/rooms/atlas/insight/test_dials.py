"""The four pitfalls as counts: cases known by hand, and what holds of every past."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import Cases
from ledstjarna.rooms.atlas.insight.dials import (
    all_in,
    covers,
    endurance,
    evenness,
    leadership,
    silences,
    story,
    to_first_deed,
    wilson,
)
from tests.rooms.atlas.insight.tale import Tale

LEADER, OTHER = 900, 901
TERMS = {LEADER: [(date(2020, 1, 1), None)]}
OLD = rules.MATURE + 300


def counted(cases: Cases) -> dict[int, tuple[bool, str]]:
    """The rows counted today, whether it holds, and why."""
    now, holds = cases.now().tolist(), cases.holds().tolist()
    return {
        row: (held, why)
        for row, counts, held, why in zip(cases.rows.tolist(), now, holds, cases.why, strict=True)
        if counts
    }


def last(cases: Cases) -> tuple[int, int]:
    """In how many it holds today, of how many."""
    hits, totals = cases.trend()
    return int(hits[-1]), int(totals[-1])


# All in


def test_what_has_a_path_to_the_vision_is_in_and_what_hangs_on_something_let_go_is_not() -> None:
    tale = Tale()
    star = tale.node("vision")
    area = tale.node("area", ("belongs_to", star))
    gone = tale.node("direction", ("serves", area), went=50)
    good = tale.node("board_goal", ("serves", area))
    loose = tale.node("board_goal", ("serves", gone))
    cases = all_in(tale.past())
    assert counted(cases) == {area: (True, "leads"), good: (True, "leads"), loose: (False, "adrift")}
    hits, totals = cases.trend()
    assert (hits[0], totals[0]) == (4, 4)
    assert (hits[-1], totals[-1]) == (2, 3)


def test_without_a_vision_nothing_leads_anywhere() -> None:
    tale = Tale()
    tale.node("area")
    assert last(all_in(tale.past())) == (0, 1)


def test_how_far_it_reaches_is_counted_by_units_and_a_small_one_with_what_it_is_in() -> None:
    tale = Tale()
    star = tale.node("vision")
    board = tale.node("board")
    department = tale.node("unit", ("answers_to", board))
    units = [tale.node("unit", ("part_of", department)) for _ in range(3)]
    area = tale.node("area", ("belongs_to", star))
    for unit in units[:2]:
        tale.node("unit_plan", ("serves", area), home=unit)
    past = tale.past()
    cases = all_in(past)
    (one,) = covers(past, cases, {})
    assert (one.place, one.units, one.covered) == (board, 4, 2)
    (merged,) = covers(past, cases, {units[0]: department, units[1]: department})
    assert (merged.units, merged.covered) == (2, 1)


# Clear leadership


def test_what_was_asked_of_others_is_done_when_one_who_leads_keeps_a_dialogue_about_it() -> None:
    tale = Tale()
    followed, asked = (tale.node("board_goal", came=OLD, by=LEADER) for _ in range(2))
    tale.node("talk", ("follows_up", followed), came=30, by=LEADER)
    tale.node("talk", ("follows_up", asked), came=30, by=OTHER)
    cases = leadership(tale.past(), TERMS)
    assert counted(cases) == {followed: (True, "followed"), asked: (False, "asked")}


def test_what_is_new_has_time_and_what_others_set_or_units_plan_is_not_the_leaders_asking() -> None:
    tale = Tale()
    tale.node("board_goal", came=30, by=LEADER)
    tale.node("board_goal", came=OLD, by=OTHER)
    unit = tale.node("unit")
    tale.node("board_goal", came=OLD, by=LEADER, home=unit)
    assert counted(leadership(tale.past(), TERMS)) == {}


def test_only_what_was_done_while_one_led_is_counted() -> None:
    tale = Tale()
    goal = tale.node("board_goal", came=OLD, by=LEADER)
    tale.node("talk", ("follows_up", goal), came=30, by=LEADER)
    ended = {LEADER: [(date(2020, 1, 1), date(2026, 12, 31))]}
    assert counted(leadership(tale.past(), ended)) == {goal: (False, "asked")}
    assert counted(leadership(tale.past(), {})) == {}


def question(tale: Tale, *, due: float, kept: float | None, by: int | None, home: int | None = None) -> int:
    row = tale.node("question", came=due + 20, home=home)
    tale.promise(row, due, kept=kept)
    if kept is not None and by is not None:
        tale.act(row, by, kept)
    return row


def test_an_answer_by_its_day_is_kept_and_a_later_one_or_none_is_late() -> None:
    tale = Tale()
    kept = question(tale, due=50, kept=52, by=LEADER)
    late = question(tale, due=50, kept=40, by=LEADER)
    never = question(tale, due=50, kept=None, by=None)
    assert counted(leadership(tale.past(), TERMS)) == {
        kept: (True, "kept"),
        late: (False, "late"),
        never: (False, "late"),
    }


def test_an_answer_on_the_promised_day_itself_is_kept() -> None:
    tale = Tale()
    row = question(tale, due=50, kept=50, by=LEADER)
    assert counted(leadership(tale.past(), TERMS))[row] == (True, "kept")


def test_what_somebody_else_answered_in_time_counts_neither_for_nor_against() -> None:
    tale = Tale()
    question(tale, due=50, kept=52, by=OTHER)
    assert counted(leadership(tale.past(), TERMS)) == {}


def test_a_promise_counts_for_a_year_from_its_day_and_those_of_units_are_not_the_leaders() -> None:
    tale = Tale()
    unit = tale.node("unit")
    question(tale, due=-5, kept=None, by=None)
    question(tale, due=400, kept=None, by=None)
    question(tale, due=50, kept=None, by=None, home=unit)
    assert counted(leadership(tale.past(), TERMS)) == {}


def test_of_a_question_that_was_put_off_openly_the_last_day_counts() -> None:
    tale = Tale()
    row = tale.node("question", came=100)
    tale.promise(row, 80, kept=70)
    tale.promise(row, 40, kept=45)
    tale.act(row, LEADER, 45)
    assert counted(leadership(tale.past(), TERMS)) == {row: (True, "kept")}


def test_a_document_looked_through_by_its_day_is_kept_and_each_day_counts() -> None:
    tale = Tale()
    row = tale.node("document", came=800)
    tale.promise(row, 200, kept=210)
    tale.promise(row, 20)
    tale.act(row, LEADER, 210)
    cases = leadership(tale.past(), TERMS)
    assert last(cases) == (1, 2)
    assert sorted(cases.why) == ["kept", "late"]


# Endurance


def test_what_is_still_followed_endures_and_what_nobody_touched_in_a_year_has_drifted() -> None:
    tale = Tale()
    followed, drifted = (tale.node("board_goal", came=OLD) for _ in range(2))
    plan = tale.node("unit_plan", ("serves", followed), came=OLD)
    tale.node("talk", ("follows_up", plan), came=30)
    tale.node("talk", ("follows_up", drifted), came=400)
    assert counted(endurance(tale.past())) == {
        followed: (True, "rhythm"),
        drifted: (False, "drifted"),
        plan: (True, "rhythm"),
    }


def test_to_stop_after_deeds_is_to_endure_and_to_stop_before_any_is_not() -> None:
    tale = Tale()
    through, early, long_ago = (tale.node("board_goal", came=OLD, went=days) for days in (60, 60, 400))
    tale.node("talk", ("follows_up", through), came=200)
    tale.node("talk", ("follows_up", early), came=20)
    assert counted(endurance(tale.past())) == {through: (True, "through"), early: (False, "early")}
    assert long_ago not in counted(endurance(tale.past()))


def test_to_stop_before_the_day_one_looked_to_is_early_even_after_deeds() -> None:
    tale = Tale()
    goal = tale.node("board_goal", came=OLD, went=60)
    tale.node("talk", ("follows_up", goal), came=200)
    tale.promise(goal, 10, kept=60)
    assert counted(endurance(tale.past())) == {goal: (False, "early")}


def test_half_had_a_first_deed_within_the_days_of_the_middle_one() -> None:
    tale = Tale()
    for days in (10, 20, 30, 40, 50):
        goal = tale.node("board_goal", came=400)
        tale.node("talk", ("follows_up", goal), came=400 - days)
    past = tale.past()
    lag = to_first_deed(past, endurance(past))
    assert lag is not None
    assert round(lag.days or 0) == 30


def test_of_too_few_no_time_to_first_deed_is_told_and_where_nothing_was_done_there_is_none() -> None:
    few = Tale()
    few.node("board_goal", came=400)
    past = few.past()
    assert to_first_deed(past, endurance(past)) is None
    idle = Tale()
    for _ in range(6):
        idle.node("board_goal", came=400)
    past = idle.past()
    lag = to_first_deed(past, endurance(past))
    assert lag is not None
    assert lag.days is None


# The story


def test_a_deed_is_told_of_when_something_is_said_after_it_of_the_same_its_unit_or_its_board() -> None:
    tale = Tale()
    board = tale.node("board")
    department = tale.node("unit", ("answers_to", board))
    goals = [tale.node("board_goal", ("given_to", board)) for _ in range(2)]
    before = tale.node("talk", ("follows_up", goals[0]), came=200)
    of_goal = tale.node("talk", ("follows_up", goals[1]), came=100)
    at_unit = tale.node("talk", home=department, came=90)
    silent = tale.node("talk", came=90)
    tale.node("outlook", ("informs", goals[0]), came=300)
    tale.node("outlook", ("informs", board), came=80)
    cases = story(tale.past())
    assert counted(cases) == {
        before: (True, "told"),
        of_goal: (True, "told"),
        at_unit: (True, "told"),
        silent: (False, "untold"),
    }
    assert [round(days) for days in cases.days[:3]] == [120, 20, 10]


def test_a_young_deed_has_time_to_be_told_of_and_counts_at_once_when_it_is() -> None:
    tale = Tale()
    goal = tale.node("board_goal")
    tale.node("talk", ("follows_up", goal), came=10)
    assert counted(story(tale.past())) == {}
    tale.node("outlook", ("informs", goal), came=5)
    assert last(story(tale.past())) == (1, 1)


def test_a_board_is_silent_from_when_something_was_last_told_of_it() -> None:
    tale = Tale()
    tale.node("organisation")
    loud, quiet = tale.node("board"), tale.node("board")
    for board in (loud, quiet):
        goal = tale.node("board_goal", ("given_to", board))
        for _ in range(6):
            tale.node("talk", ("follows_up", goal), came=100)
    tale.node("outlook", ("informs", loud), came=71)
    past = tale.past()
    assert [(one.place, one.deeds, one.days) for one in silences(past, story(past))] == [
        (loud, 6, 71),
        (quiet, 6, None),
    ]


# What holds of every past


def test_a_share_of_nothing_may_be_anything() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_wilson_s_interval_is_the_one_of_the_books() -> None:
    low, high = wilson(15, 50)  # Newcombe 1998: 0.191 to 0.438
    assert (round(low, 3), round(high, 3)) == (0.191, 0.438)


@given(st.integers(0, 300), st.integers(0, 300))
def test_an_interval_holds_its_share_and_lies_between_nought_and_one(one: int, other: int) -> None:
    hits, total = min(one, other), max(one, other)
    low, high = wilson(hits, total)
    assert 0 <= low <= high <= 1
    if total:
        assert low <= hits / total <= high


def test_evenness_is_one_where_all_have_the_same_and_least_where_one_has_all() -> None:
    assert evenness([0.5, 0.5, 0.5]) == pytest.approx(1)
    assert evenness([0, 0, 0, 1]) == pytest.approx(0.25)
    assert (evenness([]), evenness([0, 0])) == (1, 1)
    with pytest.raises(ValueError, match="negative"):
        evenness([-1, 1])


PARTS = st.integers(0, 1000).map(lambda part: part / 1000)  # shares are of units, never a denormal number


@given(st.lists(PARTS, min_size=1, max_size=20), st.floats(0.1, 10))
def test_evenness_does_not_depend_on_order_or_scale(shares: list[float], scale: float) -> None:
    even = evenness(shares)
    assert 0 <= even <= 1 + 1e-9
    assert evenness(shares[::-1]) == pytest.approx(even)
    assert evenness([one * scale for one in shares]) == pytest.approx(even, abs=1e-6)


KINDS = st.sampled_from(
    ["vision", "area", "board_goal", "unit_plan", "talk", "outlook", "document", "question"]
)
TIES = {
    "area": "belongs_to", "board_goal": "serves", "unit_plan": "serves", "talk": "follows_up",
    "outlook": "informs", "document": "serves", "question": "asks_about",
}  # fmt: skip
THINGS = st.lists(st.tuples(KINDS, st.integers(0, 800), st.integers(0, 800), st.integers(0, 30)), max_size=25)


def wild(things: list[tuple[str, int, int, int]]) -> Tale:
    tale = Tale()
    for kind, came, went, target in things:
        row = len(tale.kinds)
        up = [(TIES[kind], target % row)] if kind in TIES and row else []
        tale.node(kind, *up, came=max(came, went), went=min(came, went) or None, by=LEADER)
        if kind in {"question", "document"}:
            tale.promise(row, went, kept=came if came < went else None)
    return tale


@given(THINGS)
def test_of_every_past_each_dial_holds_in_no_more_than_it_counts_and_never_counts_what_has_not_come(
    things: list[tuple[str, int, int, int]],
) -> None:
    past = wild(things).past()
    for cases in (all_in(past), leadership(past, TERMS), endurance(past), story(past)):
        hits, totals = cases.trend()
        assert (hits <= totals).all()
        assert len(cases.rows) == len(cases.why) == len(cases.days) == len(cases.counted)
        ahead = past.within(np.full(len(cases.rows), -np.inf), past.born[cases.rows])
        assert not (cases.counted & ahead).any()
