"""Votes in one canonical sparse form: sorted by person, then by statement, one vote a pair."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Values = NDArray[np.int8]

Number = TypeVar("Number", np.int64, np.float64)

MISSING = -128
"""In a vote matrix: not seen."""


@dataclass(frozen=True, slots=True)
class Votes:
    """Who said what. The votes of person p are those from `start[p]` up to `start[p + 1]`.

    `start` has people + 1 places, `statement` and `value` (1 agree, -1 disagree, 0 pass) one per vote.
    """

    people: int
    statements: int
    start: Ints
    statement: Ints
    value: Values

    @property
    def total(self) -> int:
        """Number of votes."""
        return len(self.value)

    @property
    def person(self) -> Ints:
        """The person behind each vote."""
        return np.repeat(np.arange(self.people), self.cast)

    @property
    def cast(self) -> Ints:
        """Number of votes of each person."""
        return np.diff(self.start)

    def sparse(self, data: NDArray[Number]) -> "csr_array[Number]":
        """A sparse matrix, people x statements, with `data` (one number per vote) where there is a vote."""
        return csr_array((data, self.statement, self.start), shape=(self.people, self.statements))

    def part(self, low: int, high: int) -> "Votes":
        """The people from `low` up to `high` alone, numbered from 0; nothing is copied but the starts."""
        begin, end = int(self.start[low]), int(self.start[high])
        start = self.start[low : high + 1] - begin
        return Votes(high - low, self.statements, start, self.statement[begin:end], self.value[begin:end])

    def rows(self, chosen: Ints) -> "Votes":
        """The chosen people alone, numbered anew in the order given."""
        cast = self.cast[chosen]
        start = np.concatenate(([0], cast.cumsum()))
        place = np.repeat(self.start[chosen] - start[:-1], cast) + np.arange(start[-1])
        return Votes(len(chosen), self.statements, start, self.statement[place], self.value[place])


def joined(parts: Sequence[Votes], statements: int) -> Votes:
    """The people of several parts, one part after another."""
    cast = np.concatenate([np.zeros(1, dtype=np.int64), *(part.cast for part in parts)])
    statement = np.concatenate([cast[:0], *(part.statement for part in parts)])
    value = np.concatenate([np.zeros(0, dtype=np.int8), *(part.value for part in parts)])
    return Votes(len(cast) - 1, statements, cast.cumsum(), statement, value)


def _index(given: ArrayLike, size: int, name: str) -> Ints:
    numbers = np.asarray(given)
    if numbers.size == 0:
        return np.zeros(0, dtype=np.int64)
    if numbers.ndim != 1 or numbers.dtype.kind not in "iu":
        raise ValueError(f"{name} must be one row of whole numbers")
    if numbers.min() < 0 or numbers.max() >= size:
        raise ValueError(f"{name} must lie from 0 up to {size - 1}")
    return numbers.astype(np.int64, copy=False)


def _values(given: ArrayLike) -> Values:
    values = np.asarray(given)
    if values.size and (values.dtype.kind not in "iu" or values.min() < -1 or values.max() > 1):
        raise ValueError("a vote is 1 (agree), -1 (disagree) or 0 (pass)")
    return values.astype(np.int8, copy=False)


def _refuse_duplicates(key: Ints, statements: int) -> None:
    repeated = key[1:][key[1:] == key[:-1]]
    if repeated.size:
        person, statement = divmod(int(repeated[0]), statements)
        raise ValueError(f"person {person} votes more than once on statement {statement}")


def _read_only(votes: Votes) -> Votes:
    for array in (votes.start, votes.statement, votes.value):
        array.setflags(write=False)
    return votes


def votes_from(
    person: ArrayLike, statement: ArrayLike, value: ArrayLike, *, people: int, statements: int
) -> Votes:
    """Votes from three equally long rows, in any order.

    Raises ValueError for a person, statement or value out of range, and for a second vote of one
    person on one statement (the first such pair is named): which vote stands is the caller's to say.
    """
    who, what = _index(person, people, "person"), _index(statement, statements, "statement")
    said = _values(value)
    if not len(who) == len(what) == len(said):
        raise ValueError("person, statement and value must be equally long")
    key = who * statements + what
    if not (key[1:] > key[:-1]).all():
        order = np.argsort(key)
        key, what, said = key[order], what[order], said[order]
        _refuse_duplicates(key, statements)
        who = who[order]
    start = np.concatenate(([0], np.bincount(who, minlength=people).cumsum()))
    return _read_only(Votes(people, statements, start, what.copy(), said.copy()))


def votes_from_matrix(matrix: ArrayLike) -> Votes:
    """Votes from a matrix people x statements of 1, -1, 0 and `MISSING`; ValueError for anything else."""
    table = np.asarray(matrix)
    if table.ndim != 2 or (table.size and table.dtype.kind not in "iu"):
        raise ValueError("a vote matrix is people x statements, of whole numbers")
    seen = table != MISSING
    start = np.concatenate(([0], seen.sum(axis=1).cumsum())).astype(np.int64)
    column = np.flatnonzero(seen) % max(table.shape[1], 1)
    said = _values(table[seen])
    return _read_only(Votes(table.shape[0], table.shape[1], start, column.astype(np.int64), said))
