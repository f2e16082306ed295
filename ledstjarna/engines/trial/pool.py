"""Several units have tried the same: what do they show together, and how unlike are they?

Method: each change is weighted by one over its variance plus the variance between units (tau²). tau² by
DerSimonian and Laird (1986), by Paule and Mandel (1982) or by restricted likelihood; its interval by the
Q profile (Viechtbauer 2007). The interval of the mean by Hartung and Knapp (2001), never narrower than
without; that of a unit yet to come (prediction) by Higgins, Thompson and Spiegelhalter (2009). Cost:
units x steps of a root search.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq
from scipy.special import chdtri, ndtri, stdtrit

from ledstjarna.engines.trial.checks import Floats, confidence_of, values_of

Method = Literal["dl", "pm", "reml"]
STEPS = 200


@dataclass(frozen=True, slots=True)
class Pooled:
    """The mean change, and how units differ.

    `fixed`: the mean as if all units had the same change, with its standard error. `mean`, `low`, `high`:
    over units that differ. `tau2` with interval, `q` (Cochran) and `i2` (share of variation that is not
    chance). `next_low`, `next_high`: where the change of another unit would lie; None for fewer than
    three units.
    """

    units: int
    fixed: float
    fixed_error: float
    mean: float
    error: float
    low: float
    high: float
    tau2: float
    tau2_low: float
    tau2_high: float
    q: float
    i2: float
    next_low: float | None
    next_high: float | None


def pool(
    changes: ArrayLike,
    errors: ArrayLike,
    *,
    method: Method = "reml",
    knapp: bool = True,
    confidence: float = 0.95,
) -> Pooled:
    """Pool the changes of two units or more; ratios as logarithms.

    Args:
        changes: one a unit.
        errors: their standard errors, over 0.
        method: for tau².
        knapp: whether the interval of the mean allows for how uncertain tau² is.
        confidence: of all intervals.

    Raises:
        ValueError: fewer than two units, or an error that is not over 0.
    """
    y, spread, sure = values_of(changes, "changes"), values_of(errors, "errors"), confidence_of(confidence)
    if len(y) != len(spread):
        raise ValueError(f"There are {len(y)} changes and {len(spread)} errors; each unit has one of each.")
    if len(y) < 2:
        raise ValueError("It takes two units or more to pool.")
    if not ((spread > 0).all() and np.isfinite(y).all()):
        place = int(np.flatnonzero(~(spread > 0) | ~np.isfinite(y))[0])
        raise ValueError(f"Unit {place} lacks a change or an error over 0; leave it out.")
    v = spread**2
    fixed, fixed_error = _mean(y, 1 / v)
    q = _q(y, v, 0.0)
    free = len(y) - 1
    tau2 = _tau2(y, v, method)
    mean, error = _mean(y, 1 / (v + tau2))
    if knapp:
        error *= max(1.0, (_q(y, v, tau2) / free) ** 0.5)
    reach = float(stdtrit(free, (1 + sure) / 2)) if knapp else float(ndtri((1 + sure) / 2))
    beyond = float(stdtrit(free - 1, (1 + sure) / 2)) * (tau2 + error**2) ** 0.5 if free > 1 else None
    low, high = _profile(y, v, sure)
    return Pooled(
        units=len(y),
        fixed=fixed,
        fixed_error=fixed_error,
        mean=mean,
        error=error,
        low=mean - reach * error,
        high=mean + reach * error,
        tau2=tau2,
        tau2_low=low,
        tau2_high=high,
        q=q,
        i2=max(0.0, (q - free) / q) if q > 0 else 0.0,
        next_low=None if beyond is None else mean - beyond,
        next_high=None if beyond is None else mean + beyond,
    )


def _mean(y: Floats, w: Floats) -> tuple[float, float]:
    return float((w * y).sum() / w.sum()), float(w.sum() ** -0.5)


def _q(y: Floats, v: Floats, tau2: float) -> float:
    w = 1 / (v + tau2)
    return float((w * (y - _mean(y, w)[0]) ** 2).sum())


def _tau2(y: Floats, v: Floats, method: Method) -> float:
    free = len(y) - 1
    if method == "dl":
        w = 1 / v
        return max(0.0, (_q(y, v, 0.0) - free) / float(w.sum() - (w**2).sum() / w.sum()))
    if method == "pm":
        return _root(lambda tau2: _q(y, v, tau2) - free, y)
    if method == "reml":
        return _reml(y, v)
    raise ValueError(f"method must be dl, pm or reml, not {method}.")


def _root(falls: Callable[[float], float], y: Floats) -> float:
    """Where a falling function of tau² crosses 0; 0 where it begins under it."""
    if falls(0.0) <= 0:
        return 0.0
    top = max(float(np.ptp(y)) ** 2, 1e-12)
    while falls(top) > 0:
        top *= 4
    return float(brentq(falls, 0.0, top, xtol=1e-14 * top, rtol=1e-14, maxiter=STEPS))


def _reml(y: Floats, v: Floats) -> float:
    """Fisher scoring from the estimate of DerSimonian and Laird, kept at 0 or more."""
    tau2 = _tau2(y, v, "dl")
    for _ in range(STEPS):
        w = 1 / (v + tau2)
        total = w.sum()
        mean = (w * y).sum() / total
        slope = (w**2 * (y - mean) ** 2).sum() - total + (w**2).sum() / total
        curve = (w**2).sum() - 2 * (w**3).sum() / total + ((w**2).sum() / total) ** 2
        new = max(0.0, tau2 + float(slope / curve))
        if abs(new - tau2) <= 1e-14 * (1 + tau2):
            return new
        tau2 = new
    return tau2


def _profile(y: Floats, v: Floats, sure: float) -> tuple[float, float]:
    """The tau² for which Q is neither too large nor too small to be chance."""
    free = len(y) - 1
    ends = [float(chdtri(free, tail)) for tail in ((1 - sure) / 2, (1 + sure) / 2)]
    low, high = (_root(lambda tau2, end=end: _q(y, v, tau2) - end, y) for end in ends)  # type: ignore[misc]
    return low, high
