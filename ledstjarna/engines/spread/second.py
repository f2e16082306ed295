"""How long does a lesson wait for its second unit?

Method: for each lesson the time from its first use to that by another unit, or until the day up to which we
know, where there is none; over all lessons, the survival of waiting. Cost: one sort.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.spread.checks import Flags, Floats, labels_of, numbers_of
from ledstjarna.engines.spread.survival import Survival, survival


@dataclass(frozen=True, slots=True)
class SecondUnit:
    """For each lesson, how long it has waited and whether a second unit came; `waiting`: over all of them."""

    lesson: tuple[object, ...]
    wait: Floats
    came: Flags
    waiting: Survival


def second_unit(
    lesson: Sequence[object] | ArrayLike, time: ArrayLike, until: float, *, confidence: float = 0.95
) -> SecondUnit:
    """The wait for the second unit.

    Args:
        lesson: the lesson of each first use by a unit (each unit once per lesson).
        time: when that was.
        until: the time up to which we know.
        confidence: of the intervals.

    Raises:
        ValueError: no uses, one after `until`, or a value that does not fit.
    """
    moment = numbers_of(time, "time")
    if not moment.size:
        raise ValueError("time is empty; there must be at least one lesson in use")
    late = np.flatnonzero(moment > until)
    if late.size:
        raise ValueError(
            f"time[{late[0]}] is {moment[late[0]]:g}, after {until:g}, up to which we are to know"
        )
    label, code = labels_of(lesson, len(moment), "lesson")
    order = np.lexsort((moment, code))
    start = np.searchsorted(code[order], np.arange(len(label)))
    count = np.bincount(code)
    first = moment[order][start]
    came = count > 1
    second = np.where(came, moment[order][np.minimum(start + 1, len(moment) - 1)], until)
    return SecondUnit(label, second - first, came, survival(second - first, came, confidence=confidence))
