"""Which statement should this person see next?

Method: Thompson sampling (Thompson 1933) aimed at the worst-off group. For each group and statement a
plausible agree share is drawn from what its votes allow; a group that was hardly heard is believed to be
like everyone until it speaks (normal curves stand in for beta distributions, for speed). A statement is
worth its lowest draw: votes are spent where it is still open whether all groups agree, and popularity
with the many cannot win. Of the best few the person is shown the one their own group was heard least on,
since nobody else can answer for it. A part of all questions goes to statements under the floor of votes
in the person's group, so that everything is heard. Seeds, the statements a round begins with, come first as
long as they have few votes and fade as those come in. Every choice tells why it was made.
The end: a statement is open to a person while their group is under the floor on it, or while five votes more
from that group could change the verdict "a majority in every group agrees" (or disagrees). When nothing they
have not seen is open, their next five answers change nothing.
Cost: one draw per group and statement.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.intervals import wilson
from ledstjarna.engines.opinion.ranking import MAJORITY
from ledstjarna.engines.opinion.votes import Flags, Ints

FLOOR = 5
COVERAGE = 0.25
"""How often coverage decides, as long as anything is under the floor."""
SHORTLIST = 10
"""The statements worth most, among which the person's own group decides."""
LIKE_ALL = 3.0
"""Imagined votes of each group, cast as everyone casts theirs."""

SEED_VOTES = 10.0
"""Votes at which a seed has lost half of its precedence."""
SOON = 5
"""Votes looked ahead to see whether anything would change."""

Purpose = Literal["unite", "map", "cover"]
"""Find what unites, tell the groups apart, or hear everything equally often."""


Reason = Literal["unite", "map", "cover", "seed"]
"""Why a statement was shown: for the purpose, because its group is under the floor on it, or as a seed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The statement to show, and why."""

    statement: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes so far, groups x statements: those who agree, those who disagree, and all votes (passes too)."""

    agree: Ints
    disagree: Ints
    seen: Ints


def tally_of(counts: Counts) -> Tally:
    """The tally of a partition's counts."""
    return Tally(counts.agree, counts.disagree, counts.seen)


def _least(heard: Ints, among: Ints, rng: np.random.Generator) -> int:
    """Of the statements in `among` one with the fewest votes, by lot."""
    votes = heard[among]
    fewest = among[votes == votes.min()]
    return int(fewest[rng.integers(len(fewest))])


class Router:
    """What is worth asking, given a tally: made once for many choices.

    `purpose`: what for. `floor`: votes wished for on every statement from every group. `seeds`: per
    statement, whether the round began with it. ValueError for shapes that do not fit.
    """

    def __init__(
        self, tally: Tally, *, purpose: Purpose = "unite", floor: int = FLOOR, seeds: Flags | None = None
    ) -> None:
        if tally.agree.ndim != 2 or (seeds is not None and seeds.shape != tally.agree.shape[1:]):
            raise ValueError("seeds must have one place for each statement of the tally")
        stands = tally.agree + tally.disagree
        everyone = (tally.agree.sum(axis=0) + 1) / (stands.sum(axis=0) + 2)
        middle = (tally.agree + LIKE_ALL * everyone) / (stands + LIKE_ALL)
        spread = np.sqrt(middle * (1 - middle) / (stands + LIKE_ALL + 1))
        self._middle, self._spread = middle.astype(np.float32), spread.astype(np.float32)
        self._tally, self._stands = tally, stands
        self._total: Ints = np.asarray(tally.seen.sum(axis=0))
        self._purpose: Purpose = purpose if len(middle) else "cover"
        self._floor, self._seeds = floor, seeds

    def _heard(self, group: int | None) -> Ints:
        """Votes by statement: of the person's group, of everyone if it is not known."""
        return self._total if group is None or group < 0 else np.asarray(self._tally.seen[group])

    def _left(self, seen: Flags) -> Ints:
        if seen.shape != self._total.shape:
            raise ValueError("seen must have one place for each statement of the tally")
        return np.flatnonzero(np.logical_not(seen))

    def _seed(self, left: Ints, rng: np.random.Generator) -> int | None:
        """An unseen seed, as long as seeds go first."""
        if self._seeds is None:
            return None
        seeds = left[self._seeds[left]]
        if not seeds.size or rng.random() >= SEED_VOTES / (SEED_VOTES + float(self._total[seeds].mean())):
            return None
        return _least(self._total, seeds, rng)

    def _shortlist(self, left: Ints, rng: np.random.Generator) -> Ints:
        """The statements worth most for the purpose."""
        drawn = rng.standard_normal(self._middle.shape, dtype=np.float32)
        drawn *= self._spread
        drawn += self._middle
        lowest = drawn.min(axis=0)
        worth = (lowest if self._purpose == "unite" else drawn.max(axis=0) - lowest)[left]
        return left if len(left) <= SHORTLIST else left[np.argpartition(-worth, SHORTLIST)[:SHORTLIST]]

    def next(self, seen: Flags, *, group: int | None, rng: np.random.Generator) -> Shown | None:
        """A statement that this person has not seen, or None when they have seen all.

        `seen`: per statement, whether the person saw it. `group`: the person's row in the tally, None or
        negative if unknown. ValueError for shapes that do not fit.
        """
        left = self._left(seen)
        if not left.size:
            return None
        seed = self._seed(left, rng)
        if seed is not None:
            return Shown(seed, "seed")
        heard = self._heard(group)
        if self._purpose == "cover" or (rng.random() < COVERAGE and heard[left].min() < self._floor):
            return Shown(_least(heard, left, rng), "cover")
        return Shown(_least(heard, self._shortlist(left, rng), rng), self._purpose)

    @cached_property
    def _swings(self) -> Flags:
        """Groups x statements: whether a few votes more from the group could change the verdict on it."""
        tally, swings = self._tally, np.zeros(self._stands.shape, dtype=np.bool_)
        for hits in (tally.agree, tally.disagree):
            doubts = wilson(hits, self._stands)[0] <= MAJORITY
            others = doubts.sum(axis=0) - doubts == 0
            with_us = wilson(hits + SOON, self._stands + SOON)[0] > MAJORITY
            without_us = wilson(hits, self._stands + SOON)[0] <= MAJORITY
            swings |= others & with_us & without_us
        return np.asarray(swings | (tally.seen < self._floor))

    def open(self, seen: Flags, *, group: int | None) -> Ints:
        """The statements this person has not seen on which their answers can still change something.

        Of somebody in no known group: on which those of any group can. ValueError for shapes that do not fit.
        """
        left = self._left(seen)
        rows = self._swings if group is None or group < 0 else self._swings[group : group + 1]
        return left[rows[:, left].any(axis=0)] if len(rows) else left


def next_statement(
    tally: Tally,
    seen: Flags,
    *,
    group: int | None,
    rng: np.random.Generator,
    purpose: Purpose = "unite",
    floor: int = FLOOR,
) -> int | None:
    """The statement a `Router` of this tally shows, for a single choice; None when all are seen."""
    shown = Router(tally, purpose=purpose, floor=floor).next(seen, group=group, rng=rng)
    return None if shown is None else shown.statement
