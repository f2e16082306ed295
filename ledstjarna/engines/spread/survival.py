"""How long until it happens, where for some it has not happened yet?

Method: the product-limit estimate (Kaplan and Meier 1958); its variance by Greenwood (1926); intervals on the
scale of log(-log S), which stay between 0 and 1 (Kalbfleisch and Prentice 1980); the median with the interval
that these give (Brookmeyer and Crowley 1982); the mean up to a limit, being the area under the curve.
Cost: one sort.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtri

from ledstjarna.engines.spread.checks import (
    Flags,
    Floats,
    Ints,
    confidence_of,
    durations_of,
    flags_of,
    labels_of,
)
from ledstjarna.engines.spread.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Survival:
    """The share for which it has not happened yet, at each time at which anything was seen; the first is 0.

    `time`; `at_risk`: those followed until then; `events`, `censored`: to whom it happened, whom we lost
    sight of; `share` with `low` and `high` at `confidence`; `variance`: Greenwood's sum, the variance of log
    share.
    """

    time: Floats
    at_risk: Ints
    events: Ints
    censored: Ints
    share: Floats
    low: Floats
    high: Floats
    variance: Floats
    confidence: float

    @property
    def count(self) -> int:
        """How many were followed."""
        return int(self.at_risk[0])

    @property
    def median(self) -> Estimate:
        """The time by which it has happened to half of them."""
        return Estimate(*(_half(self.time, share) for share in (self.share, self.low, self.high)))

    def share_at(self, time: float) -> float:
        """The share for which it has not happened by `time` (0 or later)."""
        return float(self.share[np.searchsorted(self.time, time, side="right") - 1])

    def restricted_mean(self, limit: float | None = None) -> Estimate:
        """The mean time, what lies beyond `limit` (by default the last time seen) counted as `limit`.

        Raises:
            ValueError: the limit is not above 0, or lies beyond the last time seen while not all is over.
        """
        last = float(self.time[-1])
        until = last if limit is None else float(limit)
        if until <= 0 or (until > last and self.share[-1] > 0):
            raise ValueError(
                f"limit is {until:g}; it must lie above 0 and not beyond the last time, {last:g}"
            )
        start = self.time[self.time < until]
        area = self.share[: len(start)] * np.diff(np.r_[start, until])
        mean = float(area.sum())
        error = float(np.sqrt(_mean_variance(area, self.at_risk, self.events)))
        wide = float(ndtri((1 + self.confidence) / 2)) * error
        return Estimate(mean, max(mean - wide, 0.0), min(mean + wide, until))


def _half(time: Floats, share: Floats) -> float | None:
    reached = np.flatnonzero(share <= 0.5)
    return float(time[reached[0]]) if reached.size else None


def _mean_variance(area: Floats, at_risk: Ints, events: Ints) -> float:
    """Greenwood's sum, each term weighed with the square of the area that lies after its time."""
    after = np.r_[area[::-1].cumsum()[::-1], 0.0][: len(area)]
    risk, died = at_risk[: len(area)], events[: len(area)]
    left = np.maximum(risk * (risk - died), 1)
    return float((after**2 * died * (risk > died) / left).sum())


def _bounds(share: Floats, variance: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Where it has happened to nobody or to all the interval is the point itself."""
    inner = (share > 0) & (share < 1)
    log = np.log(np.where(inner, share, 0.5))
    half = ndtri((1 + confidence) / 2) * np.sqrt(np.where(inner, variance, 0)) / log
    low, high = (np.where(inner, np.exp(log * np.exp(sign * half)), share) for sign in (-1, 1))
    return low, high


def _estimate(time: Floats, event: Flags, confidence: float) -> Survival:
    moment, place = np.unique(np.r_[0.0, time], return_inverse=True)
    events = np.bincount(place[1:], weights=event, minlength=len(moment)).astype(np.int64)
    gone = np.bincount(place[1:], minlength=len(moment))
    at_risk = len(time) - np.r_[0, np.cumsum(gone)[:-1]]
    share = np.cumprod(1 - events / at_risk)
    left = at_risk * (at_risk - events)
    with np.errstate(divide="ignore", invalid="ignore"):
        term = np.where(events > 0, events / left, 0.0)
    variance = np.cumsum(term)
    low, high = _bounds(share, variance, confidence)
    return Survival(moment, at_risk, events, gone - events, share, low, high, variance, confidence)


def survival(time: ArrayLike, event: ArrayLike, *, confidence: float = 0.95) -> Survival:
    """How the share for which it has not happened falls over time.

    Args:
        time: how long each was followed, 0 or more, in any unit.
        event: 1 where it happened then, 0 where we only know that it had not.
        confidence: of the intervals at each time.

    Raises:
        ValueError: nobody was followed, or a value that does not fit; the text says where.
    """
    length = durations_of(time)
    if not length.size:
        raise ValueError("time is empty; there must be at least one to follow")
    return _estimate(length, flags_of(event, len(length), "event"), confidence_of(confidence))


def survival_by(
    time: ArrayLike, event: ArrayLike, group: Sequence[object] | ArrayLike, *, confidence: float = 0.95
) -> dict[object, Survival]:
    """The same for each group, by its label in order.

    Raises:
        ValueError: as `survival`, or a group that has not one label for each time.
    """
    length = durations_of(time)
    happened = flags_of(event, len(length), "event")
    labels, code = labels_of(group, len(length), "group")
    confidence_of(confidence)
    return {
        label: _estimate(length[code == at], happened[code == at], confidence)
        for at, label in enumerate(labels)
    }
