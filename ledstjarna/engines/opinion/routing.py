"""Which statement should this person see next?

Method: Thompson sampling (Thompson 1933) aimed at the worst-off group. For each group and statement a
plausible agree share is drawn from what its votes allow; a group that was hardly heard is believed to be
like everyone until it speaks (normal curves stand in for beta distributions, for speed). A statement is
worth its lowest draw: votes are spent where it is still open whether all groups agree, and popularity
with the many cannot win. Of the best few the person is shown the one their own group was heard least on,
since nobody else can answer for it. A part of all questions goes to statements under the floor of votes
in the person's group, so that everything is heard.
Cost: one draw per group and unseen statement.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints

FLOOR = 5
COVERAGE = 0.25
"""How often coverage decides, as long as anything is under the floor."""
SHORTLIST = 10
"""The statements worth most, among which the person's own group decides."""
LIKE_ALL = 3.0
"""Imagined votes of each group, cast as everyone casts theirs."""

Purpose = Literal["unite", "map", "cover"]
"""Find what unites, tell the groups apart, or hear everything equally often."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes so far, groups x statements: those who agree, those who disagree, and all votes (passes too)."""

    agree: Ints
    disagree: Ints
    seen: Ints


def tally_of(counts: Counts) -> Tally:
    """The tally of a partition's counts."""
    return Tally(counts.agree, counts.disagree, counts.seen)


def _draw(tally: Tally, left: Ints, rng: np.random.Generator) -> Floats:
    """A plausible agree share for each group and each statement that is left."""
    agree = tally.agree[:, left]
    stands = agree + tally.disagree[:, left]
    everyone = (agree.sum(axis=0) + 1) / (stands.sum(axis=0) + 2)
    middle = (agree + LIKE_ALL * everyone) / (stands + LIKE_ALL)
    spread = np.sqrt(middle * (1 - middle) / (stands + LIKE_ALL + 1))
    return np.asarray(middle + spread * rng.standard_normal(middle.shape))


def _shortlist(tally: Tally, left: Ints, purpose: Purpose, rng: np.random.Generator) -> Ints:
    """Places in `left` of the statements worth most for the purpose."""
    drawn = _draw(tally, left, rng)
    lowest = drawn.min(axis=0)
    worth = lowest if purpose == "unite" else drawn.max(axis=0) - lowest
    return np.argpartition(-worth, min(SHORTLIST, len(worth)) - 1)[:SHORTLIST]


def _least_heard(heard: Ints, rng: np.random.Generator) -> int:
    """The place of one of those with the fewest votes, by lot."""
    return int(rng.choice(np.flatnonzero(heard == heard.min())))


def next_statement(
    tally: Tally,
    seen: Flags,
    *,
    group: int | None,
    rng: np.random.Generator,
    purpose: Purpose = "unite",
    floor: int = FLOOR,
) -> int | None:
    """A statement that this person has not seen, or None when they have seen all.

    `seen`: per statement, whether the person saw it. `group`: the person's row in the tally, None or negative
    if unknown. `floor`: votes wished for on every statement from every group.
    ValueError for shapes that do not fit.
    """
    if tally.agree.ndim != 2 or seen.shape != tally.agree.shape[1:]:
        raise ValueError("seen must have one place for each statement of the tally")
    left = np.flatnonzero(~np.asarray(seen, dtype=bool))
    if not left.size:
        return None
    unplaced = group is None or group < 0
    heard = tally.seen[:, left].sum(axis=0) if unplaced else tally.seen[group, left]
    covers = len(tally.seen) == 0 or purpose == "cover"
    if covers or (heard.min() < floor and rng.random() < COVERAGE):
        return int(left[_least_heard(heard, rng)])
    worthy = _shortlist(tally, left, purpose, rng)
    return int(left[worthy[_least_heard(heard[worthy], rng)]])
