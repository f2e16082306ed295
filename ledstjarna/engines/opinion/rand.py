"""How far two ways of grouping the same people agree (Hubert and Arabie 1985)."""

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.opinion.votes import Ints


def _pairs(counts: Ints) -> int:
    return int((counts * (counts - 1) // 2).sum())


def adjusted_rand(a: ArrayLike, b: ArrayLike) -> float:
    """1 for the same groups under any names, 0 for what chance would give; ValueError if lengths differ.

    Two groupings without any pair to judge (everyone alone, or everyone together, in both) agree.
    """
    _, left = np.unique(np.asarray(a), return_inverse=True)
    _, right = np.unique(np.asarray(b), return_inverse=True)
    if left.shape != right.shape:
        raise ValueError("both groupings must be of the same people")
    if left.size < 2:
        return 1.0
    width = int(right.max()) + 1
    both = np.bincount(left * width + right, minlength=width * (int(left.max()) + 1)).reshape(-1, width)
    together, one, other = _pairs(both), _pairs(both.sum(axis=1)), _pairs(both.sum(axis=0))
    chance = one * other / (left.size * (left.size - 1) / 2)
    best = (one + other) / 2
    return 1.0 if best == chance else float((together - chance) / (best - chance))
