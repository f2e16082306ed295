"""How large each group becomes within its bounds: as even as can be, or with as many pairs as can be."""

import numpy as np

from ledstjarna.engines.groups.people import Ints


def even_sizes(people: int, lower: Ints, upper: Ints) -> Ints:
    """Sizes within bounds that differ as little as possible; bounds must be able to hold that many people."""
    level, high = 0, int(upper.max())
    while level < high and int(np.clip(level + 1, lower, upper).sum()) <= people:
        level += 1
    size: Ints = np.clip(level, lower, upper)
    room = np.flatnonzero((size == level) & (size < upper))
    size[room[: people - int(size.sum())]] += 1
    return size


def most_pairs(people: int, lower: Ints, upper: Ints) -> Ints:
    """Sizes within bounds with the most pairs inside groups (where every distance counts, more pairs are
    better).

    Method: a dynamic programme over groups and people already seated. Cost: people x sum of ranges.
    """
    best = np.full(people + 1, -1, dtype=np.int64)
    best[0], choices = 0, []
    for low, high in zip(lower.tolist(), upper.tolist(), strict=True):
        then, chosen = np.full(people + 1, -1, dtype=np.int64), np.zeros(people + 1, dtype=np.int64)
        for size in range(low, min(high, people) + 1):
            worth = np.where(
                best[: people + 1 - size] < 0, -1, best[: people + 1 - size] + size * (size - 1) // 2
            )
            better = worth > then[size:]
            then[size:][better], chosen[size:][better] = worth[better], size
        best = then
        choices.append(chosen)
    left, sizes = people, []
    for chosen in reversed(choices):
        sizes.append(int(chosen[left]))
        left -= sizes[-1]
    return np.array(sizes[::-1], dtype=np.int64)
