"""Before the start: how small a change would be noticed, and how long does it take to notice one?

Method: log evidence grows like a normal walk with mean m² / 2 and variance m², m being the change in
standard errors. It passes log(1 / alpha) plus the price of not knowing the change beforehand with the
wanted power when m = z + sqrt(z² + 2 (log(1 / alpha) + price)). The figures are approximate; the
documentation holds them against simulated tests.
"""

from dataclasses import dataclass
from math import ceil, log, sqrt

from scipy.special import ndtri

from ledstjarna.engines.trial.checks import confidence_of
from ledstjarna.engines.trial.result import RATIOS, Measure

PRICE = 1.2  # nats that averaging over bets costs, seen in simulation
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What a test of this size would show.

    `smallest`: the change noticed with the wanted power, in the measure's own unit (a share for ratios);
    `width`: from end to end, how wide the interval will be, in the same (for ratios on the log scale);
    `needed`: observations a side to notice the wanted change, None where none was named or it takes too many.
    """

    smallest: float
    width: float
    needed: int | None
    n: int


def plan(
    measure: Measure | str,
    n: int,
    *,
    usual: float,
    spread: float | None = None,
    change: float | None = None,
    correlation: float = 0.0,
    confidence: float = 0.95,
    power: float = 0.8,
) -> Plan:
    """What `n` observations a side would show.

    Args:
        measure: what is observed.
        n: observations (for counts and rates: periods) a side, 1 or more.
        usual: the level today: a share for yes/no, events a period for counts, a mean otherwise.
        spread: the standard deviation of single values, for scores and numbers; of logarithms for times.
        change: one that is hoped for, to be told how many observations it takes.
        correlation: of neighbours in time, for one series before and after.
        confidence: of the interval to come.
        power: the probability of noticing a change that is there.

    Raises:
        ValueError: a level, spread or size that the measure cannot have.
    """
    kind, sure = Measure(measure), confidence_of(confidence)
    if n < 1:
        raise ValueError(f"n must be 1 or more, not {n}.")
    if not 0 < power < 1:
        raise ValueError(f"power must lie between 0 and 1, not {power}.")
    if not -1 < correlation < 1:
        raise ValueError(f"correlation must lie between -1 and 1, not {correlation}.")
    single = _spread(kind, usual, spread) * sqrt((1 + correlation) / (1 - correlation))
    bar = log(1 / (1 - sure)) + PRICE
    z = float(ndtri(power))
    reach = z + sqrt(z * z + 2 * bar)
    error = single * sqrt(2 / n)
    needed = None
    if change is not None:
        size = abs(log(1 + change)) if kind in RATIOS and change > -1 else abs(change)
        if size == 0:
            raise ValueError("A change of nothing cannot be noticed; name one that is worth having.")
        wanted = ceil(2 * (reach * single / size) ** 2)
        needed = wanted if wanted <= MOST else None
    smallest = reach * error
    return Plan(
        smallest=float("inf") if kind in RATIOS and smallest > 700 else _share(kind, smallest),
        width=2 * sqrt(2 * bar) * error,
        needed=needed,
        n=n,
    )


def _share(kind: Measure, change: float) -> float:
    return float(2.718281828459045**change - 1) if kind in RATIOS else change


def _spread(kind: Measure, usual: float, spread: float | None) -> float:
    """The standard deviation of one observation on the scale that changes are judged on."""
    if kind is Measure.YES_NO:
        if not 0 <= usual <= 1:
            raise ValueError(f"usual must be a share from 0 to 1, not {usual:g}.")
        return sqrt(max(usual * (1 - usual), 0.01))
    if kind in {Measure.COUNT, Measure.RATE}:
        if usual <= 0:
            raise ValueError(f"usual must be over 0 events a period, not {usual:g}.")
        return 1 / sqrt(usual)
    if spread is None or not spread > 0:
        raise ValueError(f"{kind.value} needs spread: how much single values vary, over 0.")
    return spread
