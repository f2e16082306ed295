"""Temperatures."""

import numpy as np

from ledstjarna.engines.groups import Weights, even_rounds, people_from, rules_from
from ledstjarna.engines.groups.cost import ONE
from ledstjarna.engines.groups.schedule import PASSES, schedule
from tests.engines.groups.cases import small


def test_it_cools_from_pairs_to_traits() -> None:
    people, _, rules = small()
    plan = schedule(people, rules, sweeps=4000)
    assert plan.temperatures[0] > 0.2 * ONE
    assert plan.temperatures[-1] < 0.001 * ONE
    assert (np.diff(plan.temperatures) <= 0).mean() > 0.95
    assert 4000 * 0.9 <= plan.sweeps * len(plan.temperatures) <= 4000


def test_passes_stay_within_bounds() -> None:
    people, _, rules = small()
    assert len(schedule(people, rules, sweeps=8).temperatures) == PASSES[0]
    assert len(schedule(people, rules, sweeps=10**6).temperatures) == PASSES[1]


def test_without_traits_the_smallest_weight_that_matters_sets_the_heat() -> None:
    rounds = even_rounds(4, size=2, rounds=2)
    strangers, mates = people_from([0, 1, 2, 3]), people_from([0, 0, 1, 1])
    weights = Weights(repeat=3.0, unit=0.5)
    rules = rules_from(rounds, people=4, weights=weights)
    assert schedule(strangers, rules, sweeps=400).temperatures[0] == round(0.9 * ONE)
    assert schedule(mates, rules, sweeps=400).temperatures[0] == round(0.15 * ONE)
