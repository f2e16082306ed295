"""A few statements that together speak for everybody, and whether they do.

A ranking by agreement may give all its places to the largest group. A slate of k statements gives justified
representation (Aziz et al. 2017) if no n/k people agree on a statement while none of them agrees with any on
the slate. Method: each place goes to the statement that most people agree with who are not spoken for yet
(greedy Chamberlin and Courant 1983); by itself that gives justified representation. What somebody did not
see is filled in by chance: the share of their group that agrees (everyone's, for those in no group), drawn
towards everyone's when the group was hardly heard. Votes that were cast count as they are, so without
missing votes the answer is exact.
Audit: the largest part of people, against n/k, who are not spoken for and share a statement; of votes cast
alone, and with what is missing filled in.
Cost: k passes over a matrix people x statements.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.counts import count_votes
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

LIKE_ALL = 3.0
"""Imagined votes of each group, cast as everyone casts theirs."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """`statement` speaks for `gain` more people (expected), after which `covered` (share of all) are."""

    statement: int
    gain: float
    covered: float


@dataclass(frozen=True, slots=True)
class Audit:
    """Whether a slate speaks for all: `left_out` people, most of all (expected), share `statement`.

    `limit`: the n/k people from which they would have a right to a place. `seen`: how many of them by votes
    that were cast alone. `holds`: no such people; `surely`: not even by votes cast alone is it broken.
    """

    statement: int
    left_out: float
    seen: int
    limit: float

    @property
    def holds(self) -> bool:
        """Justified representation, with what is missing filled in."""
        return self.left_out < self.limit

    @property
    def broken(self) -> bool:
        """Not given, by the votes that were cast alone."""
        return self.seen >= self.limit


def _approval(votes: Votes, group: Ints) -> Floats:
    """The chance that each person agrees with each statement: 1 or 0 where they voted."""
    groups = int(group.max(initial=-1)) + 1
    counts = count_votes(votes, group, groups)
    all_in_one = count_votes(votes, np.zeros(votes.people, dtype=np.int64), 1)
    everyone = (all_in_one.agree[0] + 1) / (all_in_one.seen[0] + 2)
    own = (counts.agree + LIKE_ALL * everyone) / (counts.seen + LIKE_ALL)
    chance = np.vstack([own, everyone])[group]
    chance[votes.person, votes.statement] = votes.value == 1
    return np.asarray(chance, dtype=np.float64)


def _fits(votes: Votes, group: Ints) -> Ints:
    codes = np.asarray(group)
    if codes.shape != (votes.people,) or (codes.size and codes.dtype.kind not in "iu"):
        raise ValueError("group must be one whole number per person")
    return np.maximum(codes.astype(np.int64), -1)


def slate(votes: Votes, group: Ints, places: int) -> tuple[Chosen, ...]:
    """At most `places` statements, the one that speaks for most people first.

    `group`: an opinion group per person, negative for those in none. ValueError for bad shapes or no places.
    """
    if places < 1:
        raise ValueError("a slate has at least one place")
    approval = _approval(votes, _fits(votes, group))
    silent, chosen = np.ones(votes.people), list[Chosen]()
    free = np.ones(votes.statements, dtype=bool)
    while len(chosen) < min(places, votes.statements):
        gain = np.where(free, silent @ approval, -1.0)
        best = int(gain.argmax())
        silent *= 1 - approval[:, best]
        free[best] = False
        chosen.append(Chosen(best, float(gain[best]), float(1 - silent.mean()) if votes.people else 0.0))
    return tuple(chosen)


def audit(votes: Votes, group: Ints, statements: Ints) -> Audit:
    """Do these statements speak for everybody? Of all that a part might share, the worst case is told.

    Raises ValueError for an empty slate, a statement twice or out of range, and bad shapes.
    """
    held = np.asarray(statements, dtype=np.int64)
    if not held.size or len(set(held.tolist())) != held.size:
        raise ValueError("a slate has at least one statement, and none twice")
    if held.min() < 0 or held.max() >= votes.statements:
        raise ValueError(f"a statement must lie from 0 up to {votes.statements - 1}")
    approval = _approval(votes, _fits(votes, group))
    silent = (1 - approval[:, held]).prod(axis=1)
    left_out = silent @ approval
    left_out[held] = 0.0
    worst = int(left_out.argmax())
    agreed = votes.value == 1
    spoken = np.zeros(votes.people, dtype=bool)
    spoken[votes.person[agreed & np.isin(votes.statement, held)]] = True
    asked = agreed & (votes.statement == worst)
    saw_all = np.bincount(votes.person[np.isin(votes.statement, held)], minlength=votes.people) == held.size
    seen = int((saw_all & ~spoken)[votes.person[asked]].sum())
    return Audit(worst, float(left_out[worst]), seen, votes.people / held.size)
