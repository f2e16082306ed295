"""What comes into a trial, made into clean arrays or refused by its place."""

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.trial.result import Measure

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def values_of(given: ArrayLike, name: str) -> Floats:
    """One dimension of numbers; NaN is a missing one.

    Raises:
        ValueError: another shape, or a value that is infinite; the text says where.
    """
    found = np.asarray(given, dtype=np.float64)
    if found.ndim != 1:
        raise ValueError(f"{name} must be one row of numbers, not {found.ndim}-dimensional.")
    if np.isinf(found).any():
        raise ValueError(
            f"{name}[{int(np.flatnonzero(np.isinf(found))[0])}] is infinite; leave it out instead."
        )
    return found


def confidence_of(given: float) -> float:
    """A confidence between a half and one.

    Raises:
        ValueError: another number.
    """
    if not 0.5 <= given < 1:
        raise ValueError(f"confidence must be at least 0.5 and under 1, not {given}.")
    return float(given)


def fitting(values: Floats, measure: Measure, name: str, bounds: tuple[float, float]) -> Floats:
    """The values, if they are such as the measure has.

    Raises:
        ValueError: a value that is not; the text says which and how to mend it.
    """
    seen = values[~np.isnan(values)]
    wrong, needs = _wrong(seen, measure, bounds)
    if wrong.any():
        place = int(np.flatnonzero(~np.isnan(values))[np.flatnonzero(wrong)[0]])
        raise ValueError(f"{name}[{place}] is {values[place]:g}; {measure.value} needs {needs}.")
    return values


def _wrong(seen: Floats, measure: Measure, bounds: tuple[float, float]) -> tuple[np.ndarray, str]:
    if measure is Measure.YES_NO:
        return ~np.isin(seen, (0.0, 1.0)), "1 for yes and 0 for no"
    if measure is Measure.SCORE:
        return (seen < bounds[0]) | (seen > bounds[1]), f"a value from {bounds[0]:g} to {bounds[1]:g}"
    if measure in {Measure.COUNT, Measure.RATE}:
        return (seen < 0) | (seen != np.floor(seen)), "a whole number of events, 0 or more"
    if measure is Measure.TIME:
        return seen <= 0, "a time over 0"
    return np.zeros(len(seen), dtype=bool), ""
