"""Sums over everybody's votes, compiled where Numba is installed; plain forms give the same to the bit."""

from collections.abc import Callable
from typing import Any

import numpy as np

from ledstjarna.engines.opinion.votes import Ints, Values, Votes

try:
    import numba
except ImportError:  # the plain forms do the same, more slowly
    numba = None  # type: ignore[assignment]

Function = Callable[..., Any]


def _compiled(function: Function) -> Function:
    made: Function = numba.njit(cache=True, nogil=True)(function) if numba else function
    return made


@_compiled
def _summed(start: Ints, statement: Ints, value: Values, told: Ints) -> Ints:
    sums = np.zeros((len(start) - 1, told.shape[1]), dtype=np.int64)
    for person in range(len(start) - 1):
        own = sums[person]
        for vote in range(start[person], start[person + 1]):
            row = told[3 * statement[vote] + value[vote] + 1]
            for column in range(len(row)):
                own[column] += row[column]
    return sums


def plain_sums(votes: Votes, said: Ints, seen: Ints) -> Ints:
    """What `sums` gives, by sparse products."""
    made = np.asarray(votes.sparse(np.ones(votes.total, dtype=np.int64)) @ seen)
    made[:, : said.shape[1]] += votes.sparse(votes.value.astype(np.int64)) @ said
    return made


def sums(votes: Votes, said: Ints, seen: Ints) -> Ints:
    """For each person the sum over their votes of vote times `said`, in the first columns, and of `seen`.

    `said`: statements x columns. `seen`: statements x at least as many columns.
    """
    if numba is None:
        return plain_sums(votes, said, seen)
    turned = np.zeros_like(seen)
    turned[:, : said.shape[1]] = said
    told = np.stack([seen - turned, seen, seen + turned], axis=1).reshape(3 * len(seen), seen.shape[1])
    made: Ints = _summed(votes.start, votes.statement, votes.value, told)
    return made


def warm() -> None:
    """Compile everything: for votes that may be written to, that may not, and for parts of the latter."""
    one = np.ones((1, 1), dtype=np.int64)
    votes = Votes(1, 1, np.arange(2), np.zeros(1, dtype=np.int64), np.ones(1, dtype=np.int8))
    sums(votes, one, one)
    for array in (votes.start, votes.statement, votes.value):
        array.setflags(write=False)
    sums(votes, one, one)
    sums(votes.part(0, 1), one, one)
