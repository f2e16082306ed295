"""Staggered start: the units begin one after another, in an order that was drawn at random.

Method: when a unit begins, it was drawn among those that had not begun. Each of them has a change of its
own over the same periods (after that start and until the next, against before). Had the start no effect,
the unit that was drawn would have had the change it had, drawn or not. A bet gains exp(l z) over its mean
in all that might have been drawn, so its expectation over the draw is 1: the capital is a martingale
under the random order alone, whatever seasons and units do in common. Where several begin at once, the
mean is over all sets of as many (an elementary symmetric sum). Cost: starts x units x changes x bets.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import comb

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.trial.arms import evidence_of
from ledstjarna.engines.trial.checks import Floats, confidence_of
from ledstjarna.engines.trial.inside import interval
from ledstjarna.engines.trial.result import Measure, Reason, Result

BETS = np.array([0.5, 1.0, 2.0, -0.5, -1.0, -2.0])
CHANGES = 801


def staggered(values: ArrayLike, start: ArrayLike, *, confidence: float = 0.95) -> Result:
    """The change that starting brings, from the periods before to those after.

    Args:
        values: units x periods, NaN where a value is missing.
        start: the period (from 0) in which each unit begins; the number of periods or more for not yet.
        confidence: of the interval, at all starts together.

    Raises:
        ValueError: shapes that do not fit, or a unit that begins before anything was seen.
    """
    table, begins, sure = np.asarray(values, dtype=np.float64), np.asarray(start), confidence_of(confidence)
    _demand(table, begins)
    begun = Result(
        Measure.NUMBER, Reason.TOO_FEW, confidence=sure, missing=int(np.isnan(table).sum()),
        n=_seen(table, begins),
    )  # fmt: skip
    draws = list(_draws(table, begins))
    if not draws:
        return begun
    gaps = np.array([own.mean() - others.mean() for own, others in draws])
    worth = np.array([len(own) * len(others) / (len(own) + len(others)) for own, others in draws])
    estimate = float((gaps * worth).sum() / worth.sum())
    told = replace(begun, estimate=estimate)
    spread = max(float(np.ptp(np.append(own, others))) for own, others in draws)
    if spread == 0:
        return replace(told, why=Reason.NO_VARIATION)
    changes = np.linspace(estimate - 6 * spread, estimate + 6 * spread, CHANGES)
    low, high, why = interval(changes, capital(draws, changes), sure, edges=(None, None))
    nothing = evidence_of(float(capital(draws, np.zeros(1))[0]))
    within = np.array([np.append(own - estimate, others).var(ddof=1) for own, others in draws])
    error = float(np.sqrt((worth * within).sum()) / worth.sum()) or None
    return replace(told, low=low, high=high, why=why, evidence=nothing, error=error)


def _demand(table: Floats, begins: np.ndarray) -> None:
    if table.ndim != 2 or begins.shape != table.shape[:1]:
        raise ValueError("values must be units x periods, and start one number a unit.")
    if np.isinf(table).any():
        raise ValueError("values holds an infinite number; leave it out instead.")
    if begins.dtype.kind not in "iu" or (begins < 1).any():
        raise ValueError("start must be whole numbers of 1 or more: something must be seen before.")


def _seen(table: Floats, begins: np.ndarray) -> tuple[int, int]:
    after = np.arange(table.shape[1]) >= begins[:, None]
    known = ~np.isnan(table)
    return int((known & ~after).sum()), int((known & after).sum())


def _draws(table: Floats, begins: np.ndarray) -> Iterator[tuple[Floats, Floats]]:
    """For each start: the changes of the units drawn, and of those that might have been drawn instead."""
    times = [int(one) for one in np.unique(begins) if one < table.shape[1]]
    for time, then in zip(times, [*times, table.shape[1]][1:], strict=True):
        waiting = np.flatnonzero(begins >= time)
        change = _mean(table[waiting, time:then]) - _mean(table[waiting, :time])
        known = ~np.isnan(change)
        waiting, change = waiting[known], change[known]
        drawn = begins[waiting] == time
        if drawn.any() and not drawn.all():
            yield change[drawn], change[~drawn]


def _mean(table: Floats) -> Floats:
    """The mean of each row over what is known; NaN where nothing is."""
    known = ~np.isnan(table)
    many = known.sum(axis=1)
    total = np.where(known, table, 0.0).sum(axis=1)
    found: Floats = np.divide(total, many, out=np.full(len(table), np.nan), where=many > 0)
    return found


def capital(draws: list[tuple[Floats, Floats]], changes: Floats) -> Floats:
    """The logarithm of the largest capital so far against each hypothetical change."""
    gains = np.zeros((len(changes), len(BETS)))
    best = np.zeros(len(changes))
    for own, others in draws:
        rest = own - changes[:, None]
        all_of = np.concatenate([rest, np.broadcast_to(others, (len(changes), len(others)))], axis=1)
        spread = all_of.std(axis=1, keepdims=True)
        z = np.divide(all_of - all_of.mean(axis=1, keepdims=True), spread, out=np.zeros_like(all_of),
                      where=spread > 1e-12 * (1 + np.abs(all_of).max()))  # fmt: skip
        powers = z[:, :, None] * BETS
        gains += powers[:, : len(own)].sum(axis=1) - _log_mean_of_sets(np.exp(powers), len(own))
        peak = gains.max(axis=1)
        best = np.maximum(best, peak + np.log(np.exp(gains - peak[:, None]).mean(axis=1)))
    return best


def _log_mean_of_sets(factors: Floats, many: int) -> Floats:
    """The log of the mean product over all sets of `many` units; `factors`: changes x units x bets."""
    sums = [np.ones_like(factors[:, 0])] + [np.zeros_like(factors[:, 0]) for _ in range(many)]
    for unit in range(factors.shape[1]):
        for size in range(many, 0, -1):
            sums[size] = sums[size] + factors[:, unit] * sums[size - 1]
    found: Floats = np.log(sums[many] / comb(factors.shape[1], many))
    return found
