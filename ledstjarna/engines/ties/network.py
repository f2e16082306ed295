"""From joint work between persons to a network, with units that are large enough to be spoken of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import sparse

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
POOLED = -1
THRESHOLD = 7


@dataclass(frozen=True, slots=True)
class Network:
    """Ties between persons 0..people-1, each pair once, with the unit of each person.

    `first`, `second`, `weight`: one entry a tie. `unit`: per person, a number of `sizes`; the last of
    them is the pool of units under the threshold where `pooled` is set. `adjacent`: people x people,
    symmetric, CSR.
    """

    people: int
    first: Ints
    second: Ints
    weight: Floats
    unit: Ints
    sizes: Ints
    label: Ints
    pooled: bool
    adjacent: sparse.csr_array

    @property
    def within(self) -> np.ndarray:
        """Whether each tie is within one unit."""
        found: np.ndarray = self.unit[self.first] == self.unit[self.second]
        return found


def network_from(
    people: int,
    first: ArrayLike,
    second: ArrayLike,
    unit: ArrayLike,
    *,
    weight: ArrayLike | None = None,
    minimum: int = THRESHOLD,
) -> Network:
    """The network of a list of ties; a pair that comes several times, in either order, has the sum of its
    weights.

    Args:
        people: how many persons there are.
        first: one end of each tie.
        second: the other end.
        unit: per person, any whole number of 0 or more that names the unit.
        weight: per tie, over 0; 1 where it is not given.
        minimum: units of fewer persons are pooled, at least two units together.

    Raises:
        ValueError: a person who is not there, a tie to oneself, a weight not over 0, or lengths that differ.
    """
    ends = [_ends(side, people, name) for side, name in ((first, "first"), (second, "second"))]
    labels = np.asarray(unit)
    if labels.shape != (people,) or labels.dtype.kind not in "iu" or (labels < 0).any():
        raise ValueError(f"unit must be {people} whole numbers of 0 or more, one a person.")
    worth = np.ones(len(ends[0])) if weight is None else np.asarray(weight, dtype=np.float64)
    if len(ends[0]) != len(ends[1]) or worth.shape != ends[0].shape:
        raise ValueError("first, second and weight must be of the same length.")
    _demand(ends[0] == ends[1], "first", "is tied to itself; leave the row out")
    _demand(~(worth > 0) | ~np.isfinite(worth), "weight", "must be a number over 0")
    low, high = np.minimum(*ends), np.maximum(*ends)
    pairs, place = np.unique(low * people + high, return_inverse=True)
    total: Floats = np.bincount(place, worth, minlength=len(pairs)).astype(np.float64)
    numbers, label, pooled = _units(labels.astype(np.int64), minimum)
    a, b = pairs // max(people, 1), pairs % max(people, 1)
    matrix = sparse.coo_array(
        (np.concatenate([total, total]), (np.concatenate([a, b]), np.concatenate([b, a]))),
        shape=(people, people),
    )
    sizes = np.bincount(numbers, minlength=len(label))
    return Network(people, a, b, total, numbers, sizes, label, pooled, matrix.tocsr())


def joint_work(people: int, person: ArrayLike, activity: ArrayLike) -> tuple[Ints, Ints, Floats]:
    """Ties from who took part in what: an activity of k persons gives each pair 1 / (k - 1) (Newman 2001).

    Returns:
        First, second and weight of each tie, as `network_from` takes them.
    """
    who = _ends(person, people, "person")
    what = np.unique(np.asarray(activity), return_inverse=True)[1]
    if who.shape != what.shape:
        raise ValueError("person and activity must be of the same length.")
    shape = people, int(what.max(initial=-1)) + 1
    part = sparse.coo_array((np.ones(len(who)), (who, what)), shape=shape).tocsr()
    part.data[:] = 1.0  # somebody listed twice took part once
    size: Floats = np.asarray(part.sum(axis=0), dtype=np.float64).ravel()
    share = np.divide(1.0, size - 1, out=np.zeros_like(size), where=size > 1)
    joint = sparse.triu(part @ sparse.diags_array(share) @ part.T, k=1).tocoo()
    return joint.row.astype(np.int64), joint.col.astype(np.int64), joint.data


def _ends(given: ArrayLike, people: int, name: str) -> Ints:
    found = np.asarray(given)
    if found.size == 0:
        return np.zeros(0, dtype=np.int64)
    if found.ndim != 1 or found.dtype.kind not in "iu":
        raise ValueError(f"{name} must be one row of whole numbers.")
    _demand((found < 0) | (found >= people), name, f"is no person; they are 0 to {people - 1}")
    return found.astype(np.int64)


def _demand(wrong: np.ndarray, name: str, words: str) -> None:
    if wrong.any():
        raise ValueError(f"{name}[{int(np.flatnonzero(wrong)[0])}] {words}.")


def _units(labels: Ints, minimum: int) -> tuple[Ints, Ints, bool]:
    """Units numbered by label, the small ones as one; a pool of one would show that unit by subtraction."""
    label, number, size = np.unique(labels, return_inverse=True, return_counts=True)
    order = np.argsort(size, kind="stable")
    small = int((size < minimum).sum())
    while 0 < small < len(label) and (small < 2 or size[order[:small]].sum() < minimum):
        small += 1
    if not small:
        return number.astype(np.int64), label, False
    kept = np.sort(order[small:])
    new = np.full(len(label), len(kept), dtype=np.int64)
    new[kept] = np.arange(len(kept))
    return new[number], np.append(label[kept], POOLED), True
