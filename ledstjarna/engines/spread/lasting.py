"""Do those who begin keep it up?

Method: survival of use among those who began: each is followed from first use until it stops, or until the
day up to which we know. Cost: one sort.
"""

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.spread.checks import numbers_of
from ledstjarna.engines.spread.survival import Survival, survival


def lasting(begun: ArrayLike, stopped: ArrayLike, until: float, *, confidence: float = 0.95) -> Survival:
    """How the share that still uses it falls with time since first use.

    Args:
        begun: time of first use of each unit, NaN for not yet (such units are not followed).
        stopped: time of stopping, NaN where it is still used.
        until: the time up to which we know, in the same unit.
        confidence: of the intervals.

    Raises:
        ValueError: nobody has begun; a unit that stopped without or before beginning, or after `until`.
    """
    start, end = (
        numbers_of(given, name, missing=True) for given, name in ((begun, "begun"), (stopped, "stopped"))
    )
    if start.shape != end.shape:
        raise ValueError(f"begun and stopped must be equally long, not {len(start)} and {len(end)}")
    over = ~np.isnan(end)
    _refuse("stopped", over & np.isnan(start), "has stopped but has not begun; give its first use")
    _refuse("stopped", over & (end < np.where(np.isnan(start), end, start)), "stopped before it began")
    _refuse("stopped", over & (end > until), f"stopped after {until:g}, up to which we are to know")
    _refuse("begun", start > until, f"began after {until:g}, up to which we are to know")
    using = ~np.isnan(start)
    if not using.any():
        raise ValueError("begun is NaN throughout; nobody has begun, so there is no use to follow")
    return survival(np.where(over, end, until)[using] - start[using], over[using], confidence=confidence)


def _refuse(name: str, wrong: np.ndarray, why: str) -> None:
    at = np.flatnonzero(wrong)
    if at.size:
        raise ValueError(f"{name}[{at[0]}]: unit {at[0]} {why}")
