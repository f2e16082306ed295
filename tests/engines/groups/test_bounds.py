"""What no plan can beat."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups import (
    Limit,
    Rule,
    Wish,
    camp,
    even_rounds,
    people_from,
    rounds_from,
    rules_from,
)
from ledstjarna.engines.groups.bounds import filled, forbidding, repeat_bound, same_unit_bound
from tests.engines.groups.cases import by_hand, dice, leaders, no_place_but, planned, small

EVERYONE = np.arange(6)


def test_people_spread_over_groups() -> None:
    assert filled(103, 50, []) == 3 * 3 + 47
    assert filled(8, 50, []) == 0
    assert filled(8, 50, [2]) == 1
    assert filled(103, 50, [2, 2]) == 56
    assert filled(103, 50, [4]) == 6 + 3 + 48
    assert filled(4, 1, [2, 2]) == 6 - 4


def test_the_published_bound_of_the_made_up_camp() -> None:
    people, _, _ = leaders(1, rounds=1)
    can = np.ones((450, 50), dtype=bool)
    assert same_unit_bound(people.unit, np.arange(450), can, [])[0] == 63


@settings(max_examples=80)
@given(st.integers(0, 10**6))
def test_the_bound_on_one_unit_is_the_least_there_is(seed: int) -> None:
    rng = dice(seed)
    can = rng.random((5, 3)) < 0.6
    can[np.arange(5), rng.integers(0, 3, 5)] = True
    least = min(
        sum(size * (size - 1) // 2 for size in np.bincount(seats, minlength=3))
        for seats in product(range(3), repeat=5)
        if can[np.arange(5), list(seats)].all()
    )
    assert same_unit_bound(np.zeros(5, dtype=np.int64), np.arange(5), can, [])[0] == least


def test_what_a_tied_pair_forces_is_named() -> None:
    plan = planned(together=[(1, 2), (5, 18)])
    bound = {item.count: item for item in plan.certificate}["same_unit"]
    assert bound.bound == 3
    assert bound.value >= 6
    assert [(item.rule, item.amount) for item in bound.forced] == [(Rule("together", (1, 2)), 3)]


def test_two_blocks_of_a_unit_share_what_they_force() -> None:
    people = people_from([0, 0, 0, 0, 1, 1])
    can = np.ones((6, 3), dtype=bool)
    total, shares = same_unit_bound(people.unit, EVERYONE, can, [np.array([0, 1]), np.array([2, 3])])
    assert (total, sum(share for _, share in shares)) == (2, 1)


def test_acquaintances_that_must_be_together_are_forced() -> None:
    plan = by_hand([[0, 0, 1, 1], [0, 0, 1, 1]], acquainted=[(1, 0), (2, 3)], together=[(0, 1)])
    bound = {item.count: item for item in plan.certificate}["acquainted"]
    assert (bound.value, bound.bound, bound.gap) == (4.0, 2.0, 2.0)
    assert bound.forced[0].rule == Rule("together", (0, 1))


def test_absent_people_are_not_forced_to_meet() -> None:
    people = people_from([0, 1, 2, 3], acquainted=[(0, 1)])
    rounds = rounds_from(([1, 1], [2, 2]), ([1, 2], [2, 2]), people=4, present=([1, 0, 1, 1], [1, 1, 1, 1]))
    rules = rules_from(rounds, people=4, together=[(0, 1)])
    plan = camp(people, rounds, rules, rng=dice(), proposals=1000)
    assert {item.count: item.bound for item in plan.certificate}["acquainted"] == 1.0


def test_more_seats_than_others_force_repeats() -> None:
    people = people_from([0, 1, 2, 3])
    three, four = (even_rounds(4, size=2, rounds=number) for number in (3, 4))
    assert repeat_bound(people, three, rules_from(three, people=4)) == 0
    assert repeat_bound(people, four, rules_from(four, people=4)) == 2
    assert repeat_bound(people, three, rules_from(three, people=4, history=[(0, 1)])) == 1
    assert repeat_bound(people, four, rules_from(four, people=4, together=[(0, 1), (2, 3)])) == 0


def test_the_rule_that_forbids_a_wish_is_found() -> None:
    people, rounds, rules = small(
        apart=[(0, 9)],
        limits=[no_place_but(5, [0], people=24, of=4), no_place_but(6, [1], people=24, of=4)],
    )
    assert forbidding(people, rounds, rules, Wish(9, 0)) == Rule("apart", (0, 9))
    assert forbidding(people, rounds, rules, Wish(1, 0)) == Rule("line", (0, 1))
    assert forbidding(people, rounds, rules, Wish(5, 6)) == Rule("limit", (5, 6), name="date/date")
    assert forbidding(people, rounds, rules, Wish(5, places=((0, 2),))) == Rule(
        "limit", (5,), name="date/date"
    )
    assert forbidding(people, rounds, rules, Wish(5, places=((0, 0),))) is None
    assert forbidding(people, rounds, rules, Wish(2, 13)) is None


def test_limits_bind_the_bound() -> None:
    can = np.ones((6, 3), dtype=bool)
    can[:4, 2] = False
    unit = np.array([0, 0, 0, 0, 1, 1])
    assert same_unit_bound(unit, EVERYONE, can, [])[0] == 2
    assert Limit("date", (can,)).name == "date"
