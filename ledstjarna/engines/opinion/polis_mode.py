"""The Polis-compatible mode: the same votes seen as Polis would, for comparison; never the default.

Axes agree with Polis' own. Groups need not: Polis starts each clustering from the one before, so that its
published groups depend on the whole history of updates, which is not in the votes.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.counts import Counts, count_votes
from ledstjarna.engines.opinion.polis_map import Map, draw_map
from ledstjarna.engines.opinion.polis_words import (
    Majority,
    Representative,
    group_informed_consensus,
    majority,
    priority,
    representative,
)
from ledstjarna.engines.opinion.votes import Floats, Votes


@dataclass(frozen=True, slots=True)
class Polis:
    """The map; counts per group; and per statement consensus and priority.

    `representative`: for each group at most five statements. `agreed`, `disagreed`: majorities of everyone.
    """

    map: Map
    counts: Counts
    representative: tuple[tuple[Representative, ...], ...]
    consensus: Floats
    agreed: tuple[Majority, ...]
    disagreed: tuple[Majority, ...]
    priority: Floats


def polis(votes: Votes, *, k: int | None = None) -> Polis:
    """The Polis view; `k` groups if given (ValueError under 1), else as many as its silhouette prefers."""
    if k is not None and k < 1:
        raise ValueError("k must be at least 1")
    drawn = draw_map(votes, k)
    counts = count_votes(votes, drawn.group, drawn.groups)
    whole = count_votes(votes, np.zeros(votes.people, dtype=np.int64), 1)
    agree, disagree, passed, seen = whole.agree[0], whole.disagree[0], whole.passed[0], whole.seen[0]
    return Polis(
        drawn,
        counts,
        tuple(representative(counts, group) for group in range(drawn.groups)),
        group_informed_consensus(counts),
        majority(agree, seen),
        majority(disagree, seen),
        priority(agree, passed, seen, drawn.extremity),
    )
