"""What does a camp do to the silos, if some of those who meet begin to work together?

Definition: each pair that meets and has no tie becomes one with a probability between `low` and `high`,
which is not known: the range is part of the answer. The expected index is that of Krackhardt and Stern
with the expected new ties added; the interval is from simulation, with the probability drawn evenly from
its range. Cost: simulations x pairs of units.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.ties.network import Network, network_from


@dataclass(frozen=True, slots=True)
class Camp:
    """The index before; after, as expected with an interval; and how many new ties there would be."""

    before: float | None
    expected: float
    low: float
    high: float
    meetings: int
    across: int
    new_ties: float


def camp(
    network: Network,
    first: ArrayLike,
    second: ArrayLike,
    *,
    rng: np.random.Generator,
    low: float = 0.02,
    high: float = 0.10,
    coverage: float = 0.8,
    simulations: int = 2000,
) -> Camp:
    """The silo index before and after a camp.

    Args:
        network: as it is.
        first: one person of each meeting.
        second: the other.
        rng: for the simulation.
        low: the least probability that a meeting becomes a tie.
        high: the largest.
        coverage: of the interval.
        simulations: how many.

    Raises:
        ValueError: probabilities or coverage out of range, meetings that do not fit, or nobody met and
        nobody tied.
    """
    if not 0 <= low <= high <= 1:
        raise ValueError(f"low and high must be probabilities in order, not {low} and {high}.")
    if not 0 < coverage < 1:
        raise ValueError(f"coverage must lie between 0 and 1, not {coverage}.")
    met = network_from(network.people, first, second, network.unit, minimum=0)
    known = set(zip(network.first.tolist(), network.second.tolist(), strict=True))
    pairs = zip(met.first.tolist(), met.second.tolist(), strict=True)
    new = np.array([pair not in known for pair in pairs], dtype=bool)
    inside = int((new & met.within).sum())
    outside = int(new.sum()) - inside
    within = float(network.weight[network.within].sum())
    between = float(network.weight.sum()) - within
    if within + between + inside + outside == 0:
        raise ValueError("Nobody is tied and nobody meets; there is nothing to tell.")
    middle = (low + high) / 2
    chance = rng.uniform(low, high, simulations)
    e, i = between + rng.binomial(outside, chance), within + rng.binomial(inside, chance)
    drawn = (e - i)[e + i > 0] / (e + i)[e + i > 0]
    ends = np.quantile(drawn, ((1 - coverage) / 2, (1 + coverage) / 2)) if len(drawn) else np.zeros(2)
    total = between + within
    after = between + within + middle * (inside + outside)
    return Camp(
        before=(between - within) / total if total else None,
        expected=(between - within + middle * (outside - inside)) / after if after else 0.0,
        low=float(ends[0]),
        high=float(ends[1]),
        meetings=len(new),
        across=outside,
        new_ties=middle * (inside + outside),
    )
