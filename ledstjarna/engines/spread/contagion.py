"""Does it spread along the ties, or would chance look the same?

Method: when a unit began, which share of those it has ties with used it already, and what was that share
among all that could have begun then? The lead of those who began, on average, is compared with the same after
the times of first use have been dealt anew among the units, the ties left as they are. (It is the score of a
proportional hazard on exposure. Exposure alone would not do: once all have begun, each tie has one end that
came first.) Where like units both keep together and begin early (homophily) ties seem to matter without
mattering; dealing within strata of like units takes that away as far as the strata tell (Shalizi and Thomas
2011 say how far that is). p = (b + 1) / (n + 1), b being the deals with as large a lead: exact for any number
of units (Phipson and Smyth 2010).
Cost: deals x ties.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.spread.checks import Floats, Ints, labels_of, numbers_of, weights_of

DEALS = 1999
CHUNK = 2_000_000
SAME = 1e-12
"""Two leads of the same numbers, summed in another order, may differ by this."""


@dataclass(frozen=True, slots=True)
class Contagion:
    """`began`: the mean share of ties that used it already when a unit began; `others`: the same of all that
    could have begun then.

    `lead`: the difference; `low`, `high`: the middle 95 % of leads by chance; `p`: how often chance leads by
    as much; `deals`: how many were tried; `ties`: pairs that could tell; `enough`: whether anything could
    have shown.
    """

    began: float
    others: float
    lead: float
    low: float
    high: float
    p: float
    deals: int
    ties: int
    enough: bool


@dataclass(frozen=True, slots=True)
class _Ties:
    """Who heeds whom how much, and how many began after the first."""

    learner: Ints
    other: Ints
    weight: Floats
    late: int

    def means(self, begun: Floats, hazard: Floats) -> tuple[Floats, Floats]:
        """Mean exposure of those who began, and of all that could have, for each row of times."""
        first, second = begun[:, self.learner], begun[:, self.other]
        met = ((second < first) & np.isfinite(first)) @ self.weight
        could = np.maximum(hazard[:, self.learner] - hazard[:, self.other], 0) @ self.weight
        return met / self.late, could / self.late


def _hazard(begun: Floats) -> Floats:
    """For each unit, the sum up to when it began (or to the end) of the shares of those left who began."""
    moment, place, count = np.unique(begun, return_inverse=True, return_counts=True)
    left = count[::-1].cumsum()[::-1]
    return np.asarray(np.cumsum(np.where(np.isfinite(moment), count / left, 0))[place])


def _deal(code: Ints, deals: int, rng: np.random.Generator) -> Ints:
    """Deals x units: who gets whose time, within each stratum."""
    order = np.argsort(code, kind="stable")
    dice = np.argsort(code + rng.random((deals, len(code))), axis=1)
    found = np.empty_like(dice)
    found[:, order] = dice
    return found


def _by_chance(ties: _Ties, begun: Floats, code: Ints, deals: int, rng: np.random.Generator) -> Floats:
    """The lead in each deal."""
    hazard, found = _hazard(begun), []
    step = max(CHUNK // max(len(ties.weight), len(begun)), 1)
    for at in range(0, deals, step):
        dealt = _deal(code, min(step, deals - at), rng)
        began, others = ties.means(begun[dealt], hazard[dealt])
        found.append(began - others)
    return np.concatenate(found)


def contagion(
    times: ArrayLike,
    ties: ArrayLike,
    *,
    rng: np.random.Generator,
    strata: Sequence[object] | ArrayLike | None = None,
    deals: int = DEALS,
) -> Contagion:
    """Compare the way it took with chance.

    Args:
        times: of first use, NaN for not yet; only their order counts.
        ties: units x units, how much the unit of a row heeds that of a column.
        rng: the dice.
        strata: a label for each unit; times are dealt among units of the same label alone.
        deals: how many.

    Returns:
        p is 1 and `enough` is false where every deal looks the same: nobody or one began, all at once, no
        ties, or strata of one unit each.

    Raises:
        ValueError: what does not fit; fewer than one deal.
    """
    given = numbers_of(times, "times", missing=True)
    if not given.size:
        raise ValueError("times is empty; give one place for every unit, also for those that have not begun")
    if deals < 1:
        raise ValueError(f"deals is {deals}; at least one is needed, some hundreds are useful")
    begun = np.where(np.isnan(given), np.inf, given)
    weights = weights_of(ties, len(begun), "ties")
    code = np.zeros(len(begun), dtype=np.int64)
    if strata is not None:
        code = labels_of(strata, len(begun), "strata")[1]
    return _compared(_ties(weights, begun), begun, code, deals, rng)


def _ties(weights: Floats, begun: Floats) -> _Ties:
    learner, other = np.nonzero(weights)
    late = int((np.isfinite(begun) & (begun > begun.min())).sum())
    return _Ties(learner, other, weights[learner, other], max(late, 1))


def _compared(ties: _Ties, begun: Floats, code: Ints, deals: int, rng: np.random.Generator) -> Contagion:
    began, others = (float(one[0]) for one in ties.means(begun[None], _hazard(begun)[None]))
    lead, chance = began - others, _by_chance(ties, begun, code, deals, rng)
    low, high = np.quantile(chance, (0.025, 0.975)).tolist()
    reached = int((chance >= lead - SAME).sum())
    enough = bool(np.abs(chance - lead).max() > SAME)
    p = (reached + 1) / (deals + 1)
    return Contagion(began, others, lead, low, high, p, deals, len(ties.weight), enough)
