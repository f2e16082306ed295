"""What can be counted in a plan; every figure here is counted by hand."""

import numpy as np
import pytest

from ledstjarna.engines.groups import (
    Limit,
    Rule,
    Wish,
    broken,
    camp,
    even_rounds,
    people_from,
    plan_of,
    rules_from,
)
from ledstjarna.engines.groups.counts import meetings, together_in
from tests.engines.groups.cases import by_hand, dice, leaders, small


def test_a_plan_in_which_pairs_meet_twice() -> None:
    counts = by_hand([[0, 0, 1, 1], [1, 1, 0, 0]], acquainted=[(0, 1)]).counts
    assert (counts.repeats, counts.same_unit, counts.acquainted, counts.others) == (2, 4, 2.0, 1.0)
    assert (counts.unit_pairs, counts.possible_unit_pairs) == (0, 1)


def test_a_plan_in_which_strangers_meet_once() -> None:
    counts = by_hand([[0, 1, 0, 1], [0, 1, 1, 0]], acquainted=[(0, 1)]).counts
    assert (counts.repeats, counts.same_unit, counts.acquainted, counts.others) == (0, 0, 0.0, 2.0)
    assert counts.unit_pairs == 1


def test_earlier_camps_count_as_meetings() -> None:
    assert by_hand([[0, 0, 1, 1]], history=[(0, 1), (1, 0), (0, 2)]).counts.repeats == 1
    assert by_hand([[0, 0, 1, 1], [0, 0, 1, 1]], history=[(0, 1)]).counts.repeats == 3 + 1


def test_pairs_that_must_be_together_do_not_repeat() -> None:
    assert by_hand([[0, 0, 1, 1], [1, 1, 0, 0]], together=[(0, 1)]).counts.repeats == 1


def test_wishes_are_met_once_somewhere() -> None:
    wishes = [Wish(0, 1), Wish(0, 3), Wish(2, places=((0, 1), (1, 0))), Wish(3, places=((1, 0),))]
    plan = by_hand([[0, 0, 1, 1], [0, 1, 0, 1]], wishes=wishes)
    assert plan.wishes == (True, False, True, False)
    assert plan.counts.wishes_unmet == 2


def test_imbalance_and_likeness() -> None:
    traits = [[1.0], [1.0], [-1.0], [-1.0]]
    assert by_hand([[0, 0, 1, 1]], traits=traits).counts.imbalance == 4.0
    assert by_hand([[0, 1, 0, 1]], traits=traits).counts.likeness == 0.0


def test_random_groups_have_a_likeness_of_about_one() -> None:
    people, rounds, rules = leaders(1)
    group = np.stack([dice(seed).permutation(np.arange(450) % 50) for seed in range(6)])
    from_lot = plan_of(people, rounds, rules, group)
    assert 0.9 < from_lot.counts.likeness < 1.1


def test_who_is_not_there_meets_nobody() -> None:
    assert not together_in(np.array([-1, -1, 0])).any()
    _, _, rules = small()
    assert meetings(np.full((3, 24), -1), rules).sum() == 0


def test_levels_above_the_unit_are_counted_too() -> None:
    people, rounds, rules = small()
    plan = camp(people, rounds, rules, rng=dice(), proposals=100_000)
    assert plan.counts.above[0] >= 3 * 4 * 2 * 3


@pytest.mark.parametrize(
    ("group", "rule"),
    [
        ([0, 0, 1, 1, 1, 0], Rule("apart", (0, 1), 0)),
        ([0, 1, 0, 1, 1, 0], Rule("line", (1, 3), 0)),
        ([0, 1, 1, 0, 1, 0], Rule("together", (4, 5), 0)),
        ([0, 1, 1, 0, 0, 0], Rule("size", (), 0, 0)),
        ([1, 0, 0, 0, 1, 1], Rule("limit", (0,), 0)),
    ],
)
def test_every_kind_of_broken_rule_is_found(group: list[int], rule: Rule) -> None:
    can = np.ones((6, 2), dtype=bool)
    can[0, 1] = False
    rounds = even_rounds(6, size=3, rounds=1)
    people = people_from(np.arange(6), manager=[-1, 3, -1, -1, -1, -1])
    rules = rules_from(rounds, people=6, apart=[(1, 0)], together=[(4, 5)], limits=[Limit("date", (can,))])
    assert rule in broken(people, rules, np.array([group]), rounds.lower, rounds.upper)
