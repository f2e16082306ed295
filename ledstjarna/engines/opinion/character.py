"""What sets a group apart from everybody else?

A z-test of two shares (agree among those who take a stand, group against the rest) for every group and
statement; of all of them only as many are believed as keep the expected false share at 5 %. What is
believed is ordered by the size of the difference that is certain. The groups were found in the same
votes, so for them the test is a filter, no proof.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.intervals import discoveries, gap, share, wilson
from ledstjarna.engines.opinion.votes import Floats, Ints


@dataclass(frozen=True, slots=True)
class Trait:
    """`share` of the group agrees with `statement`, `elsewhere` that of all others.

    `agrees`: the group agrees more than others (else less); the difference is at least `certain`.
    """

    statement: int
    agrees: bool
    share: float
    elsewhere: float
    certain: float


def _chances(hits: Ints, trials: Ints, other_hits: Ints, other_trials: Ints) -> Floats:
    """Two-sided p-values of the pooled two-proportion test; 1 where one side is silent."""
    pooled = share(hits + other_hits, trials + other_trials)
    inverse_size = 1 / np.maximum(trials, 1) + 1 / np.maximum(other_trials, 1)
    error = np.sqrt(pooled * (1 - pooled) * inverse_size)
    fair = (trials > 0) & (other_trials > 0) & (error > 0)
    score = np.abs(share(hits, trials) - share(other_hits, other_trials)) / np.where(fair, error, 1)
    return np.where(fair, 2 * ndtr(-score), 1.0)


def _certain(hits: Ints, trials: Ints, other_hits: Ints, other_trials: Ints) -> tuple[Floats, Floats]:
    """Lower bounds of how much more the group agrees, and of how much less."""
    own, other = wilson(hits, trials), wilson(other_hits, other_trials)
    here = (own[0], share(hits, trials), own[1])
    there = (other[0], share(other_hits, other_trials), other[1])
    return gap(here, there)[0], gap(there, here)[0]


def traits(counts: Counts, group: int) -> tuple[Trait, ...]:
    """What distinguishes a group, most certain first; IndexError for a group that is not there."""
    if not 0 <= group < len(counts.size):
        raise IndexError(f"there is no group {group}")
    rest, stands = counts.agree.sum(axis=0) - counts.agree, counts.stands
    silent = stands.sum(axis=0) - stands
    believed = discoveries(_chances(counts.agree, stands, rest, silent))[group]
    more, less = _certain(counts.agree[group], stands[group], rest[group], silent[group])
    own, other = share(counts.agree[group], stands[group]), share(rest[group], silent[group])
    certain = np.maximum(more, less)
    order = [int(s) for s in np.argsort(-certain, kind="stable") if believed[s] and certain[s] > 0]
    return tuple(
        Trait(s, bool(more[s] > less[s]), float(own[s]), float(other[s]), float(certain[s])) for s in order
    )
