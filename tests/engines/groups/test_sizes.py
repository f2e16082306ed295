"""Sizes of groups within bounds."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.groups.sizes import even_sizes, most_pairs

BOUNDS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=4)


def _vectors(lower: list[int], upper: list[int], people: int) -> list[tuple[int, ...]]:
    ranges = [range(low, high + 1) for low, high in zip(lower, upper, strict=True)]
    return [sizes for sizes in product(*ranges) if sum(sizes) == people]


def _squares(sizes: tuple[int, ...] | list[int]) -> int:
    return sum(size * size for size in sizes)


@given(BOUNDS, st.integers(0, 100))
def test_sizes_have_the_fewest_and_the_most_pairs_there_can_be(
    bounds: list[tuple[int, int]], more: int
) -> None:
    lower, upper = [low for low, _ in bounds], [low + wide for low, wide in bounds]
    people = sum(lower) + more % (sum(upper) - sum(lower) + 1)
    every = [_squares(sizes) for sizes in _vectors(lower, upper, people)]
    even = even_sizes(people, np.array(lower), np.array(upper)).tolist()
    most = most_pairs(people, np.array(lower), np.array(upper)).tolist()
    assert tuple(even) in _vectors(lower, upper, people)
    assert tuple(most) in _vectors(lower, upper, people)
    assert (_squares(even), _squares(most)) == (min(every), max(every))
