"""Whole plans."""

from importlib import import_module

import numpy as np
import pytest

from ledstjarna.engines.groups import (
    Infeasible,
    Limit,
    Plan,
    Wish,
    _kernels,
    broken,
    camp,
    even_rounds,
    people_from,
    rounds_from,
    rules_from,
)
from tests.engines.groups.cases import dice, leaders, no_place_but, planned, small


def _gaps(plan: Plan) -> dict[str, float]:
    return {bound.count: bound.gap for bound in plan.certificate if bound.count != "imbalance"}


def _is_sound(plan: Plan) -> bool:
    return not broken(plan.people, plan.rules, plan.group, plan.rounds.lower, plan.rounds.upper)


@pytest.mark.parametrize("hard", [False, True])
def test_450_leaders_in_six_rounds_are_planned_at_every_bound(hard: bool) -> None:
    people, rounds, rules = leaders(1, hard=hard)
    plan = camp(people, rounds, rules, rng=dice(), proposals=12_000_000)
    assert _is_sound(plan)
    assert set(_gaps(plan).values()) == {0}
    assert plan.counts.others == 48 or hard
    assert plan.counts.likeness < 0.2
    assert plan.counts.unit_pairs == 190


def test_the_same_dice_and_budget_give_the_same_plan_with_and_without_a_compiler(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people, rounds, rules = small(together=[(5, 22)], wishes=[Wish(2, 23)])
    uneven = even_rounds(24, size=5, rounds=3, slack=1)
    one = camp(people, uneven, rules_from(uneven, people=24), rng=dice(3), proposals=200_000).group
    two = camp(people, rounds, rules, rng=dice(3), proposals=200_000).group
    monkeypatch.setattr(_kernels, "numba", None)
    assert np.array_equal(camp(people, rounds, rules, rng=dice(3), proposals=200_000).group, two)
    assert np.array_equal(
        camp(people, uneven, rules_from(uneven, people=24), rng=dice(3), proposals=200_000).group, one
    )


def test_a_plan_is_the_same_today_as_when_this_was_written() -> None:
    people = people_from(np.arange(12) // 3)
    plan = camp(people, even_rounds(12, size=3, rounds=2), rng=dice(7), proposals=20_000)
    assert ["".join(map(str, row)) for row in plan.group.tolist()] == ["301032201231", "203103021132"]


def test_every_hard_rule_is_kept_at_once() -> None:
    plan = planned(
        apart=[(3, 20), (7, 13)],
        together=[(5, 22), (22, 9)],
        fixed=[(0, 1, 2)],
        limits=[no_place_but(17, [1, 3], people=24, of=4)],
    )
    assert _is_sound(plan)
    assert plan.group[1, 0] == 2
    assert set(plan.group[:, 17].tolist()) <= {1, 3}
    assert (plan.group[:, 5] == plan.group[:, 9]).all()


def test_wishes_are_granted_where_they_cost_no_more_than_they_weigh() -> None:
    plan = planned(wishes=[Wish(0, 23), Wish(8, 13), Wish(4, places=((1, 3),)), Wish(1, 0)])
    assert plan.wishes == (True, True, True, False)
    assert _gaps(plan)["wishes_unmet"] == 0


def test_those_who_met_at_an_earlier_camp_do_not_meet_again() -> None:
    history = [(one, two) for one in range(6) for two in range(6, 12)]
    plan = planned(history=history)
    met = sum(plan.group[k, one] == plan.group[k, two] for one, two in history for k in range(3))
    assert met == plan.counts.repeats == 0 or plan.counts.repeats >= met > 0


def test_sizes_may_differ_between_groups_and_rounds() -> None:
    rounds = rounds_from(([3, 9, 4], [5] * 4), ([8, 12, 9], [7] * 4), people=24)
    people, _, _ = small()
    plan = camp(people, rounds, rng=dice(), proposals=200_000)
    assert _is_sound(plan)
    assert (np.bincount(plan.group[0]) <= [8, 12, 9]).all()


def test_those_who_are_away_are_in_no_group() -> None:
    away = np.ones(24, dtype=bool)
    away[:4] = False
    rounds = rounds_from(([5] * 4, [6] * 4), ([5] * 4, [6] * 4), people=24, present=(away, np.ones(24)))
    plan = camp(small()[0], rounds, rng=dice(), proposals=100_000)
    assert (plan.group[0, :4] == -1).all()
    assert _is_sound(plan)


def test_many_rounds_leave_repeats_to_the_last() -> None:
    people = people_from(np.arange(24))
    plan = camp(people, even_rounds(24, size=4, rounds=7), rng=dice(), proposals=3_000_000)
    assert plan.counts.repeats <= 24
    assert _gaps(plan)["repeats"] == plan.counts.repeats


def test_the_share_of_the_work_that_is_told_adds_up_to_all_of_it() -> None:
    people, rounds, rules = small()
    told: list[float] = []
    camp(people, rounds, rules, rng=dice(), proposals=10_000, tell=told.append)
    assert sum(told) == pytest.approx(1)


def test_a_budget_of_nothing_is_refused() -> None:
    people, rounds, rules = small()
    with pytest.raises(ValueError, match="proposals must be at least 1"):
        camp(people, rounds, rules, rng=dice(), proposals=0)


def test_one_group_for_everyone_is_a_plan_too() -> None:
    plan = camp(people_from([0, 1, 2]), even_rounds(3, size=3, rounds=2), rng=dice(), proposals=10)
    assert plan.group.tolist() == [[0, 0, 0], [0, 0, 0]]
    assert _gaps(plan)["repeats"] == 0


def test_what_a_search_cannot_prove_is_said_to_be_unproven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledstjarna.engines.groups.conflict.STEPS", 0)
    monkeypatch.setattr(import_module("ledstjarna.engines.groups.camp"), "REPAIRS", 1)
    can = np.ones((8, 2), dtype=bool)
    can[0, 1] = can[3, 1] = False
    rounds = even_rounds(8, size=4, rounds=1)
    ring = [(0, 1), (1, 2), (2, 3), (4, 5)]
    rules = rules_from(rounds, people=8, apart=ring, limits=[Limit("date", (can,))])
    with pytest.raises(Infeasible) as caught:
        camp(people_from(np.arange(8)), rounds, rules, rng=dice(), proposals=100)
    assert not caught.value.proven
    assert caught.value.conflict
