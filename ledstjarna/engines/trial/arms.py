"""Two arms at random: what did the change do to those who had it, against those who had not?

The two sides are paired by order of arrival; an observation whose partner has not come yet waits for it, and
until then counts in the estimate alone. Which test is used follows from the measure: bets on bounded values
(`betting`), shares of events (`events`), the t statistic of numbers and of logarithms of times (`normal`).
"""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.trial import betting, events, normal
from ledstjarna.engines.trial.checks import Floats, confidence_of, fitting, values_of
from ledstjarna.engines.trial.inside import interval
from ledstjarna.engines.trial.result import Measure, Reason, Result

ROOM = 709.0  # the largest power of e that is a number


def two_arms(
    first: ArrayLike,
    second: ArrayLike,
    *,
    measure: Measure | str,
    exposure: tuple[ArrayLike, ArrayLike] | None = None,
    bounds: tuple[float, float] = (1.0, 5.0),
    confidence: float = 0.95,
) -> Result:
    """The change from the first arm to the second.

    Args:
        first: observations without the change, in order of arrival; NaN is a missing one.
        second: observations with it.
        measure: what they are; a score lies within `bounds`.
        exposure: for rates, what each period of each arm was exposed to, over 0.
        confidence: of the interval, at all looks together.

    Raises:
        ValueError: a value that the measure cannot have, or exposures that do not fit; the text says where.
    """
    kind, sure = Measure(measure), confidence_of(confidence)
    sides = [
        fitting(values_of(side, name), kind, name, bounds)
        for side, name in ((first, "first"), (second, "second"))
    ]
    weights = _exposures(kind, exposure, sides)
    known = [~np.isnan(side) & ~np.isnan(weight) for side, weight in zip(sides, weights, strict=True)]
    missing = sum(int((~one).sum()) for one in known)
    x, y = (side[one] for side, one in zip(sides, known, strict=True))
    begun = Result(kind, Reason.TOO_FEW, confidence=sure, n=(len(x), len(y)), missing=missing)
    if not len(x) or not len(y):
        return replace(begun, why=Reason.ONE_SIDE if len(x) or len(y) else Reason.TOO_FEW)
    if kind in {Measure.COUNT, Measure.RATE}:
        return _events(begun, x, y, (weights[0][known[0]], weights[1][known[1]]))
    if kind in {Measure.YES_NO, Measure.SCORE}:
        return _bounded(begun, x, y, (0.0, 1.0) if kind is Measure.YES_NO else bounds)
    return _numbers(begun, x, y)


def _exposures(
    kind: Measure, given: tuple[ArrayLike, ArrayLike] | None, sides: list[Floats]
) -> tuple[Floats, Floats]:
    if given is None:
        if kind is Measure.RATE:
            raise ValueError("A rate needs exposure: what each period of each arm was exposed to.")
        return np.ones(len(sides[0])), np.ones(len(sides[1]))
    found = values_of(given[0], "exposure[0]"), values_of(given[1], "exposure[1]")
    for number, (side, weight) in enumerate(zip(sides, found, strict=True)):
        if len(side) != len(weight):
            raise ValueError(f"exposure[{number}] has {len(weight)} values for {len(side)} observations.")
        if (weight <= 0).any():
            raise ValueError(f"exposure[{number}][{int(np.flatnonzero(weight <= 0)[0])}] must be over 0.")
    return found


def _bounded(begun: Result, x: Floats, y: Floats, bounds: tuple[float, float]) -> Result:
    width = bounds[1] - bounds[0]
    if width <= 0:
        raise ValueError(
            f"bounds must be a smaller and a larger number, not {bounds[0]:g} and {bounds[1]:g}."
        )
    pairs = min(len(x), len(y))
    capital = betting.capital((x[:pairs] - bounds[0]) / width, (y[:pairs] - bounds[0]) / width)
    told = replace(
        begun,
        first=float(x.mean()),
        second=float(y.mean()),
        estimate=float(y.mean() - x.mean()),
        error=_error_of_means(x, y),
        evidence=evidence_of(float(capital[len(capital) // 2])),
    )
    low, high, why = interval(betting.DIFFERENCES, capital, begun.confidence, edges=(-1.0, 1.0))
    return replace(told, low=low and low * width, high=high and high * width, why=why)


def _events(begun: Result, x: Floats, y: Floats, exposure: tuple[Floats, Floats]) -> Result:
    rates = float(x.sum() / exposure[0].sum()), float(y.sum() / exposure[1].sum())
    told = replace(begun, first=rates[0], second=rates[1])
    if x.sum() + y.sum() == 0:
        return told
    pairs = min(len(x), len(y))
    paired = exposure[0][:pairs], exposure[1][:pairs]
    capital = events.capital(x[:pairs], y[:pairs], paired)
    low, high, why = interval(events.LOG_RATIOS, capital, begun.confidence, edges=(None, None))
    more = events.excess(x, y, exposure)
    both = bool(x.sum() and y.sum())
    return replace(
        told,
        estimate=rates[1] / rates[0] if both else None,
        low=None if low is None else float(np.exp(low)),
        high=None if high is None else float(np.exp(high)),
        error=float(np.sqrt(more * (1 / x.sum() + 1 / y.sum()))) if both else None,
        evidence=evidence_of(float(capital[len(capital) // 2])),
        why=why,
    )


def _numbers(begun: Result, x: Floats, y: Floats) -> Result:
    ratio = begun.is_ratio
    told = replace(begun, first=float(np.median(x)) if ratio else float(x.mean()),
                   second=float(np.median(y)) if ratio else float(y.mean()))  # fmt: skip
    if ratio:
        x, y = np.log(x), np.log(y)
    pairs = min(len(x), len(y))
    if pairs < 2:
        return told
    if np.ptp(x) == 0 and np.ptp(y) == 0:
        return replace(told, why=Reason.NO_VARIATION)
    change, error, free, weight = normal.looks(x[:pairs], y[:pairs])
    seen = error > 0
    change, error, free, weight = change[seen], error[seen], free[seen], weight[seen]
    if not len(error):
        return replace(told, why=Reason.NO_VARIATION)
    width = normal.half_width(free, weight, 1 - begun.confidence) * error
    low, high = float((change - width).max()), float((change + width).min())
    told = replace(
        told,
        estimate=_told(float(y.mean() - x.mean()), ratio),
        error=_error_of_means(x, y),
        evidence=evidence_of(float(max(normal.log_factor(change / error, free, weight).max(), 0.0))),
    )
    if not np.isfinite(low) or not np.isfinite(high):
        return replace(told, why=Reason.TOO_WIDE)
    if low > high:
        return replace(told, why=Reason.CONTRADICTION)
    return replace(told, low=_told(low, ratio), high=_told(high, ratio), why=Reason.ENOUGH)


def _told(change: float, ratio: bool) -> float:
    return float(np.exp(min(change, ROOM))) if ratio else change


def evidence_of(log_capital: float) -> float:
    """The e-value of a log capital, kept within what a number can hold and never under 1."""
    return float(np.exp(min(max(log_capital, 0.0), ROOM)))


def _error_of_means(x: Floats, y: Floats) -> float | None:
    if min(len(x), len(y)) < 2:
        return None
    return float(np.sqrt(x.var(ddof=1) / len(x) + y.var(ddof=1) / len(y))) or None
