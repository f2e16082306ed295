"""What a plan costs, in whole numbers."""

import numpy as np

from ledstjarna.engines.groups import Weights, even_rounds, people_from, rules_from
from ledstjarna.engines.groups.cost import ONE, by_size, costs_of, pair_costs, whole
from tests.engines.groups.cases import small


def test_a_pair_costs_its_unit_its_level_and_its_acquaintance() -> None:
    people = people_from([0, 0, 1, 2], above=([0, 0, 0, 1],), acquainted=[(0, 3)], strength=[0.5])
    rounds = even_rounds(4, size=2, rounds=1)
    weights = Weights(unit=2.0, above=0.25, acquainted=4.0, repeat=1.0)
    rules = rules_from(rounds, people=4, history=[(1, 3), (3, 1)], weights=weights)
    cost = pair_costs(people, rules) / ONE
    assert cost[0].tolist() == [0, 2.25, 0.25, 2.0, 0]
    assert cost[3].tolist() == [2.0, 1.0, 0, 0, 0]


def test_forbidden_pairs_cost_the_hard_weight_and_tied_ones_save_it() -> None:
    people, _, rules = small(apart=[(0, 23)], together=[(5, 22)])
    cost = pair_costs(people, rules)
    assert cost[0, 23] == whole(rules.weights.hard)
    assert cost[5, 22] == -whole(rules.weights.hard)
    assert cost[1, 0] == whole(rules.weights.hard)
    assert np.array_equal(cost, cost.T)


def test_imbalance_is_folded_into_pairs_where_all_groups_have_one_size() -> None:
    people, rounds, rules = small()
    assert not costs_of(people, rounds, rules).gram.size
    uneven = even_rounds(24, size=6, rounds=3, slack=1)
    assert costs_of(people, uneven, rules).gram.shape == (25, 25)


def test_without_traits_imbalance_costs_nothing() -> None:
    people = people_from([0, 1, 2, 3])
    rounds = even_rounds(4, size=2, rounds=1, slack=1)
    assert not costs_of(people, rounds, rules_from(rounds, people=4)).gram.size


def test_a_larger_group_pays_less_for_the_same_sum() -> None:
    table = by_size(10, 0.15)
    assert (np.diff(table[1:]) < 0).all()
    assert abs(table[1] / table[10] - 10) < 0.01
