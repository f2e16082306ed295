"""Where next: which units are about to begin, and why those?

Method: for each unit that has not begun, the chance to do so in the coming period, over the posterior; and
the rate behind it divided into what it is made of. Cost: points x units.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.spread.checks import Floats
from ledstjarna.engines.spread.estimate import quantiles
from ledstjarna.engines.spread.fit import Fit

ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class Next:
    """`chance` that `unit` begins in the coming period, from `low` to `high`.

    `parts`: the reasons and their shares, which sum to 1: "itself" for what would come without any other, and
    the channels through which it meets others. `met`: its exposure through each channel, 0 to 1. `factor`:
    how many times its features quicken it.
    """

    unit: int
    chance: float
    low: float
    high: float
    parts: dict[str, float]
    met: dict[str, float]
    factor: float


def _parts(found: Fit, exposure: Floats) -> Floats:
    """Units x (itself and channels): the mean rate of each reason, without features."""
    points = found.points
    pull = points.weight @ (points.heed[:, None] * points.mix)
    alone = np.full((len(exposure), 1), points.weight @ points.own)
    return np.concatenate([alone, exposure * pull], axis=1)


def next_units(found: Fit) -> tuple[Next, ...]:
    """The units that have not begun, the likeliest first; those alike in order of their numbers."""
    units, points = found.units, found.points
    left = np.flatnonzero(~np.isfinite(units.begun))
    met, features = found.history.now[left], units.features[left]
    chance = -np.expm1(-points.rates(met, features))
    mean = points.weight @ chance
    rates = _parts(found, met)
    parts = rates / rates.sum(axis=1, keepdims=True)
    factor = points.weight @ points.factor(features)
    tail = (1 - found.confidence) / 2
    bounds = [quantiles(column, points.weight, (tail, 1 - tail)) for column in chance.T]
    names = (ITSELF, *found.channel)
    return tuple(
        Next(
            unit=int(left[at]),
            chance=float(mean[at]),
            low=bounds[at][0],
            high=bounds[at][1],
            parts=dict(zip(names, parts[at].tolist(), strict=True)),
            met=dict(zip(found.channel, met[at].tolist(), strict=True)),
            factor=float(factor[at]),
        )
        for at in np.lexsort((left, -mean.round(12)))
    )
