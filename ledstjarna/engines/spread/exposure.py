"""What has each unit met, period by period: the others who already use it, through each channel?

A channel is a way by which units heed one another: everyone alike (the Bass model), ties, likeness. The
exposure of a unit through a channel in period t is the weighted share of those heeded who used it by the end
of period t - 1. Because the chance of holding out through a period is the exponential of minus a rate that is
linear in the exposures, the periods in which a unit held out can be summed once and for all.
Cost: one product of a matrix units x units with one units x periods, for each channel but the first.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.spread.checks import Floats, Ints, periods_of, table_of, weights_of

EVERYONE = "everyone"
TIES = "ties"
ALIKE = "alike"
FEATURES = 2
"""Features at most: each is one more axis of the grid."""


@dataclass(frozen=True, slots=True)
class Units:
    """What is known of the units.

    `begun`: the period of first use, infinity for not yet; `seen`: periods watched; `channel`: names, the
    first is everyone; `weights`: units x units for each channel after the first; `features`: units x
    features.
    """

    begun: Floats
    seen: int
    channel: tuple[str, ...]
    weights: tuple[Floats, ...]
    features: Floats

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self.begun)

    def exposure(self, using: Floats) -> Floats:
        """Channels x units x columns, for `using`: units x columns of 0 and 1."""
        everyone = np.broadcast_to(using.mean(axis=0), using.shape)
        return np.stack([everyone, *(weight @ using for weight in self.weights)])


@dataclass(frozen=True, slots=True)
class History:
    """All that the likelihood needs.

    `waited` (units) and `met` (units x channels): periods in which a unit could have begun and did not, and
    the exposure summed over them. `began` (events) and `then` (events x channels): who began in a period that
    was watched, and what they met in it. `now` (units x channels): what each unit meets in the coming period.
    """

    waited: Floats
    met: Floats
    began: Ints
    then: Floats
    now: Floats


def units_from(
    times: ArrayLike,
    seen: int,
    *,
    ties: ArrayLike | None = None,
    alike: ArrayLike | None = None,
    features: ArrayLike | None = None,
) -> Units:
    """The units with their channels.

    Args:
        times: period of first use of each unit, 0 from the outset, NaN for not yet.
        seen: periods watched so far.
        ties: units x units, how much the unit of a row heeds that of a column.
        alike: the same for likeness of need and setting.
        features: units x features (at most two), what makes a unit quicker or slower; made standard here.

    Raises:
        ValueError: what does not fit; the text says where.
    """
    begun = periods_of(times, seen)
    given = {TIES: ties, ALIKE: alike}
    weights = {name: weights_of(one, len(begun), name) for name, one in given.items() if one is not None}
    kept = {name: one for name, one in weights.items() if one.any()}  # without a link there is no such way
    return Units(begun, seen, (EVERYONE, *kept), tuple(kept.values()), _standard(features, len(begun)))


def _standard(given: ArrayLike | None, units: int) -> Floats:
    if given is None:
        return np.zeros((units, 0))
    found = table_of(given, units, "features")
    if found.shape[1] > FEATURES:
        raise ValueError(f"there are {found.shape[1]} features; choose the {FEATURES} that matter most")
    spread = found.std(axis=0)
    return np.asarray((found - found.mean(axis=0)) / np.where(spread > 0, spread, 1))


def history_of(units: Units) -> History:
    """What the units met in the periods that were watched."""
    period = np.arange(1, units.seen + 2)
    using = (units.begun[:, None] < period).astype(np.float64)
    exposure = units.exposure(using)
    watched = period[:-1]
    held = (units.begun[:, None] > watched).astype(np.float64)
    began, at = np.nonzero(units.begun[:, None] == watched)
    met = np.einsum("kut,ut->uk", exposure[:, :, :-1], held)
    return History(held.sum(axis=1), met, began, exposure[:, began, at].T, exposure[:, :, -1].T)
