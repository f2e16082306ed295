"""Do the means of two sides differ, where values are numbers without bounds?

Method: the t statistic after each pair, and the Bayes factor with a normal prior on the standardised
change and the right Haar prior on level and spread. Being a function of what no shift and no change of
unit touches, it is a martingale if nothing changed, whatever level and spread are (Pérez-Ortiz, Lardy, de
Heide and Grünwald 2024, Annals of Statistics); the interval is what it has not excluded, in closed form.
It rests on values that are about normal with the same spread on both sides. Cost: linear.
"""

import numpy as np

from ledstjarna.engines.trial.checks import Floats

EFFECT = 0.7  # the prior's standard deviation of the change, in standard deviations of the values


def log_factor(t: Floats, free: Floats, weight: Floats) -> Floats:
    """The log Bayes factor against no change.

    Args:
        t: t statistics.
        free: their degrees of freedom, at least 1.
        weight: how many times the prior's variance exceeds the estimate's, at least 0.

    Returns:
        One number for each.
    """
    grown = 1 + weight
    found: Floats = (free + 1) / 2 * (np.log1p(t**2 / free) - np.log1p(t**2 / (free * grown))) - np.log(
        grown
    ) / 2
    return found


def half_width(free: Floats, weight: Floats, alpha: float) -> Floats:
    """How many standard errors to each side are not excluded; infinite where there are too few values."""
    grown = 1 + weight
    bar = np.exp(2 / (free + 1) * (np.log(grown) / 2 - np.log(alpha)))
    room = 1 - bar / grown
    with np.errstate(divide="ignore", invalid="ignore"):
        width = np.sqrt(free * (bar - 1) / room)
    return np.where(room > 0, width, np.inf)


def looks(first: Floats, second: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """After each pair but the first: difference of means, its standard error, freedom, prior weight."""
    n = np.arange(1, len(first) + 1, dtype=np.float64)
    means = [np.cumsum(side) / n for side in (first, second)]
    squares = [np.cumsum(side**2) for side in (first, second)]
    within = sum(np.maximum(square - n * mean**2, 0) for square, mean in zip(squares, means, strict=True))
    free = 2 * n - 2
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(within / free * 2 / n)
    return ((means[1] - means[0])[1:], error[1:], free[1:], (EFFECT**2 * n / 2)[1:])
