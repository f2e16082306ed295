"""Before and after in one series: is the level another since the change, where neighbours in time are alike?

Method: a level before and a level after with noise whose neighbours correlate by r (AR(1)). For each r on
a grid the series is whitened (Prais and Winsten 1954) and its likelihood, free of level and spread by the
right Haar prior, is taken with no further change and with a normal prior on it. Both are averaged over r.
Changes for which that Bayes factor has ever reached 1 / alpha since the start are excluded. As r has a
prior, the promise holds on average over it and not for each r; how it does for each is shown in the
documentation. A series by itself cannot tell the change from anything else that happened at the same
time. Cost: looks x correlations x changes.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import logsumexp

from ledstjarna.engines.trial.arms import evidence_of
from ledstjarna.engines.trial.checks import Floats, confidence_of, values_of
from ledstjarna.engines.trial.inside import interval
from ledstjarna.engines.trial.result import Measure, Reason, Result

CORRELATIONS = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
LOG_PRIOR = 2 * np.log(1 - CORRELATIONS)  # strong likeness of neighbours is rarer than weak
EFFECT = 2.0  # the prior's standard deviation of the change, in standard deviations of the noise
BEFORE, AFTER = 4, 2
CHANGES = 801


def before_after(values: ArrayLike, start: int, *, trend: bool = False, confidence: float = 0.95) -> Result:
    """The change of level from the periods before `start` to those from it on.

    Args:
        values: one number a period, in order; NaN where it is missing.
        start: the first period (from 0) with the change.
        trend: whether a straight slope through all periods is taken out first.
        confidence: of the interval, at all looks together.

    Raises:
        ValueError: a start outside the series, or infinite values.
    """
    series, sure = values_of(values, "values"), confidence_of(confidence)
    if not 0 <= start <= len(series):
        raise ValueError(f"start must lie within the {len(series)} periods, not at {start}.")
    known = np.flatnonzero(~np.isnan(series))
    y = series[known]
    sides = y[known < start], y[known >= start]
    begun = Result(
        Measure.NUMBER, Reason.TOO_FEW, confidence=sure, n=(len(sides[0]), len(sides[1])),
        missing=len(series) - len(known),
    )  # fmt: skip
    told = replace(begun, first=_mean(sides[0]), second=_mean(sides[1]))
    if not len(sides[0]) or not len(sides[1]):
        return replace(told, why=Reason.ONE_SIDE if len(y) else Reason.TOO_FEW)
    if len(sides[0]) < BEFORE or len(sides[1]) < AFTER:
        return told
    if np.ptp(sides[0]) == 0 and np.ptp(sides[1]) == 0:
        return replace(told, why=Reason.NO_VARIATION)
    return _judged(told, y, known, start, trend)


def _mean(side: Floats) -> float | None:
    return float(side.mean()) if len(side) else None


def _judged(told: Result, y: Floats, when: np.ndarray, start: int, trend: bool) -> Result:
    reach = 6 * float(np.ptp(y))
    middle = (told.second or 0.0) - (told.first or 0.0)
    changes = np.append(np.linspace(middle - reach, middle + reach, CHANGES), 0.0)
    best, estimate, error = np.zeros(len(changes)), middle, 0.0
    first = int((when < start).sum())
    for seen in range(first + AFTER, len(y) + 1):
        factor, estimate, error = _look(y[:seen], when[:seen], start, trend, changes)
        best = np.maximum(best, factor)
    low, high, why = interval(changes[:-1], best[:-1], told.confidence, edges=(None, None))
    return replace(
        told, estimate=estimate, error=error or None, low=low, high=high, why=why,
        evidence=evidence_of(float(best[-1])),
    )  # fmt: skip


def _look(
    y: Floats, when: np.ndarray, start: int, trend: bool, changes: Floats
) -> tuple[Floats, float, float]:
    """The log Bayes factor against each change, the estimate and its standard error, averaged over r."""
    none, some, estimates, errors = [], [], [], []
    for r, prior in zip(CORRELATIONS, LOG_PRIOR, strict=True):
        own, step, plain = _whitened(y, when, start, trend, float(r))
        inner = float(step @ step)
        free = len(y) - plain.shape[1] - 1
        if inner < 1e-9 or free < 1:
            return np.zeros(len(changes)), 0.0, 0.0
        found = float(step @ own) / inner
        rest = max(float(own @ own) - inner * found**2, 1e-300)
        size = rest + inner * (found - changes) ** 2
        grown = 1 + EFFECT**2 * inner
        shrunk = rest + inner * (found - changes) ** 2 / grown
        common = prior + _weight(plain, when, float(r))
        none.append(common - (free + 1) / 2 * np.log(size))
        some.append(common - (free + 1) / 2 * np.log(shrunk) - np.log(grown) / 2)
        estimates.append(found)
        errors.append(np.sqrt(rest / free / inner))
    factor = logsumexp(some, axis=0) - logsumexp(none, axis=0)
    weights = np.exp(np.array([one[-1] for one in some]) - logsumexp([one[-1] for one in some]))
    estimate = float(weights @ estimates)
    spread = weights @ (np.array(errors) ** 2 + (np.array(estimates) - estimate) ** 2)
    return factor, estimate, float(np.sqrt(spread))


def _whitened(
    y: Floats, when: np.ndarray, start: int, trend: bool, r: float
) -> tuple[Floats, Floats, Floats]:
    """The series and the step, whitened and free of level (and slope), and what was taken out of them."""
    plain = np.ones((len(y), 1)) if not trend else np.column_stack([np.ones(len(y)), when - when.mean()])
    step = (when >= start).astype(np.float64)
    white = _white(np.column_stack([y, step, plain]), when, r)
    taken = white[:, 2:]
    basis, _ = np.linalg.qr(taken)
    rest = white[:, :2] - basis @ (basis.T @ white[:, :2])
    return rest[:, 0], rest[:, 1], taken


def _white(columns: Floats, when: np.ndarray, r: float) -> Floats:
    """Rows whose noise is independent, also across missing periods, where r is raised to the gap."""
    near = r ** np.diff(when).astype(np.float64)
    scale = 1 / np.sqrt(1 - near**2)
    found = np.empty_like(columns)
    found[0] = columns[0]
    found[1:] = (columns[1:] - near[:, None] * columns[:-1]) * scale[:, None]
    return found


def _weight(plain: Floats, when: np.ndarray, r: float) -> float:
    """The log of what all changes have in common at this r."""
    near = r ** np.diff(when).astype(np.float64)
    _, size = np.linalg.slogdet(plain.T @ plain)
    return float(-np.log1p(-(near**2)).sum() / 2 - size / 2)
