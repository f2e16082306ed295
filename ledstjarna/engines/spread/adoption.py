"""How many will use it, and when will most?

Method: many futures that agree with what was seen, each with its own rates and its own chance, so the range
holds both what is not known and what is not decided. Cost: see `forecast`.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.spread.checks import Floats, Ints, confidence_of
from ledstjarna.engines.spread.estimate import Estimate
from ledstjarna.engines.spread.fit import Fit
from ledstjarna.engines.spread.forecast import counts_by_period, futures, time_to, whole_range


@dataclass(frozen=True, slots=True)
class Adoption:
    """`used`: how many units used it by the end of each period from 0 to the last one seen.

    `period`: those to come; `middle`, `low`, `high`: how many use it by the end of each. `goal`: the units
    that make up the `share` asked for; `time`: the period in which they are reached, None for what lies
    beyond the horizon; `held`: the chance that it falls in that range of whole periods, as near to
    `confidence` as such a range can be; `within`: the chance that it falls within the horizon. `enough`:
    whether a curve should be shown.
    """

    units: int
    used: Ints
    period: Ints
    middle: Floats
    low: Floats
    high: Floats
    share: float
    goal: int
    time: Estimate
    held: float
    within: float
    confidence: float
    enough: bool


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None


def _reached(moment: Floats, confidence: float) -> tuple[Estimate, float]:
    """The period over all futures, and the chance that it lies in the range."""
    low, high, held = whole_range(moment, confidence)
    middle = float(np.quantile(moment, 0.5, method="inverted_cdf"))
    return Estimate(_finite(middle), _finite(low), _finite(high)), held


def adoption(
    found: Fit,
    horizon: int,
    *,
    rng: np.random.Generator,
    share: float = 0.8,
    confidence: float = 0.8,
    draws: int = 2000,
) -> Adoption:
    """Look ahead.

    Args:
        found: what `fit` learnt.
        horizon: periods to look ahead, at least 1.
        rng: the dice.
        share: of the units, above 0 and at most 1, whose time is asked for.
        confidence: of the ranges.
        draws: futures.

    Raises:
        ValueError: a value that does not fit.
    """
    if horizon < 1 or draws < 1 or not 0 < share <= 1:
        raise ValueError("horizon and draws must be at least 1, share above 0 and at most 1")
    units, tail = found.units, (1 - confidence_of(confidence)) / 2
    begun = futures(units, found.points.sample(draws, rng.random()), horizon, rng)
    period = np.arange(units.seen + 1, units.seen + horizon + 1)
    counts = counts_by_period(begun, period)
    goal = max(int(np.ceil(share * units.count - 1e-9)), 1)
    moment = time_to(begun, goal)
    time, held = _reached(moment, confidence)
    low, middle, high = np.quantile(counts, (tail, 0.5, 1 - tail), axis=0, method="inverted_cdf")
    return Adoption(
        units=units.count,
        used=(units.begun[:, None] <= np.arange(units.seen + 1)).sum(axis=0),
        period=period,
        middle=middle,
        low=low,
        high=high,
        share=share,
        goal=goal,
        time=time,
        held=held,
        within=float(np.isfinite(moment).mean()),
        confidence=confidence,
        enough=found.enough,
    )
