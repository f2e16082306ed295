"""The thread through a year, moment by moment."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.rooms.atlas.insight.past import MOMENTS, MONTH, day_of, many, within
from tests.rooms.atlas.insight.tale import NOW, Tale, ago


def bits(value: int) -> str:
    return "".join(str(value >> place & 1) for place in range(MOMENTS))


def test_a_year_is_thirteen_moments_of_which_the_last_is_now() -> None:
    moments = Tale().past().moments
    assert len(moments) == MOMENTS
    assert moments[-1] == day_of(NOW, 0)
    assert np.allclose(np.diff(moments), MONTH)


def test_a_thing_stands_from_when_it_came_until_it_went() -> None:
    tale = Tale()
    tale.node("area", came=100, went=40)
    tale.node("area")
    tale.node("area", went=400)
    assert [bits(one) for one in tale.past().alive.tolist()] == [
        "0000000001100",
        "1111111111111",
        "0000000000000",
    ]


def test_what_holds_of_a_thing_holds_of_what_hangs_on_it_while_all_between_stands() -> None:
    tale = Tale()
    star = tale.node("vision")
    area = tale.node("area", ("belongs_to", star), went=100)
    goal = tale.node("board_goal", ("serves", area))
    past = tale.past()
    leads = past.down(np.array([past.alive[star], 0, 0], dtype=np.uint32))
    assert bits(int(leads[goal])) == "1111111110000"
    assert past.up(np.array([0, 0, 1], dtype=np.uint32)).tolist() == [1, 1, 1]


def test_a_ring_comes_to_rest() -> None:
    tale = Tale()
    one = tale.node("board_goal", ("serves", 1))
    tale.node("board_goal", ("serves", one))
    assert tale.past().up(np.array([1, 2], dtype=np.uint32)).tolist() == [3, 3]


def test_a_day_lasts_to_its_end_and_what_is_unknown_is_without_bound() -> None:
    assert day_of(date(1970, 1, 1), 0) == 1.0
    assert day_of(None, np.inf) == np.inf
    assert day_of(ago(1), 0) == day_of(NOW, 0) - 1


def test_an_empty_past_has_nothing_in_it() -> None:
    past = Tale().past()
    assert (past.size, past.alive.tolist(), many(past.alive).tolist()) == (0, [], [0] * MOMENTS)


def test_who_answers_for_a_thing_is_found_by_its_home_by_whom_it_is_given_to_or_by_what_it_is_about() -> None:
    tale = Tale()
    tale.node("organisation")
    board = tale.node("board")
    department = tale.node("unit", ("answers_to", board))
    unit = tale.node("unit", ("part_of", department))
    star = tale.node("vision")
    goal = tale.node("board_goal", ("given_to", board))
    plan = tale.node("unit_plan", ("serves", goal), home=unit)
    talk = tale.node("talk", ("follows_up", goal))
    mission = tale.node("board_mission", ("purpose_of", board))
    question = tale.node("question", ("asks_about", goal))
    direction = tale.node("direction", ("serves", star), ("given_to", 0))
    place = tale.past().place.tolist()
    assert [place[row] for row in (board, department, unit, goal, plan, talk, mission, question)] == [
        board
    ] * 8
    assert [place[row] for row in (0, star, direction)] == [0, 0, 0]


def test_what_is_given_to_nobody_is_answered_for_by_nobody_where_there_is_no_city() -> None:
    tale = Tale()
    tale.node("vision")
    assert tale.past().place.tolist() == [-1]


SPANS = st.lists(st.tuples(st.floats(-10, 400), st.floats(-10, 400)), max_size=8)


@given(SPANS)
def test_each_span_holds_the_moments_in_it_and_no_others(spans: list[tuple[float, float]]) -> None:
    moments = np.arange(MOMENTS, dtype=np.float64) * MONTH
    begins, ends = (np.array([one[n] for one in spans], dtype=np.float64) for n in (0, 1))
    found = within(moments, begins, ends)
    plain = [[begin <= at < end for at in moments.tolist()] for begin, end in spans]
    assert [[bool(one >> n & 1) for n in range(MOMENTS)] for one in found.tolist()] == plain
    assert many(found).tolist() == [sum(one[n] for one in plain) for n in range(MOMENTS)]
