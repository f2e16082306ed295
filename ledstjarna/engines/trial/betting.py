"""Does the mean of one side differ from the other's, where every value lies between 0 and 1?

Method: betting on pairs. For a hypothetical difference `d`, let `m` and `m + d` be the means that fit
what came before. A bet of size `k` gains (1 - k (x - m)) (1 + k (y - m - d)) on the pair (x, y). If the
true means are p and p + d, its expectation is (1 - k t) (1 + k t) = 1 - k² t² <= 1 with t = p - m,
whatever p is: so the capital is a test supermartingale for the composite hypothesis, for yes/no as for
any bounded value. Capitals of several bet sizes are averaged. A difference is excluded once its capital
has reached 1 / alpha (Ville 1939); the differences that are left are an interval that holds at all looks
together.

For yes/no this is the pairwise e-process of Turner, Ly and Grünwald (2024, Statistica Sinica), whose
alternatives differ from the null by equal and opposite shifts; for bounded means compare Waudby-Smith and
Ramdas (2024, JRSS B). Cost: pairs x differences x bets.
"""

import numpy as np

from ledstjarna.engines.trial.checks import Floats

# Sizes of bets as shares of the largest that cannot ruin, and their weights: most capital lies on changes
# that some fifty pairs show, the least bets are for thousands of pairs.
SHARES = np.array([0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.55])
WEIGHTS = np.array([0.5, 1.0, 1.0, 3.0, 4.0, 3.0, 1.0])
STAKES = np.concatenate([SHARES, -SHARES])
SHARE_OF = np.log(np.concatenate([WEIGHTS, WEIGHTS]) / (2 * WEIGHTS.sum()))
STEP = 0.0025
DIFFERENCES = np.round(np.arange(-1 + STEP, 1, STEP), 6)
PRIOR = 2.0  # how many pairs the guess at the beginning is worth
MARGIN = 0.02
# Pairs are looked at one by one, then in growing batches, so that thousands of them cost little.
SINGLY = 200


def batches(pairs: int) -> list[slice]:
    """Pairs by batches of a fixed schedule, which more pairs never change."""
    found, start = [], 0
    while start < pairs:
        size = max(1, start // SINGLY)
        if start + size > pairs:
            break
        found.append(slice(start, start + size))
        start += size
    return found


def capital(first: Floats, second: Floats, differences: Floats = DIFFERENCES) -> Floats:
    """The logarithm of the largest capital so far against each difference.

    Args:
        first: values of one side in 0..1, one a pair.
        second: the other side's, in the same order.
        differences: hypothetical differences second - first, each inside -1..1.

    Returns:
        One number a difference; log(1 / alpha) or more excludes it.
    """
    lowest, highest = np.maximum(0, -differences) + MARGIN, np.minimum(1, 1 - differences) - MARGIN
    total = PRIOR * (1 - differences) / 2
    seen = PRIOR
    log_capital = np.broadcast_to(SHARE_OF, (len(differences), len(STAKES))).copy()
    best = np.zeros(len(differences))
    for batch in batches(len(first)):
        x, y, many = first[batch].mean(), second[batch].mean(), batch.stop - batch.start
        mean = np.clip(total / seen, np.minimum(lowest, highest), np.maximum(lowest, highest))
        log_capital += _gain(x, y, mean, mean + differences)
        peak = log_capital.max(axis=1)
        best = np.maximum(best, peak + np.log(np.exp(log_capital - peak[:, None]).sum(axis=1)))
        total = total + many * (x + y - differences)
        seen += 2 * many
    return best


def _gain(x: float, y: float, mean: Floats, other: Floats) -> Floats:
    """The log gain of every bet at every difference."""
    up, down = 1 / np.maximum(1 - mean, other), 1 / np.maximum(mean, 1 - other)
    bet = np.where(STAKES > 0, STAKES * up[:, None], STAKES * down[:, None])
    found: Floats = np.log1p(-bet * (x - mean)[:, None]) + np.log1p(bet * (y - other)[:, None])
    return found
