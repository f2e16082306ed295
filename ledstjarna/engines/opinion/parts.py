"""Votes in parts, each of some people: in memory, on disk or on a cluster of machines.

Everything the analysis needs of all people is a sum of whole numbers over parts, or one answer per person.
Such sums are exact and do not depend on where the cuts are, so the answer is the same to the bit however
the people are parted, and wherever the parts lie.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.opinion.votes import Votes

T = TypeVar("T")
Row = NDArray[Any]

TOGETHER = 4096
"""People counted at a time: few enough for the cache, far below the 2**24 that floats count exactly."""


@dataclass(frozen=True, slots=True)
class Part:
    """So many `people`, whose votes `load` brings when they are looked at."""

    people: int
    load: Callable[[], Votes]

    def loaded(self, statements: int) -> Votes:
        """Their votes; ValueError if they are not of so many people on so many statements."""
        votes = self.load()
        if (votes.people, votes.statements) != (self.people, statements):
            raise ValueError(
                f"a part of {self.people} people on {statements} statements brought "
                f"{votes.people} people on {votes.statements}"
            )
        return votes


class Source(Protocol):
    """Where votes come from: it can be looked through as often as needed."""

    @property
    def people(self) -> int:
        """How many there are in all parts."""

    @property
    def statements(self) -> int:
        """How many may be voted on."""

    def each(self, look: Callable[..., T], *rows: Row) -> Iterator[T]:
        """What `look` makes of each part's votes and its people's share of each of `rows`, in order.

        `rows`: arrays with one place for each of all people.
        """


def shares(parts: Iterable[Part], rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Each part's share of rows that have a place for each of all people."""
    edges = np.cumsum([0, *(part.people for part in parts)]).tolist()
    for low, high in pairwise(edges):
        yield tuple(row[low:high] for row in rows)


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts looked at one after another: only one of them need be in memory at a time."""

    statements: int
    parts: tuple[Part, ...]

    @property
    def people(self) -> int:
        """How many there are in all parts."""
        return sum(part.people for part in self.parts)

    def each(self, look: Callable[..., T], *rows: Row) -> Iterator[T]:
        """What `look` makes of each part's votes and its people's share of each of `rows`, in order."""
        for part, share in zip(self.parts, shares(self.parts, rows), strict=True):
            yield look(part.loaded(self.statements), *share)


def parted(votes: Votes, together: int = TOGETHER) -> Parts:
    """Votes in memory as parts of so many people each."""
    edges = [*range(0, max(votes.people, 1), together), votes.people]
    cuts = pairwise(edges)
    parts = tuple(Part(high - low, partial(votes.part, low, high)) for low, high in cuts)
    return Parts(votes.statements, parts)
