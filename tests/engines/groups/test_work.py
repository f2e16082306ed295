"""A camp while it is being planned: costs follow who meets whom."""

import numpy as np

from ledstjarna.engines.groups import Wish
from ledstjarna.engines.groups.cost import costs_of, whole
from ledstjarna.engines.groups.seating import group_of
from ledstjarna.engines.groups.work import closed, dice, opened, visit, work_on
from tests.engines.groups import cases


def _group(seed: int = 1) -> np.ndarray:
    return np.stack([cases.dice(seed + k).permutation(np.arange(24) % 4) for k in range(3)])


def test_every_meeting_counts_but_those_of_the_open_round() -> None:
    people, rounds, rules = cases.small()
    work = work_on(people, rounds, rules, _group())
    base = costs_of(people, rounds, rules).pair
    met = sum((row[:, None] == row).astype(int) for row in work.group)
    np.fill_diagonal(met, 0)
    assert np.array_equal(work.costs.pair[:-1, :-1] - base[:-1, :-1], met * whole(3.0))
    seating = opened(work, 1)
    row = work.group[1]
    inside = ((row[:, None] == row) & ~np.eye(24, dtype=bool)).astype(int)
    assert np.array_equal(work.costs.pair[:-1, :-1] - base[:-1, :-1], (met - inside) * whole(3.0))
    assert np.array_equal(group_of(seating.slots, 24), row)


def test_a_visit_leaves_the_costs_as_if_made_afresh() -> None:
    wishes = [Wish(0, 23), Wish(3, places=((0, 1), (2, 0))), Wish(8, 14)]
    people, rounds, rules = cases.small(together=[(5, 22), (9, 17)], wishes=wishes)
    work = work_on(people, rounds, rules, _group())
    dice(work, cases.dice())
    for number in (0, 2, 1, 0):
        visit(work, number, whole(0.3), 10, cases.dice(number))
    fresh = work_on(people, rounds, rules, work.group)
    assert np.array_equal(work.costs.pair, fresh.costs.pair)
    assert work.open == -1


def test_a_wish_is_rewarded_only_where_no_other_round_grants_it() -> None:
    group = np.tile(np.arange(24) % 4, (3, 1))
    group[1, [0, 3]] = group[1, [3, 0]]
    people, rounds, rules = cases.small(wishes=[Wish(0, 23), Wish(5, places=((0, 1), (2, 3)))])
    work = work_on(people, rounds, rules, group)
    reward, alone = whole(rules.weights.wish), work.costs.pair[0, 23]
    seating = opened(work, 2)
    assert work.costs.pair[0, 23] == work.costs.pair[23, 0] == alone
    assert seating.near[3, 5] == work.costs.pair[5][seating.slots[3]].sum()
    closed(work, seating)
    seating = opened(work, 1)
    assert work.costs.pair[0, 23] == alone - whole(3.0) - reward
    closed(work, seating)
    work.group[0, [5, 6]] = work.group[0, [6, 5]]
    assert opened(work_on(people, rounds, rules, work.group), 2).near[3, 5] < seating.near[3, 5]
