"""The textbook curve of a new way among many: some begin of themselves, others because others did.

Method: Bass (1969), dF/dt = (1 - F)(p + q F), F(t) = (1 - e) / (1 + (q/p) e) with e = exp(-(p + q) t). The
fit takes the number of units as known and uses the chance of each period as the curve gives it (Schmittlein
and Mahajan 1982); the maximum by Fisher scoring, q held at 0 where the numbers want it below. It takes the
curve for fate: with few units chance is large, and `fit` and `adoption` are to be used instead. Cost: linear
in the periods.
"""

from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.spread.checks import Floats, numbers_of

STEPS = 500
CLOSE = 1e-24
START = (0.03, 0.38)
MOST = 50.0
"""A rate per period beyond this means that all begin at once."""


@dataclass(frozen=True, slots=True)
class Bass:
    """`own` (p) and `heed` (q) per period, with standard errors; None for q where it is held at 0.

    `peak`: when most begin, in periods, 0 where it only falls; `at_peak`: the share that has begun by then.
    """

    own: float
    heed: float
    own_error: float
    heed_error: float | None
    log_likelihood: float
    peak: float
    at_peak: float


def _rates(own: float, heed: float) -> None:
    if not (own > 0 and heed >= 0):
        raise ValueError(f"own is {own:g} and heed is {heed:g}; own must lie above 0, heed must be 0 or more")


def share(time: ArrayLike, own: float, heed: float) -> Floats:
    """The share that has begun by each time (0 or later).

    Raises:
        ValueError: own not above 0, or heed below 0.
    """
    _rates(own, heed)
    fall = np.exp(-(own + heed) * np.asarray(time, dtype=np.float64))
    return np.asarray((1 - fall) / (1 + heed / own * fall))


def peak(own: float, heed: float) -> tuple[float, float]:
    """When most begin, and the share that has begun by then; 0 and 0 where it only falls.

    Raises:
        ValueError: own not above 0, or heed below 0.
    """
    _rates(own, heed)
    if heed <= own:
        return 0.0, 0.0
    return float(np.log(heed / own) / (own + heed)), 0.5 - own / (2 * heed)


def expected(units: float, own: float, heed: float, periods: int) -> Floats:
    """How many have begun by the end of each period from 0 on, in the discrete form.

    In each period begin (own + heed N / units)(units - N), N having begun before, and never more than are
    left.

    Raises:
        ValueError: own not above 0, heed below 0, no units or periods below 0.
    """
    _rates(own, heed)
    if units <= 0 or periods < 0:
        raise ValueError(
            f"there are {units:g} units and {periods} periods; give at least one unit, no period below 0"
        )
    begun = np.zeros(periods + 1)
    for period in range(periods):
        before = float(begun[period])
        begun[period + 1] = before + min(own + heed * before / units, 1.0) * (units - before)
    return begun


def _chances(periods: int, own: float, heed: float) -> tuple[Floats, Floats]:
    """The chance of each period, and last of none of them; with their slopes in p and q (2 x cells)."""
    time = np.arange(periods + 1.0)
    total, ratio = own + heed, heed / own
    fall = np.exp(-total * time)
    base = (1 + ratio * fall) ** 2
    by_total = time * fall * (1 + ratio) / base
    by_ratio = -(1 - fall) * fall / base
    slope = np.stack([by_total - by_ratio * heed / own**2, by_total + by_ratio / own])
    reached = share(time, own, heed)
    left = fall * (1 + ratio) / (1 + ratio * fall)
    return np.r_[np.diff(reached), left[-1]], np.c_[np.diff(slope, axis=1), -slope[:, -1]]


def _log_likelihood(cells: Floats, chance: Floats) -> float:
    some = cells > 0
    with np.errstate(divide="ignore"):
        return float((cells[some] * np.log(np.maximum(chance[some], 0))).sum())


def _step(cells: Floats, at: Floats) -> tuple[Floats, Floats, float]:
    """A step of Fisher scoring, the information, and how much is to be won; q stays where it is held at 0."""
    chance, slope = _chances(len(cells) - 1, *at.tolist())
    chance = np.maximum(chance, 1e-300)
    rise = slope @ (cells / chance)
    information = cells.sum() * (slope / chance) @ slope.T
    step = np.linalg.solve(information, rise)
    if not np.isfinite(step).all():
        raise np.linalg.LinAlgError
    if at[1] == 0 and step[1] <= 0:
        step = np.array([rise[0] / information[0, 0], 0.0])
    return step, information, float(rise @ step)


def _moved(cells: Floats, at: Floats, step: Floats) -> Floats:
    """One step, halved until it is none down; p stays above 0 and q at or above it."""
    height = _log_likelihood(cells, _chances(len(cells) - 1, *at.tolist())[0])
    for _ in range(50):
        found = np.array([max(at[0] + step[0], at[0] / 10), max(at[1] + step[1], 0.0)])
        if _log_likelihood(cells, _chances(len(cells) - 1, *found.tolist())[0]) >= height:
            return found
        step = step / 2
    return at


def _maximum(cells: Floats) -> tuple[Floats, Floats]:
    """The best rates and the information there, if there are any that are finite."""
    at = np.array(START)
    for _ in range(STEPS):
        step, information, gain = _step(cells, at)
        moved = _moved(cells, at, step)
        if gain < CLOSE * cells.sum() or (moved == at).all():
            return at, information
        at = moved
        if at.max() > MOST:
            break
    raise np.linalg.LinAlgError


def _best(cells: Floats) -> tuple[Floats, Floats]:
    """The best rates and their standard errors; NaN for q where it is held at 0."""
    if np.count_nonzero(cells) > 1:
        with np.errstate(all="ignore"), suppress(np.linalg.LinAlgError):
            at, information = _maximum(cells)
            spread = np.linalg.inv(information).diagonal() if at[1] > 0 else 1 / information.diagonal()
            if (spread > 0).all() and np.isfinite(spread).all():
                return at, np.where([True, at[1] > 0], np.sqrt(spread), np.nan)
    raise ValueError(
        "no finite rates fit best, since nearly all began at once or only late; "
        "use fit, which knows what is usual elsewhere"
    )


def bass(begun: ArrayLike, units: float) -> Bass:
    """The curve that fits best.

    Args:
        begun: how many began in each period from the first; nobody had before.
        units: how many there are in all.

    Raises:
        ValueError: nobody began, more than there are, fewer than two periods, or all at once.
    """
    count = numbers_of(begun, "begun")
    if len(count) < 2 or (count < 0).any():
        raise ValueError("begun needs at least two periods, and in each 0 or more")
    if not 0 < count.sum() <= units * (1 + 1e-12):
        raise ValueError(
            f"{count.sum():g} of {units:g} units began; it must be more than none and not more than all"
        )
    cells = np.r_[count, max(units - count.sum(), 0.0)]
    (own, heed), error = (found.tolist() for found in _best(cells))
    height = _log_likelihood(cells, _chances(len(count), own, heed)[0])
    return Bass(own, heed, error[0], error[1] if heed > 0 else None, height, *peak(own, heed))
