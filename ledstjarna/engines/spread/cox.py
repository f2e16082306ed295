"""Which qualities of a unit make it quicker, all else alike?

Method: proportional hazards (Cox 1972); units that begin at the same time share their place in the order by
Efron's approximation (1977); the maximum by Newton's method with halved steps. Intervals and p by Wald, the
test of all qualities together by the likelihood ratio. Cost: for each step, events x covariates^2.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, ndtr, ndtri

from ledstjarna.engines.spread.checks import (
    Flags,
    Floats,
    Ints,
    confidence_of,
    durations_of,
    flags_of,
    table_of,
)

STEPS = 60
CLOSE = 1e-10
FAR = 15.0
"""Beyond this many logs per standard deviation a quality parts those who began from those who did not."""


@dataclass(frozen=True, slots=True)
class Cox:
    """One value for each covariate; `effect` is the log of the ratio of hazards for one more of it.

    `error`: standard errors; `ratio` with `low` and `high` at `confidence`; `z`, `p`; `log_likelihood`, and
    without any covariate `log_likelihood_null`; `statistic`, `freedom`, `p_all`: the likelihood ratio test of
    them all.
    """

    effect: Floats
    error: Floats
    ratio: Floats
    low: Floats
    high: Floats
    z: Floats
    p: Floats
    confidence: float
    log_likelihood: float
    log_likelihood_null: float
    statistic: float
    freedom: int
    p_all: float


@dataclass(frozen=True, slots=True)
class _Order:
    """Covariates and events from the longest time to the shortest.

    For each event: `risk`, how many were followed at least so long; `tied`, where the events of its time
    begin and end among all events; `share`, Efron's part of these.
    """

    covariate: Floats
    event: Flags
    risk: Ints
    tied: Ints
    share: Floats


def _order(time: Floats, event: Flags, covariate: Floats) -> _Order:
    order = np.lexsort((event, -time))
    time, event, covariate = time[order], event[order], covariate[order]
    at = np.flatnonzero(event)
    risk = np.searchsorted(-time, -time[at], side="right")
    first = np.searchsorted(-time[at], -time[at], side="left")
    last = np.searchsorted(-time[at], -time[at], side="right")
    share = (np.arange(len(at)) - first) / (last - first)
    return _Order(covariate, event, risk, np.stack([first, last]), share)


def _summed(values: Floats, order: _Order) -> Floats:
    """For each event the sum over its risk set, less Efron's share of the sum over its ties."""
    run = np.concatenate([np.zeros((1, *values.shape[1:])), values.cumsum(axis=0)])
    own = np.concatenate([np.zeros((1, *values.shape[1:])), values[order.event].cumsum(axis=0)])
    share = order.share.reshape(-1, *[1] * (values.ndim - 1))
    return np.asarray(run[order.risk] - share * (own[order.tied[1]] - own[order.tied[0]]))


def _likelihood(order: _Order, effect: Floats) -> tuple[float, Floats, Floats]:
    """The log likelihood, its slope, and the information."""
    score = order.covariate @ effect
    top = float(score.max())
    weight = np.exp(score - top)
    weighted = order.covariate * weight[:, None]
    whole = _summed(weight, order)
    first = _summed(weighted, order) / whole[:, None]
    second = _summed(weighted[:, :, None] * order.covariate[:, None, :], order) / whole[:, None, None]
    height = float((score[order.event] - top - np.log(whole)).sum())
    slope = order.covariate[order.event].sum(axis=0) - first.sum(axis=0)
    return height, slope, second.sum(axis=0) - first.T @ first


def _maximum(order: _Order) -> tuple[Floats, float, Floats]:
    effect = np.zeros(order.covariate.shape[1])
    height, slope, information = _likelihood(order, effect)
    for _ in range(STEPS):
        step = np.asarray(np.linalg.solve(information, slope), dtype=np.float64)
        if float(slope @ step) < CLOSE**2:
            return effect, height, information
        effect, height, slope, information = _climbed(order, effect, step, height)
        if np.abs(effect).max() > FAR:
            break
    raise ValueError(
        "a covariate (or several together) parts those to whom it happened from the rest, so no finite "
        "effect fits best; leave that covariate out or compare the groups with logrank"
    )


def _climbed(
    order: _Order, effect: Floats, step: Floats, height: float
) -> tuple[Floats, float, Floats, Floats]:
    """One step up; halved until it is none down, which near the top is a matter of the last digits."""
    for _ in range(30):
        found = _likelihood(order, effect + step)
        if found[0] >= height - 1e-9 * abs(height):
            break
        step = step / 2
    return effect + step, *found


def _checked(time: ArrayLike, event: ArrayLike, covariates: ArrayLike) -> tuple[Floats, Flags, Floats]:
    length = durations_of(time)
    happened = flags_of(event, len(length), "event")
    table = table_of(covariates, len(length), "covariates")
    if not happened.any():
        raise ValueError("event is 0 throughout; nothing has happened yet that could be explained")
    if not table.shape[1]:
        raise ValueError("covariates has no column; give at least one")
    spread = np.asarray(table.std(axis=0))
    flat = np.flatnonzero(spread <= 1e-12 * np.maximum(np.abs(table).max(axis=0), 1))
    if flat.size:
        raise ValueError(f"covariate {flat[0]} is the same for all; leave it out")
    if np.linalg.matrix_rank((table - table.mean(axis=0)) / spread) < table.shape[1]:
        raise ValueError("a covariate follows from the others; leave one of them out")
    return length, happened, table


def cox(time: ArrayLike, event: ArrayLike, covariates: ArrayLike, *, confidence: float = 0.95) -> Cox:
    """The effect of a few covariates on how readily it happens.

    Args:
        time: how long each was followed.
        event: 1 where it happened then, 0 where it had not.
        covariates: one row for each, a column for each covariate.
        confidence: of the intervals.

    Raises:
        ValueError: nothing happened; a covariate that is flat or follows from others; no finite effect fits
            best; a value that does not fit.
    """
    length, happened, table = _checked(time, event, covariates)
    centre, spread = table.mean(axis=0), table.std(axis=0)
    order = _order(length, happened, (table - centre) / spread)
    none = _likelihood(order, np.zeros(table.shape[1]))[0]
    standard, height, information = _maximum(order)
    effect, error = standard / spread, np.sqrt(np.diag(np.linalg.inv(information))) / spread
    z, wide = effect / error, float(ndtri((1 + confidence_of(confidence)) / 2)) * error
    statistic, freedom = max(2 * (height - none), 0.0), len(effect)
    return Cox(
        effect=effect,
        error=error,
        ratio=np.exp(effect),
        low=np.exp(effect - wide),
        high=np.exp(effect + wide),
        z=z,
        p=2 * ndtr(-np.abs(z)),
        confidence=confidence,
        log_likelihood=height,
        log_likelihood_null=none,
        statistic=statistic,
        freedom=freedom,
        p_all=float(chdtrc(freedom, statistic)),
    )
