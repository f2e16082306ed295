"""What may be shown of voters, so that nobody can be found in a figure."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FLOOR = 5
UNSTATED = -1

Counts = NDArray[np.int64]
Traits = tuple[int, ...]


def threshold_of(wished: int) -> int:
    """The smallest group that is shown: what was wished, but never under the floor."""
    return max(FLOOR, wished)


def coarsened(traits: Sequence[Traits], least: int) -> list[Traits]:
    """Say less of each voter until no combination of traits holds fewer than `least` people.

    Traits are in order of what to keep longest; the last one is given up first, and only by those
    whose combination is too small. Those who are still too few join the smallest combination that
    can take them in, as unstated. Fewer than `least` people in all say nothing of themselves.
    """
    made = list(traits)
    width = len(made[0]) if made else 0
    if len(made) < least:
        return [(UNSTATED,) * width for _ in made]
    for kept in range(width - 1, -1, -1):
        small = _too_small(made, least)
        made = [_cut(one, kept) if one in small else one for one in made]
    return _joined(made, width, least)


def _too_small(made: Sequence[Traits], least: int) -> set[Traits]:
    return {one for one, many in Counter(made).items() if many < least}


def _cut(one: Traits, kept: int) -> Traits:
    return (*one[:kept], *(UNSTATED for _ in one[kept:]))


def _joined(made: list[Traits], width: int, least: int) -> list[Traits]:
    unstated = (UNSTATED,) * width
    while unstated in _too_small(made, least):
        others = {one: many for one, many in Counter(made).items() if one != unstated}
        smallest = min(others, key=lambda one: (others[one], one))
        made = [unstated if one == smallest else one for one in made]
    return made


def hidden(seen: Counts, least: int) -> NDArray[np.bool_]:
    """Which cells of a table (groups x statements) must not be shown.

    A cell is hidden when fewer than `least` people are in it. Where what is hidden in a column could
    be had by subtracting the shown cells from the column's total, and is itself too small, the
    smallest shown cell is hidden with it (complementary suppression, T3). Nobody at all is no secret.
    """
    small = seen < least
    for column in range(seen.shape[1]):
        cells, mask = seen[:, column], small[:, column]
        while 0 < cells[mask].sum() < least and not mask.all():
            shown = np.flatnonzero(~mask)
            mask[shown[np.argmin(cells[shown])]] = True
    return small


def ripe(fresh: Sequence[tuple[int, Traits]], least: int, *, last: bool = False) -> list[int]:
    """Which changed ballots may be counted now: at least `least` of each combination at once.

    So no two figures, one before and one after, differ by fewer people than that. `last` counts
    what remains when voting ends.
    """
    if last:
        return [ballot for ballot, _ in fresh]
    many = Counter(traits for _, traits in fresh)
    return [ballot for ballot, traits in fresh if many[traits] >= least]
