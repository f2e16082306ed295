"""An order of people and statements that depends on what was voted alone, never on their numbers.

Method: colour refinement. A statement is known by its counts, a person by the statements they voted on, a
statement again by its voters, each as a 64-bit number made by sums that wrap around, so that the order of
the votes cannot matter. Sorted by these numbers everything that follows, dice included, gives the same
answer to the bit however people and statements were numbered. Only those who cannot be told apart by
their votes are tied. People are then dealt in turn, so that each half of the order is a fair half of them.
"""

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.opinion.votes import Ints, Votes, votes_from

Marks = NDArray[np.uint64]

THREE: Marks = np.arange(3, dtype=np.uint64)


def _mixed(marks: Marks) -> Marks:
    """Scramble each number (the finalizer of splitmix64, Steele et al. 2014)."""
    made = marks + np.uint64(0x9E3779B97F4A7C15)
    made = (made ^ (made >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    made = (made ^ (made >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return made ^ (made >> np.uint64(31))


def _gathered(marks: Marks, source: Ints, value: NDArray[np.int8], target: Ints, size: int) -> Marks:
    """For each target, the sum of the marks it meets, each mixed with the vote cast."""
    table = _mixed(marks[:, None] * np.uint64(3) + THREE).ravel()
    made = np.zeros(size, dtype=np.uint64)
    np.add.at(made, target, table[source * 3 + (value + 1)])
    return _mixed(made)


def canonical_order(votes: Votes) -> tuple[Ints, Ints]:
    """People and statements in canonical order: two arrays of the caller's numbers."""
    person, statement, value = votes.person, votes.statement, votes.value
    statements = np.zeros(votes.statements, dtype=np.uint64)
    for _ in range(2):
        people = _gathered(statements, statement, value, person, votes.people)
        statements = _gathered(people, person, value, statement, votes.statements)
    people = _gathered(statements, statement, value, person, votes.people)
    sorted_people = np.argsort(people, kind="stable")
    dealt = np.concatenate((sorted_people[::2], sorted_people[1::2]))
    return dealt, np.argsort(statements, kind="stable")


def inverse(order: Ints) -> Ints:
    """The place of each number in `order`."""
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def reordered(votes: Votes, people: Ints, statements: Ints) -> Votes:
    """The same votes with people and statements numbered by their place in the given orders."""
    return votes_from(
        inverse(people)[votes.person],
        inverse(statements)[votes.statement],
        votes.value,
        people=votes.people,
        statements=votes.statements,
    )
