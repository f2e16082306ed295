"""A control chart: which periods are more than the usual coming and going?

XmR for numbers: limits are the mean of the baseline plus and minus 2.66 times its mean moving range, from
3 / d2 with d2 = 1.128 for two neighbours (Shewhart 1931; Wheeler 1993). For counts c and u, for shares p:
three standard deviations of the Poisson or the binomial. Signals: a point outside the limits, and eight
in a row on one side of the centre (Nelson 1984 takes nine, Western Electric 1956 eight). Cost: linear.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.trial.checks import Floats, values_of

Kind = Literal["xmr", "c", "u", "p"]
PER_RANGE = 3 / 1.128
RUN = 8
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Chart:
    """Centre and limits for each period, and which periods stand out; `enough` where a baseline could be
    made.

    `values` are what is drawn (for u and p: events per exposure), NaN where missing. `outside` and `runs` are
    flags by period. Where there is not enough, the centre and the limits are NaN and nothing stands out.
    """

    values: Floats
    centre: float
    low: Floats
    high: Floats
    outside: np.ndarray
    runs: np.ndarray
    enough: bool


def chart(
    values: ArrayLike, *, kind: Kind = "xmr", exposure: ArrayLike | None = None, baseline: int | None = None
) -> Chart:
    """The chart of a series.

    Args:
        values: a number a period (events for c, u and p); NaN where it is missing.
        kind: of chart.
        exposure: for u what each period was exposed to, for p how many there were; over 0.
        baseline: how many of the first periods the usual is taken from; all where it is not given.

    Raises:
        ValueError: values or exposures that the kind cannot have.
    """
    series = values_of(values, "values")
    weight = _weights(kind, exposure, series)
    shown = series / weight
    usual = shown[: baseline or len(shown)]
    known = ~np.isnan(usual)
    if known.sum() < FEWEST:
        none = np.full(len(shown), np.nan)
        flags = np.zeros(len(shown), dtype=bool)
        return Chart(shown, float("nan"), none, none, flags, flags, enough=False)
    if kind == "xmr":
        centre = float(usual[known].mean())
        reach = np.full(len(shown), PER_RANGE * float(np.abs(np.diff(usual[known])).mean()))
    else:
        centre = float(np.nansum(series[: len(usual)]) / weight[: len(usual)][known].sum())
        spread = centre * (1 - centre) if kind == "p" else centre
        reach = 3 * np.sqrt(spread / weight)
    low, high = centre - reach, centre + reach
    if kind != "xmr":
        low = np.maximum(low, 0.0)
    if kind == "p":
        high = np.minimum(high, 1.0)
    with np.errstate(invalid="ignore"):
        outside = (shown < low) | (shown > high)
    return Chart(shown, centre, low, high, outside, _runs(shown, centre), enough=True)


def _weights(kind: Kind, exposure: ArrayLike | None, series: Floats) -> Floats:
    if kind not in {"xmr", "c", "u", "p"}:
        raise ValueError(f"kind must be xmr, c, u or p, not {kind}.")
    if kind != "xmr" and (series[~np.isnan(series)] < 0).any():
        raise ValueError(
            f"values[{int(np.flatnonzero(series < 0)[0])}] is under 0; events are counted from 0."
        )
    if kind in {"xmr", "c"}:
        return np.ones(len(series))
    if exposure is None:
        raise ValueError(f"A {kind} chart needs exposure: what each period was exposed to.")
    weight = values_of(exposure, "exposure")
    if len(weight) != len(series):
        raise ValueError(f"exposure has {len(weight)} values for {len(series)} periods.")
    if not (weight > 0).all():
        raise ValueError(f"exposure[{int(np.flatnonzero(~(weight > 0))[0])}] must be over 0.")
    if kind == "p" and (series > weight).any():
        place = int(np.flatnonzero(series > weight)[0])
        raise ValueError(
            f"values[{place}] is {series[place]:g} of {weight[place]:g}; it cannot be more than all."
        )
    return weight


def _runs(shown: Floats, centre: float) -> np.ndarray:
    """Periods in a run of eight or more on one side; a missing period neither ends nor lengthens it."""
    known = np.flatnonzero(~np.isnan(shown))
    side = np.sign(shown[known] - centre)
    flags = np.zeros(len(shown), dtype=bool)
    start = 0
    for end in range(1, len(side) + 1):
        if end == len(side) or side[end] != side[start]:
            if end - start >= RUN and side[start] != 0:
                flags[known[start:end]] = True
            start = end
    return flags
