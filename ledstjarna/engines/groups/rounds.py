"""The rounds of a camp: how many groups each has, and how large each group may be."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.groups.people import Flags, Ints


@dataclass(frozen=True, slots=True)
class Rounds:
    """Per round, the smallest and largest size of each group; `present`: per round, who takes part.

    An empty `present` means that everyone takes part in every round.
    """

    lower: tuple[Ints, ...]
    upper: tuple[Ints, ...]
    present: tuple[Flags, ...] = ()

    @property
    def count(self) -> int:
        """How many rounds there are."""
        return len(self.lower)

    def there(self, number: int, people: int) -> Ints:
        """The people who take part in a round."""
        return np.flatnonzero(self.present[number]) if self.present else np.arange(people)


def bounds_of(lower: ArrayLike, upper: ArrayLike, people: int) -> tuple[Ints, Ints]:
    """Group sizes of one round; ValueError where bounds cross or cannot hold that many people."""
    low, high = np.asarray(lower), np.asarray(upper)
    if (
        low.ndim != 1
        or low.shape != high.shape
        or low.size == 0
        or {low.dtype.kind, high.dtype.kind} - set("iu")
    ):
        raise ValueError(
            "lower and upper must be whole numbers, one for each group, and there must be a group"
        )
    bad = np.flatnonzero((low < 0) | (high < low) | (high < 1))
    if bad.size:
        raise ValueError(f"group {bad[0]}: lower must be at least 0, and upper at least lower and at least 1")
    if not low.sum() <= people <= high.sum():
        raise ValueError(
            f"{people} people do not fit groups that hold {low.sum()} to {high.sum()}: change sizes or groups"
        )
    return low.astype(np.int64), high.astype(np.int64)


def rounds_from(
    lower: tuple[ArrayLike, ...],
    upper: tuple[ArrayLike, ...],
    *,
    people: int,
    present: tuple[ArrayLike, ...] = (),
) -> Rounds:
    """Rounds with their own group sizes; ValueError says which round does not hold its people."""
    if not lower or len(lower) != len(upper) or (present and len(present) != len(lower)):
        raise ValueError("lower, upper and present need one entry for each round, and there must be a round")
    there = tuple(np.asarray(flags, dtype=bool) for flags in present)
    if any(flags.shape != (people,) for flags in there):
        raise ValueError(f"present needs one flag for each of {people} people in each round")
    bounds = []
    for number, (low, high) in enumerate(zip(lower, upper, strict=True)):
        try:
            bounds.append(bounds_of(low, high, int(there[number].sum()) if there else people))
        except ValueError as error:
            raise ValueError(f"round {number}: {error}") from error
    return Rounds(tuple(low for low, _ in bounds), tuple(high for _, high in bounds), there)


def even_rounds(people: int, *, size: int, rounds: int, slack: int = 0) -> Rounds:
    """Rounds of groups as even as the number of people allows, near `size`; `slack` widens the bounds."""
    if not 1 <= size <= people or rounds < 1 or slack < 0:
        raise ValueError(f"size must be 1 to {people}, rounds at least 1 and slack not negative")
    groups = max(1, round(people / size))
    low = np.full(groups, max(1, people // groups - slack))
    high = np.full(groups, -(-people // groups) + slack)
    return Rounds((low,) * rounds, (high,) * rounds)
