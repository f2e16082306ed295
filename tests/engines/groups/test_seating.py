"""One round as it is being planned."""

import numpy as np

from ledstjarna.engines.groups import even_rounds
from ledstjarna.engines.groups.cost import costs_of
from ledstjarna.engines.groups.noise import heated, pool
from ledstjarna.engines.groups.seating import group_of, noise_needed, seated, slots_of, sweep
from tests.engines.groups.cases import dice, small

GROUP = np.array([1, 0, -1, 1, 0, 0])


def test_people_are_laid_out_by_group_with_empty_seats_at_the_end() -> None:
    assert slots_of(GROUP, np.array([4, 2])).tolist() == [[1, 4, 5, 6], [0, 3, 6, 6]]


def test_layout_and_groups_are_two_views_of_one_thing() -> None:
    assert group_of(slots_of(GROUP, np.array([4, 2])), 6).tolist() == GROUP.tolist()


def test_the_state_tells_what_each_would_cost_in_each_group() -> None:
    people, _, rules = small()
    rounds = even_rounds(24, size=6, rounds=1, slack=1)
    costs = costs_of(people, rounds, rules)
    slots = slots_of(np.arange(24) % 4, rounds.upper[0])
    place = np.zeros((4, 25), dtype=np.int64)
    state = seated(costs, slots, place, rounds.lower[0], rounds.upper[0])
    assert state.size.tolist() == [6] * 4
    assert state.near[2, 3] == costs.pair[3, 2::4].sum()
    assert state.square[1] == costs.gram[np.ix_(range(1, 24, 4), range(1, 24, 4))].sum()


def test_one_group_alone_is_left_as_it_is() -> None:
    people, _, rules = small()
    rounds = even_rounds(24, size=24, rounds=1)
    costs = costs_of(people, rounds, rules)
    place = np.zeros((1, 25), dtype=np.int64)
    state = seated(
        costs,
        slots_of(np.zeros(24, dtype=np.int64), rounds.upper[0]),
        place,
        rounds.lower[0],
        rounds.upper[0],
    )
    assert sweep(costs, state, heated(pool(noise_needed(1, 24), dice()), 1), 5, dice()) == 0
