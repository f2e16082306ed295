"""Who learnt from whom: where did it begin, how far from there has it come, and does each unit teach another?

Method: a unit that learnt from nobody is a root, of generation 0; one that learnt from another is one
generation below it. The reproduction number of a generation is how many units each of its units has taught so
far; as long as it is above 1 the new way spreads by itself. Some teach many and most teach nobody, so the
exact Poisson interval (Garwood 1936) is widened by as much as the numbers taught vary more than Poisson's.
Cost: generations x units.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtri

from ledstjarna.engines.spread.checks import Flags, Floats, Ints, confidence_of, numbers_of

NONE = -1


@dataclass(frozen=True, slots=True)
class Generation:
    """`units` of one generation have `taught` others so far: `each` on average, from `low` to `high`."""

    number: int
    units: int
    taught: int
    each: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tree:
    """`teacher` and `generation` of each unit, -1 for none; `taught`: how many learnt from it.

    `roots`: units that began of themselves; `generations`: one after another; the youngest has had the least
    time to teach. `branching`: units taught by those that taught any, on average (0 where nobody did).
    `times`: when any unit began; `width` (times x generations): how many units of each generation used it by
    then.
    """

    teacher: Ints
    generation: Ints
    taught: Ints
    roots: tuple[int, ...]
    generations: tuple[Generation, ...]
    branching: float
    times: Floats
    width: Ints

    @property
    def depth(self) -> int:
        """The longest way from a root, in steps; -1 where nobody has begun."""
        return int(self.generation.max(initial=-1))


def _named(places: Ints, names: Sequence[str] | None) -> str:
    return ", ".join(str(place) if names is None else names[place] for place in places.tolist())


def _refuse(wrong: Flags, names: Sequence[str] | None, why: str) -> None:
    if wrong.any():
        raise ValueError(f"{_named(np.flatnonzero(wrong), names)}: {why}")


def _circle(teacher: Ints, left: Flags) -> Ints:
    """The units of a circle, found by following teachers from any unit that leads into one."""
    at = int(np.flatnonzero(left)[0])
    for _ in range(len(teacher)):
        at = int(teacher[at])
    found = [at]
    while (after := int(teacher[found[-1]])) != at:
        found.append(after)
    return np.sort(found)


def _generations(teacher: Ints, using: Flags, names: Sequence[str] | None) -> Ints:
    generation = np.where(using & (teacher == NONE), 0, NONE)
    for number in range(1, len(teacher) + 1):
        fresh = (teacher != NONE) & (generation == NONE) & (generation[teacher] == number - 1)
        if not fresh.any():
            break
        generation[fresh] = number
    left = using & (generation == NONE)
    if left.any():
        circle = _named(_circle(teacher, left), names)
        raise ValueError(f"{circle}: these units learnt from one another in a circle; correct one of them")
    return generation


def _interval(count: Ints, confidence: float) -> tuple[float, float]:
    """Of the mean of these counts."""
    mean = float(count.mean())
    wider = max(float(count.var(ddof=1)) / mean, 1.0) if mean and len(count) > 1 else 1.0
    whole, tail = float(count.sum()) / wider, (1 - confidence) / 2
    scale = wider / (2 * len(count))
    low = float(chdtri(2 * whole, 1 - tail)) * scale if whole else 0.0
    return low, float(chdtri(2 * whole + 2, tail)) * scale


def _generation(number: int, taught: Ints, confidence: float) -> Generation:
    each = float(taught.mean())
    return Generation(number, len(taught), int(taught.sum()), each, *_interval(taught, confidence))


def _width(time: Floats, generation: Ints, depth: int) -> tuple[Floats, Ints]:
    using = generation != NONE
    moment, place = np.unique(time[using], return_inverse=True)
    fresh = np.zeros((len(moment), depth + 1), dtype=np.int64)
    np.add.at(fresh, (place, generation[using]), 1)
    return moment, fresh.cumsum(axis=0)


def tree(
    learnt_from: ArrayLike,
    time: ArrayLike,
    *,
    names: Sequence[str] | None = None,
    confidence: float = 0.95,
) -> Tree:
    """The tree of who learnt from whom.

    Args:
        learnt_from: for each unit the number of the one it learnt from, -1 for nobody or not known.
        time: of first use, NaN for not yet.
        names: of the units, said in the errors instead of their numbers.
        confidence: of the intervals.

    Raises:
        ValueError: a unit that learnt from itself, from one that is none, had not begun or began later, or in
        a
            circle; one that learnt but has not begun. The units are named.
    """
    begun = numbers_of(time, "time", missing=True)
    teacher = np.asarray(learnt_from)
    if teacher.shape != begun.shape or (teacher.size and teacher.dtype.kind not in "iu"):
        raise ValueError("learnt_from must be one whole number for each unit, -1 for nobody")
    if names is not None and len(names) != len(begun):
        raise ValueError(f"there are {len(names)} names for {len(begun)} units")
    teacher = teacher.astype(np.int64).reshape(-1)
    using, learnt = ~np.isnan(begun), teacher != NONE
    _refuse((teacher < NONE) | (teacher >= len(begun)), names, "learnt from a unit that there is not")
    _refuse(learnt & (teacher == np.arange(len(begun))), names, "learnt from itself; leave that empty")
    _refuse(learnt & ~using, names, "learnt from another but has not begun; give its first use")
    _refuse(
        learnt & ~using[teacher], names, "learnt from a unit that has not begun; give that one's first use"
    )
    with np.errstate(invalid="ignore"):
        _refuse(
            learnt & (begun[teacher] > begun), names, "learnt from a unit that began later; correct a date"
        )
    return _grown(teacher, begun, _generations(teacher, using, names), confidence_of(confidence))


def _grown(teacher: Ints, begun: Floats, generation: Ints, confidence: float) -> Tree:
    taught = np.bincount(teacher[teacher != NONE], minlength=len(begun)).astype(np.int64)
    depth = int(generation.max(initial=-1))
    found = tuple(
        _generation(number, taught[generation == number], confidence) for number in range(depth + 1)
    )
    teaching = taught[taught > 0]
    return Tree(
        teacher,
        generation,
        taught,
        tuple(np.flatnonzero(generation == 0).tolist()),
        found,
        float(teaching.mean()) if teaching.size else 0.0,
        *_width(begun, generation, depth),
    )
