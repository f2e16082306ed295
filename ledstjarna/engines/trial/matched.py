"""Matched pairs of units: in each pair one had the change, the other had not.

Method: had the change no effect, each pair's difference might as well have had the other sign. A bet
gains exp(l z) / cosh(l z) on a difference z, whose mean over both signs is 1: the capital is a martingale
under random assignment or symmetric chance, with no other assumption. Differences are scaled by the root
of their mean square so far, which signs do not touch. Several bets are averaged; changes whose capital
has ever reached 1 / alpha are excluded. With few pairs no evidence can be strong: six equal signs have a
chance of 1 in 32 by themselves. Cost: pairs x changes x bets.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.trial.arms import evidence_of
from ledstjarna.engines.trial.checks import Floats, confidence_of, values_of
from ledstjarna.engines.trial.inside import interval
from ledstjarna.engines.trial.result import Measure, Reason, Result

BETS = np.array([0.5, 1.0, 2.0, -0.5, -1.0, -2.0])
CHANGES = 1201
FEWEST = 2


def matched(without: ArrayLike, having: ArrayLike, *, confidence: float = 0.95) -> Result:
    """The change from the unit without to the unit with, over pairs in the order they came.

    Args:
        without: a number a pair (a mean, a share, a rate), NaN where it is missing.
        having: the other unit's, in the same order.
        confidence: of the interval, at all looks together.

    Raises:
        ValueError: sides of different length, or infinite values.
    """
    x, y, sure = values_of(without, "without"), values_of(having, "having"), confidence_of(confidence)
    if len(x) != len(y):
        raise ValueError(f"without has {len(x)} values and having {len(y)}; a pair has one of each.")
    known = ~np.isnan(x) & ~np.isnan(y)
    x, y = x[known], y[known]
    pairs = len(x)
    begun = Result(
        Measure.NUMBER, Reason.TOO_FEW, confidence=sure, n=(pairs, pairs), missing=int((~known).sum())
    )
    if not pairs:
        return begun
    change = y - x
    told = replace(begun, first=float(x.mean()), second=float(y.mean()), estimate=float(change.mean()))
    if pairs < FEWEST:
        return told
    spread = float(change.std(ddof=1))
    if spread == 0:
        return replace(told, why=Reason.NO_VARIATION)
    changes = grid(change)
    log_capital = capital(change, changes)
    nothing = capital(change, np.zeros(1))[0]
    low, high, why = interval(changes, log_capital, sure, edges=(None, None))
    return replace(
        told, low=low, high=high, why=why, error=spread / pairs**0.5, evidence=evidence_of(float(nothing))
    )


def grid(change: Floats) -> Floats:
    """Hypothetical changes from well below the least seen to well above the largest."""
    reach = 4 * float(np.ptp(change))
    return np.linspace(float(change.min()) - reach, float(change.max()) + reach, CHANGES)


def capital(change: Floats, changes: Floats) -> Floats:
    """The logarithm of the largest capital so far against each hypothetical change."""
    rest = change[:, None] - changes
    scale = np.sqrt(np.cumsum(rest**2, axis=0) / np.arange(1, len(change) + 1)[:, None])
    z = np.divide(rest, scale, out=np.zeros_like(rest), where=scale > 0)
    bets = z[:, :, None] * BETS
    gains = np.cumsum(bets - np.logaddexp(bets, -bets) + np.log(2), axis=0)
    peak = gains.max(axis=2)
    mean = peak + np.log(np.exp(gains - peak[:, :, None]).mean(axis=2))
    found: Floats = np.maximum(mean.max(axis=0), 0.0)
    return found
