"""What an exchange changes, to the last digit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups import Plan, Rule, Wish, plan_of, swap_cost
from tests.engines.groups.cases import by_hand, no_place_but, planned


def _cost(plan: Plan) -> float:
    weights, counts = plan.rules.weights, plan.counts
    return (
        weights.repeat * counts.repeats
        + weights.unit * counts.same_unit
        + weights.above * sum(counts.above)
        + weights.acquainted * counts.acquainted
        + weights.wish * counts.wishes_unmet
        + weights.balance * counts.imbalance
    )


PLAN = planned(
    apart=[(3, 20)],
    together=[(5, 22)],
    history=[(0, 7), (2, 9)],
    wishes=[Wish(0, 23), Wish(3, places=((0, 1), (1, 2))), Wish(20, 3), Wish(6, 4)],
    limits=[no_place_but(17, [1, 3], people=24, of=4)],
    fixed=[(8, 0, 2)],
)


@settings(max_examples=120)
@given(st.integers(0, 2), st.integers(0, 23), st.integers(0, 23))
def test_the_cost_of_an_exchange_is_that_of_the_plan_after_less_that_before(
    number: int, one: int, two: int
) -> None:
    change = swap_cost(PLAN, number, one, two)
    group = PLAN.group.copy()
    group[number, [one, two]] = group[number, [two, one]]
    after = plan_of(PLAN.people, PLAN.rounds, PLAN.rules, group)
    assert change.cost == pytest.approx(_cost(after) - _cost(PLAN), abs=1e-9)
    assert change.repeats == after.counts.repeats - PLAN.counts.repeats
    assert change.same_unit == after.counts.same_unit - PLAN.counts.same_unit
    assert change.imbalance == pytest.approx(after.counts.imbalance - PLAN.counts.imbalance, abs=1e-9)
    lost = tuple(k for k in range(4) if PLAN.wishes[k] and not after.wishes[k])
    assert change.wishes_lost == lost


def test_what_an_exchange_would_break_is_named() -> None:
    home = PLAN.group[0]
    with_rival = int(np.flatnonzero((home == home[20]) & (np.arange(24) != 20) & (np.arange(24) != 22))[0])
    assert Rule("apart", (3, 20), 0) in swap_cost(PLAN, 0, 3, with_rival).breaks
    other = int(np.flatnonzero(home != home[5])[0])
    assert Rule("together", (5, 22), 0) in swap_cost(PLAN, 0, 5, other).breaks
    elsewhere = int(np.flatnonzero((home != 2) & (home != 5))[0])
    assert Rule("fixed", (8,), 0, 2) in swap_cost(PLAN, 0, 8, elsewhere).breaks
    shut = int(np.flatnonzero((home == 0) | (home == 2))[0])
    assert Rule("limit", (17,), 0, name="date") in swap_cost(PLAN, 0, 17, shut).breaks


def test_a_mended_rule_is_named_too() -> None:
    plan = by_hand([[0, 0, 1, 1]], apart=[(0, 1)])
    assert swap_cost(plan, 0, 1, 2).mends == (Rule("apart", (0, 1), 0),)
