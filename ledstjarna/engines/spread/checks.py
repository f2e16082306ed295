"""What comes into the engine, made into clean arrays or refused by its place."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def numbers_of(given: ArrayLike, name: str, *, missing: bool = False) -> Floats:
    """One row of finite numbers; NaN is let through where something may be missing.

    Raises:
        ValueError: another shape, or a number that is none; the text says where.
    """
    found = np.asarray(given, dtype=np.float64)
    if found.size == 0:
        return np.zeros(0)
    if found.ndim != 1:
        raise ValueError(f"{name} must be one row of numbers, not {found.ndim}-dimensional")
    bad = np.flatnonzero(np.isinf(found) | (np.isnan(found) & (not missing)))
    if bad.size:
        mend = (
            "leave it empty (NaN) where there is none yet" if missing else "fill it in or leave its row out"
        )
        raise ValueError(f"{name}[{bad[0]}] is {found[bad[0]]}; {mend}")
    return found


def durations_of(given: ArrayLike, name: str = "time") -> Floats:
    """Lengths of time, 0 or more.

    Raises:
        ValueError: one that is not.
    """
    found = numbers_of(given, name)
    below = np.flatnonzero(found < 0)
    if below.size:
        raise ValueError(f"{name}[{below[0]}] is {found[below[0]]:g}; a length of time is 0 or more")
    return found


def flags_of(given: ArrayLike, count: int, name: str) -> Flags:
    """One yes (1) or no (0) for each of `count`.

    Raises:
        ValueError: another length, or another value.
    """
    found = np.asarray(given)
    if found.shape != (count,):
        raise ValueError(f"{name} must have one value for each of {count}, not shape {found.shape}")
    bad = np.flatnonzero(~np.isin(found, (0, 1)))
    if bad.size:
        raise ValueError(f"{name}[{bad[0]}] must be 1 for yes or 0 for no")
    return found.astype(bool)


def labels_of(given: Sequence[object] | ArrayLike, count: int, name: str) -> tuple[tuple[object, ...], Ints]:
    """The different labels in order, and the place among them of each of `count`.

    Raises:
        ValueError: another length.
    """
    found = np.asarray(given)
    if found.shape != (count,):
        raise ValueError(f"{name} must have one label for each of {count}, not shape {found.shape}")
    label, code = np.unique(found, return_inverse=True)
    return tuple(label.tolist()), code.astype(np.int64).ravel()


def table_of(given: ArrayLike, rows: int, name: str) -> Floats:
    """A table of finite numbers with `rows` rows.

    Raises:
        ValueError: another shape, or a cell that is no finite number.
    """
    found = np.asarray(given, dtype=np.float64)
    if found.ndim != 2 or len(found) != rows:
        raise ValueError(f"{name} must have one row for each of {rows} and one column per covariate")
    bad = np.argwhere(~np.isfinite(found))
    if bad.size:
        raise ValueError(f"{name}, row {bad[0, 0]}, column {bad[0, 1]}: fill in a finite number")
    return found


def periods_of(given: ArrayLike, seen: int) -> Floats:
    """The period in which each unit first used it, infinity for not yet.

    Args:
        given: whole numbers from 0 (used from the outset) to `seen`; NaN for not yet.
        seen: periods watched so far.

    Raises:
        ValueError: no units, a period that is not whole, below 0 or after those watched.
    """
    found = numbers_of(given, "times", missing=True)
    if not found.size:
        raise ValueError("times is empty; give one place for every unit, also for those that have not begun")
    if seen < 0:
        raise ValueError(f"seen is {seen}; it is the number of periods watched so far, 0 or more")
    begun = np.where(np.isnan(found), np.inf, found)
    bad = np.flatnonzero(np.isfinite(begun) & ((begun < 0) | (begun > seen) | (begun != np.floor(begun))))
    if bad.size:
        raise ValueError(f"times[{bad[0]}] is {begun[bad[0]]:g}; it must be a whole period from 0 to {seen}")
    return begun


def weights_of(given: ArrayLike, units: int, name: str) -> Floats:
    """Who heeds whom, each row divided by its sum; a unit with nobody to heed has a row of zeros.

    Args:
        given: units x units, 0 or more; what stands on the diagonal is not counted.
        units: how many.
        name: said in the errors.

    Raises:
        ValueError: another shape, or a weight below 0 or not finite.
    """
    found = np.array(given, dtype=np.float64)
    if found.shape != (units, units):
        raise ValueError(f"{name} must be a square of {units} x {units} units, not of shape {found.shape}")
    bad = np.argwhere(~np.isfinite(found) | (found < 0))
    if bad.size:
        raise ValueError(
            f"{name}, row {bad[0, 0]}, column {bad[0, 1]}: a weight is a finite number, 0 or more"
        )
    np.fill_diagonal(found, 0)
    whole = found.sum(axis=1, keepdims=True)
    return found / np.where(whole > 0, whole, 1)


def confidence_of(given: float) -> float:
    """A confidence above 0 and under 1.

    Raises:
        ValueError: another number.
    """
    if not 0 < given < 1:
        raise ValueError(f"confidence is {given}; it must lie above 0 and under 1")
    return float(given)
