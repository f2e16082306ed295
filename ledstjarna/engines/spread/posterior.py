"""How readily do units begin of themselves, and how much do they heed those who use it already?

Model: a unit that has not begun does so in period t with the chance

    1 - exp(-[p + q sum_k mix_k e_k(t)] exp(b x)),

e_k being its exposure through channel k (the Bass model in discrete time, where everyone is the one channel).
Method: the posterior on a grid, twice: first over the whole of the prior, then closer where the weight lies.
The mix of channels is a grid on the simplex; half of its prior weight says that everyone alike is heeded, so
ties must earn their place.
Cost: one logarithm for each point and unit that began, and a product of points x units.
"""

from dataclasses import dataclass, fields
from itertools import product

import numpy as np

from ledstjarna.engines.spread.checks import Floats, Ints
from ledstjarna.engines.spread.exposure import History, Units

COARSE = (15, 15, 5)
FINE = (21, 21, 7)
"""Points along ln p, q and each feature's effect, the first and the second time."""
STEPS = 4
"""The mix of channels goes in quarters."""
REACH = 3.5
"""Standard deviations to each side."""
KEPT = 8000
"""Points kept at most, drawn from the others by their weight."""
CHUNK = 2_000_000


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed before anything was seen, per period.

    ln p is normal around ln `own` with `own_sd`; q is normal around `heed` with `heed_sd`, cut off at 0; the
    effect of a standard deviation of a feature on the log rate is normal around 0 with `effect_sd`; `alone`
    is the belief that only the channel of everyone counts, where there are others.
    """

    own: float = 0.03
    own_sd: float = 0.7
    heed: float = 0.4
    heed_sd: float = 0.25
    effect_sd: float = 0.5
    alone: float = 0.5

    def __post_init__(self) -> None:
        scales = (self.own, self.own_sd, self.heed_sd, self.effect_sd)
        if min(scales) <= 0 or self.heed < 0 or not 0 < self.alone <= 1:
            raise ValueError(
                "a prior needs own, own_sd, heed_sd and effect_sd above 0, heed 0 or more, "
                "and alone above 0 and at most 1"
            )


@dataclass(frozen=True, slots=True)
class Points:
    """Points of the posterior and their weights, which sum to 1.

    `own` and `heed` (points): p and q; `mix` (points x channels): how the heeding is divided; `effect`
    (points x features).
    """

    own: Floats
    heed: Floats
    mix: Floats
    effect: Floats
    weight: Floats

    def rates(self, exposure: Floats, features: Floats) -> Floats:
        """Points x units: the rate at which each begins, for exposures units x channels."""
        pull = self.heed[:, None] * self.mix
        return np.asarray((self.own[:, None] + pull @ exposure.T) * self.factor(features))

    def factor(self, features: Floats) -> Floats:
        """Points x units: by how much a unit's features quicken or slow it."""
        return np.exp(self.effect @ features.T)

    def part(self, at: Ints | slice) -> "Points":
        """Some of the points, their weights as they are."""
        return Points(*(getattr(self, field.name)[at] for field in fields(self)))

    def sample(self, count: int, offset: float) -> "Points":
        """`count` points of the same weight, each as often as its weight asks for (systematic sampling).

        Args:
            count: how many.
            offset: from 0 up to 1, where among its steps the sampling begins.
        """
        level = (np.arange(count) + offset) / count
        at = np.minimum(np.searchsorted(np.cumsum(self.weight), level), len(self.weight) - 1)
        found = self.part(at)
        return Points(found.own, found.heed, found.mix, found.effect, np.full(count, 1 / count))


def simplex(channels: int) -> Floats:
    """All divisions of the whole in quarters among the channels; the first gives all to the first channel."""
    parts = [cut for cut in product(range(STEPS + 1), repeat=channels) if sum(cut) == STEPS]
    return np.array(parts[::-1], dtype=np.float64) / STEPS


def _axes(prior: Prior, features: int) -> list[Floats]:
    """The coarse axes: ln p, q, and each effect."""
    middle, wide = np.log(prior.own), REACH * prior.own_sd
    effect = np.linspace(-REACH * prior.effect_sd, REACH * prior.effect_sd, COARSE[2])
    return [
        np.linspace(middle - wide, middle + wide, COARSE[0]),
        np.linspace(0, prior.heed + REACH * prior.heed_sd, COARSE[1]),
        *[effect] * features,
    ]


def _closer(axes: list[Floats], places: Floats, weight: Floats) -> list[Floats]:
    """Each axis where the weight lies, with a step of the coarse axis to spare."""
    sizes = (*FINE[:2], *[FINE[2]] * (len(axes) - 2))
    found = []
    for axis, column, size in zip(axes, places.T, sizes, strict=True):
        mean = float(weight @ column)
        half = REACH * float(np.sqrt(weight @ (column - mean) ** 2)) + float(axis[1] - axis[0])
        found.append(np.linspace(max(axis[0], mean - half), min(axis[-1], mean + half), size))
    return found


def _belief(prior: Prior, channels: int) -> Floats:
    """The prior weight of each mix."""
    others = len(simplex(channels)) - 1
    return np.r_[prior.alone, np.full(others, (1 - prior.alone) / others)] if others else np.ones(1)


def _log_prior(prior: Prior, places: Floats, channels: int) -> Floats:
    """Places x mixes, up to a constant."""
    own = (places[:, 0] - np.log(prior.own)) / prior.own_sd
    heed = (places[:, 1] - prior.heed) / prior.heed_sd
    effect = (places[:, 2:] / prior.effect_sd) ** 2
    with np.errstate(divide="ignore"):
        belief = np.log(_belief(prior, channels))
    return np.asarray(-(own**2 + heed**2 + effect.sum(axis=1))[:, None] / 2 + belief)


def log_likelihood(points: Points, history: History, features: Floats) -> Floats:
    """One value per point: of everyone who began, and of everyone who held out."""
    factor = points.factor(features)
    held = points.own * (factor @ history.waited)
    held += points.heed * (points.mix * (factor @ history.met)).sum(axis=1)
    rate = points.rates(history.then, features[history.began])
    return np.asarray(np.log(-np.expm1(-rate)).sum(axis=1) - held)


def _grid(places: Floats, mix: Floats) -> Points:
    """Every place with every mix."""
    each = np.repeat(places, len(mix), axis=0)
    own, heed, effect = np.exp(each[:, 0]), each[:, 1], each[:, 2:]
    return Points(own, heed, np.tile(mix, (len(places), 1)), effect, np.full(len(each), 1 / len(each)))


def _weighed(units: Units, history: History, prior: Prior, places: Floats) -> Points:
    channels = len(units.channel)
    grid, step = _grid(places, simplex(channels)), max(CHUNK // units.count, 1)
    parts = [grid.part(slice(at, at + step)) for at in range(0, len(grid.own), step)]
    height = np.concatenate([log_likelihood(part, history, units.features) for part in parts])
    height += _log_prior(prior, places, channels).ravel()
    weight = np.exp(height - height.max())
    return Points(grid.own, grid.heed, grid.mix, grid.effect, weight / weight.sum())


def _places(axes: list[Floats]) -> Floats:
    return np.stack([axis.ravel() for axis in np.meshgrid(*axes, indexing="ij")], axis=1)


def posterior_of(units: Units, history: History, prior: Prior) -> Points:
    """What is believed after what was seen."""
    axes = _axes(prior, units.features.shape[1])
    places = _places(axes)
    coarse = _weighed(units, history, prior, places)
    by_place = coarse.weight.reshape(len(places), -1).sum(axis=1)
    fine = _weighed(units, history, prior, _places(_closer(axes, places, by_place)))
    return fine.sample(KEPT, 0.5) if len(fine.own) > KEPT else fine
