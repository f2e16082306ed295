"""An order of people and statements that depends on what was voted alone, never on their numbers.

Method: colour refinement. A statement is known by its counts, a person by the statements they voted on, a
statement again by its voters, each as a 64-bit number made by sums that wrap around, so that neither the
order of the votes nor the parts they lie in can matter. Sorted by these numbers everything that follows,
dice included, gives the same answer to the bit however people and statements were numbered. Only those who
cannot be told apart by their votes are tied.
Cost: three looks at all votes, and one number per person.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.opinion.parts import Source
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

Marks = NDArray[np.uint64]

THREE: Marks = np.arange(3, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Met:
    """What a part adds: to the statements' marks, sums of votes and numbers of votes; and the votes cast."""

    mark: Marks
    net: Ints
    voters: Ints
    cast: Ints


@dataclass(frozen=True, slots=True)
class Order:
    """For each person and statement its place in the canonical order.

    `cast`: votes of each person. `mean`: the mean vote on each statement, 0 where nobody voted.
    """

    person: Ints
    statement: Ints
    cast: Ints
    mean: Floats

    @property
    def half(self) -> NDArray[np.bool_]:
        """Every other person in the order: a half as good as drawn by lot."""
        return np.asarray(self.person % 2 == 1)


def mixed(marks: Marks) -> Marks:
    """Scramble each number (the finalizer of splitmix64, Steele et al. 2014)."""
    made = marks + np.uint64(0x9E3779B97F4A7C15)
    made = (made ^ (made >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    made = (made ^ (made >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return made ^ (made >> np.uint64(31))


def _table(marks: Marks) -> Marks:
    """What each of the three votes adds, at 3 * number + vote + 1."""
    return mixed(marks[:, None] * np.uint64(3) + THREE).ravel()


def _people(statements: Marks, votes: Votes) -> Marks:
    """The marks of a part's people, given the statements' marks."""
    met = _table(statements)[votes.statement * 3 + (votes.value + 1)]
    summed = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(met)))
    return mixed(summed[votes.start[1:]] - summed[votes.start[:-1]])


def _met(statements: Marks, votes: Votes) -> Met:
    people = _people(statements, votes)
    made = np.zeros(votes.statements, dtype=np.uint64)
    np.add.at(made, votes.statement, _table(people)[votes.person * 3 + (votes.value + 1)])
    said = np.bincount(votes.statement * 3 + (votes.value + 1), minlength=3 * votes.statements).reshape(-1, 3)
    return Met(made, said[:, 2] - said[:, 0], said.sum(axis=1), votes.cast)


def inverse(order: Ints) -> Ints:
    """The place of each number in `order`."""
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def canonical_order(source: Source) -> Order:
    """The canonical places of all people and statements."""
    statements = np.zeros(source.statements, dtype=np.uint64)
    for _ in range(2):
        met = list(source.each(partial(_met, statements)))
        statements = mixed(sum((part.mark for part in met), np.zeros_like(statements)))
    people = np.concatenate([statements[:0], *source.each(partial(_people, statements))])
    places = [inverse(np.argsort(marks, kind="stable")) for marks in (people, statements)]
    none = np.zeros(0, dtype=np.int64)
    net, voters = (
        sum((getattr(part, name) for part in met), np.zeros(source.statements)) for name in ("net", "voters")
    )
    cast = np.concatenate([none, *(part.cast for part in met)])
    return Order(places[0], places[1], cast, net / np.maximum(voters, 1))
