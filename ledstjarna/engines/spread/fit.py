"""How does it spread: what is learnt from who began when, as the ground for looking ahead.

`fit` is asked once; `adoption` and `next_units` then answer from what it found.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.spread.checks import confidence_of
from ledstjarna.engines.spread.estimate import Estimate, estimate
from ledstjarna.engines.spread.exposure import History, Units, history_of, units_from
from ledstjarna.engines.spread.posterior import Points, Prior, posterior_of

ENOUGH = 30
"""Units from which a curve says more than a table."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`own` (p) and `heed` (q) per period; `channel` and `mix`: how the heeding is divided, on average.

    `effect`: of one standard deviation of each feature on the log rate. `along`: how much it is to be
    believed that it matters who has ties with whom, or who is alike: 0 to 1, the prior saying a half.
    """

    units: Units
    history: History
    points: Points
    confidence: float
    own: Estimate
    heed: Estimate
    channel: tuple[str, ...]
    mix: tuple[float, ...]
    effect: tuple[Estimate, ...]
    along: float

    @property
    def enough(self) -> bool:
        """Whether there are units enough to draw a curve, and anything to learn from has happened."""
        return self.units.count >= ENOUGH and len(self.history.began) > 0


def fit(
    times: ArrayLike,
    seen: int,
    *,
    ties: ArrayLike | None = None,
    alike: ArrayLike | None = None,
    features: ArrayLike | None = None,
    prior: Prior | None = None,
    confidence: float = 0.8,
) -> Fit:
    """What those who began, and those who did not, tell about the spread.

    Args:
        times: the period in which each unit first used it, 0 from the outset, NaN for not yet.
        seen: periods watched so far.
        ties: units x units, how much the unit of a row heeds that of a column.
        alike: the same for likeness of need and setting (see `likeness`).
        features: units x features, at most two; a period in which nothing differs tells nothing of them.
        prior: what is believed beforehand, by default what is usual elsewhere.
        confidence: of the intervals.

    Raises:
        ValueError: what does not fit; the text says where.
    """
    units = units_from(times, seen, ties=ties, alike=alike, features=features)
    history = history_of(units)
    points = posterior_of(units, history, prior or Prior())
    level = confidence_of(confidence)
    alone = np.isclose(points.mix[:, 0], 1)
    return Fit(
        units=units,
        history=history,
        points=points,
        confidence=level,
        own=estimate(points.own, points.weight, level),
        heed=estimate(points.heed, points.weight, level),
        channel=units.channel,
        mix=tuple((points.weight @ points.mix).tolist()),
        effect=tuple(estimate(column, points.weight, level) for column in points.effect.T),
        along=float(points.weight @ ~alone),
    )
