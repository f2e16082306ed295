"""The arrays of this engine, and how a caller's become them: checked here, once, and trusted afterwards."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int32]
Counts = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Words = NDArray[np.uint64]


def whole_numbers(name: str, given: ArrayLike, count: int | None = None) -> Counts:
    """A flat array of whole numbers, `count` of them where that is given.

    Raises:
        ValueError: it is none.
    """
    found = np.asarray(given)
    if found.ndim != 1 or (found.size and found.dtype.kind not in "iu"):
        raise ValueError(f"{name} must be a flat array of whole numbers")
    if count is not None and len(found) != count:
        raise ValueError(f"{name} has {len(found)} values, but {count} are needed: give one for each")
    return found.astype(np.int64)


def node_numbers(name: str, given: ArrayLike, nodes: int, count: int | None = None) -> Ints:
    """Numbers of nodes.

    Raises:
        ValueError: some are outside 0 to `nodes` - 1; the first of them is named.
    """
    found = whole_numbers(name, given, count)
    wrong = np.flatnonzero((found < 0) | (found >= nodes))
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(
            f"{name} {at} is node {found[at]}, but there are {nodes} nodes: number them from 0 to {nodes - 1}"
        )
    return found.astype(np.int32)


def star_numbers(given: ArrayLike, nodes: int) -> Ints:
    """Numbers of the stars, each once.

    Raises:
        ValueError: a star is no node, or is given twice.
    """
    found = node_numbers("star", given, nodes)
    number, times = np.unique(found, return_counts=True)
    if (times > 1).any():
        raise ValueError(f"node {number[times > 1][0]} is given twice among the stars: give each star once")
    return found


def codes(name: str, given: ArrayLike | None, count: int, *, least: int = 0) -> Ints | None:
    """A code for each of `count` things, or nothing where none was given.

    Raises:
        ValueError: a code under `least`; the first is named.
    """
    if given is None:
        return None
    found = whole_numbers(name, given, count)
    wrong = np.flatnonzero(found < least)
    if wrong.size:
        at = int(wrong[0])
        raise ValueError(f"{name} of {at} is {found[at]}: give whole numbers from {least}")
    return found.astype(np.int32)


def flags(name: str, given: ArrayLike | None, count: int, default: Flags) -> Flags:
    """Yes or no for each of `count` things, `default` where nothing was given.

    Raises:
        ValueError: it is not one truth value for each.
    """
    if given is None:
        return default
    found = np.asarray(given)
    if found.shape != (count,) or (found.size and found.dtype.kind != "b"):
        raise ValueError(f"{name} must be one truth value for each of {count} nodes")
    return found.astype(np.bool_)


def marked(numbers: Ints, count: int) -> Flags:
    """Truth values that say which numbers are among the given."""
    found = np.zeros(count, dtype=np.bool_)
    found[numbers] = True
    return found
