"""Dice for annealing: whole-number Gumbel noise, drawn once and read again from random places."""

import numpy as np

from ledstjarna.engines.groups.people import Ints

LEVELS = 1 << 12
SHARE = 16
"""Noise and temperature are multiplied and then divided by 2^SHARE."""
SPARE = 1 << 14
"""How much longer the pool is than what one sweep reads."""


def _table() -> Ints:
    """Quantiles of the Gumbel distribution, in steps of 2^-SHARE."""
    share = (np.arange(LEVELS) + 0.5) / LEVELS
    steps = np.rint(-np.log(-np.log(share)) * (1 << SHARE))
    return np.asarray(steps, dtype=np.int64)


TABLE = _table()


def pool(needed: int, rng: np.random.Generator) -> Ints:
    """Noise for sweeps that read `needed` numbers each."""
    return TABLE[rng.integers(0, LEVELS, needed + SPARE)]


def heated(drawn: Ints, temperature: int) -> Ints:
    """Noise at a temperature (in the whole numbers of the cost)."""
    return (drawn * temperature) >> SHARE
