"""Blocks that move at once."""

import numpy as np
import pytest

from ledstjarna.engines.groups import even_rounds
from ledstjarna.engines.groups.cost import Costs, costs_of
from ledstjarna.engines.groups.moves import _partners, _prices, move_block
from ledstjarna.engines.groups.noise import heated, pool
from ledstjarna.engines.groups.seating import Seating, group_of, noise_needed, seated, slots_of
from tests.engines.groups.cases import dice, small


def _state(slack: int, block: list[int]) -> tuple[Costs, Seating, np.ndarray]:
    people, _, rules = small(together=[(block[0], other) for other in block[1:]])
    rounds = even_rounds(24, size=6, rounds=1, slack=slack)
    costs = costs_of(people, rounds, rules)
    group = np.arange(24) // 6
    group[block], group[[0, 1, 2][: len(block)]] = 0, group[block]
    state = seated(
        costs,
        slots_of(group, rounds.upper[0]),
        np.zeros((4, 25), dtype=np.int64),
        rounds.lower[0],
        rounds.upper[0],
    )
    return costs, state, np.array(block)


def _cost(costs: Costs, slots: np.ndarray, size: np.ndarray) -> int:
    total = sum(int(costs.pair[np.ix_(group, group)].sum()) // 2 for group in slots)
    if costs.gram.size:
        total += sum(
            int(costs.by_size[n] * costs.gram[np.ix_(g, g)].sum()) for g, n in zip(slots, size, strict=True)
        )
    return total


@pytest.mark.parametrize("slack", [0, 1])
@pytest.mark.parametrize("block", [[7, 20], [7, 14, 20]])
def test_the_price_of_a_move_is_what_it_changes(slack: int, block: list[int]) -> None:
    costs, state, people = _state(slack, block)
    home = int(group_of(state.slots, 24)[people[0]])
    partners = _partners(costs, state, people, home)
    prices = _prices(costs, state, people, home, partners)
    before = _cost(costs, state.slots, state.size)
    for goal in set(range(4)) - {home}:
        after = state.slots.copy()
        after[np.isin(after, people)] = partners[goal]
        after[goal][np.isin(state.slots[goal], partners[goal])] = people
        assert prices[goal] == _cost(costs, after, state.size) - before


@pytest.mark.parametrize("slack", [0, 1])
def test_a_moved_block_is_still_together_and_the_books_are_right(slack: int) -> None:
    costs, state, people = _state(slack, [7, 20])
    noise = heated(pool(noise_needed(4, 7) + 4, dice()), 1 << 38)
    moved = [move_block(costs, state, people, noise, dice(seed)) for seed in range(20)]
    assert any(moved)
    group = group_of(state.slots, 24)
    assert group[7] == group[20]
    assert np.array_equal(state.near, costs.pair[state.slots].sum(axis=1))
    assert np.array_equal(np.sort(group), np.repeat(np.arange(4), 6))
    if slack:
        assert np.array_equal(state.square, [costs.gram[np.ix_(g, g)].sum() for g in state.slots])


def test_a_block_that_is_not_there_stays_away() -> None:
    costs, state, _ = _state(0, [7, 20])
    state.slots[state.slots == 3] = 24
    assert not move_block(costs, state, np.array([3, 4]), np.zeros(50_000, dtype=np.int64), dice())
