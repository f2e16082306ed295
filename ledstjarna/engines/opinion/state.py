"""Votes as they come: one more, one changed or one taken back, and the map is fresh without a new analysis.

State: what everybody said (one byte a cell) and the pair counts that the axes are made of. A vote changes
one row and one column of the counts, by whole numbers, so they are at any time those of a batch, to the bit,
and what is taken back leaves no trace. For a fresh map the axes are followed from where they were by a few
rounds of block power iteration, and everybody is placed on them; how many axes and groups there are, and
where the groups lie, stays as the last analysis found it. `analyse(state.votes)` is always the exact answer.
Cost: a vote is linear in the statements; a fresh map is one pass over the votes.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.axes import Axes, followed
from ledstjarna.engines.opinion.groups import Shape
from ledstjarna.engines.opinion.pairs import Pairs, common_ground, plain_pairs
from ledstjarna.engines.opinion.picture import Placed, placed
from ledstjarna.engines.opinion.votes import MISSING, Flags, Values, Votes, votes_from_matrix

STALE = 0.05
"""Share of people who may have voted anew before the sparse votes are made anew."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """The map after the latest votes: axes, and where everybody stands on them."""

    axes: Axes
    placed: Placed


class State:
    """What everybody said so far, and its pair counts."""

    def __init__(self, votes: Votes) -> None:
        """Begin with these votes; none is fine."""
        self._said: Values = np.full((votes.people, votes.statements), MISSING, dtype=np.int8)
        self._said[votes.person, votes.statement] = votes.value
        self._pairs = plain_pairs(votes)
        self._sparse = votes
        self._anew: set[int] = set()

    @property
    def pairs(self) -> Pairs:
        """Pair counts of all votes; they change with the next one."""
        return self._pairs

    @property
    def votes(self) -> Votes:
        """All votes as they stand."""
        return votes_from_matrix(self._said) if self._anew else self._sparse

    def _checked(self, person: int, statement: int) -> None:
        people, statements = self._said.shape
        if not 0 <= person < people:
            raise ValueError(f"person must lie from 0 up to {people - 1}")
        if not 0 <= statement < statements:
            raise ValueError(f"statement must lie from 0 up to {statements - 1}")

    def _count(self, row: Values, statement: int, value: int, times: int) -> None:
        """Count a vote in (times 1) or out (-1); `row` is what else the person said."""
        seen = row != MISSING
        others = np.where(seen, row, 0)
        pairs = self._pairs
        pairs.together[statement] += times * seen
        pairs.together[:, statement] += times * seen
        pairs.together[statement, statement] += times
        pairs.product[statement] += times * value * others
        pairs.product[:, statement] += times * value * others
        pairs.product[statement, statement] += times * value * value
        pairs.first[statement] += times * value * seen
        pairs.first[:, statement] += times * others
        pairs.first[statement, statement] += times * value

    def withdraw(self, person: int, statement: int) -> None:
        """Take a vote back, without a trace; nothing happens where there is none. ValueError out of range."""
        self._checked(person, statement)
        row = self._said[person]
        value = int(row[statement])
        if value != MISSING:
            row[statement] = MISSING
            self._count(row, statement, value, -1)
            self._anew.add(person)

    def vote(self, person: int, statement: int, value: int) -> None:
        """Count a vote (1 agree, -1 disagree, 0 pass) in place of the one before. ValueError out of range."""
        self._checked(person, statement)
        if value not in {-1, 0, 1}:
            raise ValueError("a vote is 1 (agree), -1 (disagree) or 0 (pass)")
        self.withdraw(person, statement)
        row = self._said[person]
        self._count(row, statement, value, 1)
        row[statement] = value
        self._anew.add(person)

    def forget(self, person: int) -> None:
        """Take back all that a person said. ValueError out of range."""
        self._checked(person, 0)
        for statement in np.flatnonzero(self._said[person] != MISSING).tolist():
            self.withdraw(person, statement)

    def place(self, person: int, axes: Axes, shape: Shape) -> Placed:
        """Where one person stands now, on axes known already. ValueError out of range."""
        self._checked(person, 0)
        return placed(axes, shape, votes_from_matrix(self._said[[person]]), np.ones(1, dtype=bool))

    def _settled(self) -> Votes:
        """The sparse votes, made anew when too many people have voted since."""
        if len(self._anew) > STALE * len(self._said):
            self._sparse = self.votes
            self._anew.clear()
        return self._sparse

    def fresh(self, axes: Axes, shape: Shape, enough: Flags) -> Fresh:
        """The map as the votes stand, followed from the last `axes`.

        `shape`: the groups as they were found; `enough`: who has votes enough to be placed in one.
        """
        now = followed(axes, common_ground(self._pairs))
        everyone = placed(now, shape, self._settled(), enough)
        anew = np.array(sorted(self._anew), dtype=np.int64)
        few = placed(now, shape, votes_from_matrix(self._said[anew]), enough[anew])
        for whole, part in (
            (everyone.position, few.position),
            (everyone.spread, few.spread),
            (everyone.group, few.group),
        ):
            whole[anew] = part
        return Fresh(now, everyone)
