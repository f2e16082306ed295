"""Who is to be mixed: units, lines of command, traits, and who already knows whom.

Everything is by position: person 3 is row 3 of every array. `people_from` checks what it is given; a `People`
made by it can be trusted.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class People:
    """`unit` and `above` (coarser levels): labels per person; `manager`: a person or -1.

    `traits`: people x traits, what groups should be alike in; `acquainted`: pairs, `strength` of each in
    0..1.
    """

    unit: Ints
    above: tuple[Ints, ...]
    manager: Ints
    traits: Floats
    acquainted: Ints
    strength: Floats

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.unit)

    @property
    def line(self) -> Ints:
        """Pairs of a manager and one of their own staff."""
        staff = np.flatnonzero(self.manager >= 0)
        return np.stack([staff, self.manager[staff]], axis=1)


def labels_of(values: ArrayLike) -> Ints:
    """Whole numbers 0, 1, ... in the place of any values that can be sorted."""
    return np.unique(np.asarray(values), return_inverse=True)[1].astype(np.int64).ravel()


def pairs_of(given: ArrayLike | None, people: int, what: str) -> Ints:
    """An array pairs x 2 of two different people each; ValueError names the first pair that is not."""
    pairs = np.zeros((0, 2), dtype=np.int64) if given is None else np.asarray(given)
    if pairs.size == 0:
        return np.zeros((0, 2), dtype=np.int64)
    if pairs.ndim != 2 or pairs.shape[1] != 2 or pairs.dtype.kind not in "iu":
        raise ValueError(f"{what} must be whole numbers with two columns, one row per pair")
    bad = np.flatnonzero(((pairs < 0) | (pairs >= people)).any(axis=1) | (pairs[:, 0] == pairs[:, 1]))
    if bad.size:
        raise ValueError(
            f"{what}, row {bad[0]}: a pair needs two different people between 0 and {people - 1}"
        )
    return pairs.astype(np.int64)


def _per_person(given: ArrayLike | None, people: int, what: str) -> Ints:
    values = np.full(people, -1) if given is None else np.asarray(given)
    if values.shape != (people,) or values.dtype.kind not in "iu":
        raise ValueError(f"{what} must be one whole number for each of {people} people")
    return values.astype(np.int64)


def _traits(given: ArrayLike | None, people: int) -> Floats:
    traits = np.zeros((people, 0)) if given is None else np.asarray(given, dtype=np.float64)
    if traits.ndim != 2 or len(traits) != people:
        raise ValueError(f"traits must have one row for each of {people} people and one column per trait")
    bad = np.argwhere(~np.isfinite(traits))
    if bad.size:
        raise ValueError(
            f"traits, person {bad[0, 0]}, column {bad[0, 1]}: fill in a number or leave the column out"
        )
    return traits


def _strength(given: ArrayLike | None, pairs: int) -> Floats:
    strength = np.ones(pairs) if given is None else np.asarray(given, dtype=np.float64)
    if strength.shape != (pairs,) or not ((strength >= 0) & (strength <= 1)).all():
        raise ValueError("strength must be one number between 0 and 1 for each acquainted pair")
    return strength


def _manager(given: ArrayLike | None, people: int) -> Ints:
    manager = _per_person(given, people, "manager")
    bad = np.flatnonzero((manager >= people) | (manager < -1) | (manager == np.arange(people)))
    if bad.size:
        raise ValueError(f"manager of person {bad[0]}: give another person's number, or -1 for none")
    return manager


def people_from(
    unit: ArrayLike,
    *,
    above: tuple[ArrayLike, ...] = (),
    manager: ArrayLike | None = None,
    traits: ArrayLike | None = None,
    acquainted: ArrayLike | None = None,
    strength: ArrayLike | None = None,
) -> People:
    """The people of a camp. `unit` and each of `above` may be any labels; ValueError if one does not fit."""
    label = labels_of(unit)
    people = len(label)
    if people == 0:
        raise ValueError("there must be at least one person")
    levels = tuple(labels_of(level) for level in above)
    if any(len(level) != people for level in levels):
        raise ValueError(f"each level above the unit needs one label for each of {people} people")
    pairs = pairs_of(acquainted, people, "acquainted")
    return People(
        label,
        levels,
        _manager(manager, people),
        _traits(traits, people),
        pairs,
        _strength(strength, len(pairs)),
    )
