"""Do events come more often on one side than on the other?

Method: given how many events there were in all, those on the second side are binomial with a share that
depends on the ratio of the two rates alone; the unknown rate itself is gone. The likelihood of a ratio is
compared with its average over a prior on ratios (a mixture, Robbins 1970): that quotient is a martingale
if the ratio is true, so ratios whose quotient has ever reached 1 / alpha are excluded at all looks
together. Where events come in clusters, so that periods vary more than chance has it, the logarithm is
divided by that excess (quasi-likelihood, Wedderburn 1974), which is approximate. Cost: periods x ratios.
"""

import numpy as np
from scipy.special import logsumexp, xlogy

from ledstjarna.engines.trial.checks import Floats

LOG_RATIOS = np.round(np.arange(-4, 4.0001, 0.01), 6)
SPREAD = 0.35  # half of the prior lies within this of no change, on the log scale
_density = 1 / (1 + (LOG_RATIOS / SPREAD) ** 2)
LOG_PRIOR = np.log(_density / _density.sum())
PERIODS = 5  # a side needs as many before its excess can be told from chance


def capital(first: Floats, second: Floats, exposure: tuple[Floats, Floats]) -> Floats:
    """The logarithm of the largest quotient so far against each ratio of `LOG_RATIOS`.

    Args:
        first: events of one side, one number a period.
        second: the other side's, in the same periods.
        exposure: what each was exposed to (hours, visits, inhabitants), over 0.

    Returns:
        One number a ratio; log(1 / alpha) or more excludes it.
    """
    share = 1 / (1 + np.exp(-LOG_RATIOS)[None, :] * (exposure[0] / exposure[1])[:, None])
    steps = xlogy(second[:, None], share) + xlogy(first[:, None], 1 - share)
    likelihood = np.cumsum(steps, axis=0) / excess(first, second, exposure)
    mixture = logsumexp(likelihood + LOG_PRIOR, axis=1)
    found: Floats = np.maximum((mixture[:, None] - likelihood).max(axis=0, initial=0.0), 0.0)
    return found


def excess(first: Floats, second: Floats, exposure: tuple[Floats, Floats]) -> float:
    """How many times more the periods vary than chance alone would have it, at least 1 (Pearson)."""
    found, free = 0.0, 0
    for events, exposed in zip((first, second), exposure, strict=True):
        if len(events) >= PERIODS and events.sum() > 0:
            wanted = exposed * events.sum() / exposed.sum()
            found += float(((events - wanted) ** 2 / wanted).sum())
            free += len(events) - 1
    return max(1.0, found / free) if free else 1.0
