"""Votes counted by group and statement, and how sure the shares are."""

from dataclasses import dataclass, fields

import numpy as np

from ledstjarna.engines.opinion.intervals import share, wilson
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes


@dataclass(frozen=True, slots=True)
class Counts:
    """Whole numbers, groups x statements; `seen` is all votes, `size` the people of each group."""

    agree: Ints
    disagree: Ints
    passed: Ints
    seen: Ints
    size: Ints

    @property
    def stands(self) -> Ints:
        """Votes that take a stand: agree or disagree."""
        return self.agree + self.disagree

    def plus(self, other: "Counts") -> "Counts":
        """The counts of the same groups among two sets of people together."""
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Counts)))


@dataclass(frozen=True, slots=True)
class Bounds:
    """Share that agrees among those who take a stand, groups x statements, with bounds (one-sided 95 % each).

    Without any stand the share is told as one half, between 0 and 1.
    """

    share: Floats
    lower: Floats
    upper: Floats

    @property
    def disagree_lower(self) -> Floats:
        """Lower bound of the share that disagrees."""
        return 1 - self.upper


def nothing(statements: int) -> Counts:
    """One group of nobody."""
    none = np.zeros((1, statements), dtype=np.int64)
    return Counts(none, none, none, none, np.zeros(1, dtype=np.int64))


def count_votes(votes: Votes, group: Ints, groups: int) -> Counts:
    """Counts of `groups` groups; people whose group is negative are not counted."""
    cell = (np.repeat(group, votes.cast) + 1) * votes.statements + votes.statement
    flat = np.bincount(cell * 3 + (votes.value + 1), minlength=(groups + 1) * votes.statements * 3)
    table = flat.reshape(groups + 1, votes.statements, 3)[1:]
    size = np.bincount(group[group >= 0], minlength=groups)
    return Counts(table[:, :, 2], table[:, :, 0], table[:, :, 1], table.sum(axis=2), size)


def bounds_of(counts: Counts) -> Bounds:
    """Shares and bounds of all cells."""
    lower, upper = wilson(counts.agree, counts.stands)
    return Bounds(share(counts.agree, counts.stands), lower, upper)
