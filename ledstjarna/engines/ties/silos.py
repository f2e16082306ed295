"""Do people work within their unit more than chance would have it?

Definition: with E the weight of ties between units and I of those within, the index of Krackhardt and
Stern (1988) is (E - I) / (E + I): -1 when nobody works across, 1 when nobody works within. As large units
pull it down by themselves, it is told beside what it is when the same persons are dealt into units of the
same sizes at random, and rescaled: 0 is chance, -1 and 1 the ends that can be. The silo matrix has, for
each pair of units, their ties over those that chance would give persons with as many ties each
(configuration model). Cost: permutations x ties.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.ties.network import Floats, Network


@dataclass(frozen=True, slots=True)
class Silos:
    """The index of all and of each unit, with its range by chance.

    `index`, `expected`, `low`, `high` (the middle 95 of 100 permutations), `chance` (share of
    permutations at or below the index, never 0), `rescaled`; None where there is no tie. The same by unit
    in arrays, NaN for a unit without ties and for the pool of small units. `matrix`: units x units, ties
    over expected ties, NaN where none are expected.
    """

    index: float | None
    expected: float | None
    low: float | None
    high: float | None
    chance: float | None
    rescaled: float | None
    unit_index: Floats
    unit_low: Floats
    unit_high: Floats
    matrix: Floats


def silos(network: Network, *, rng: np.random.Generator, permutations: int = 500) -> Silos:
    """The silo index with its reference.

    Raises:
        ValueError: fewer than 20 permutations.
    """
    if permutations < 20:
        raise ValueError(f"permutations must be 20 or more, not {permutations}.")
    units = len(network.sizes)
    own = _by_unit(network, network.unit)
    matrix = _matrix(network)
    if not len(network.first):
        none = np.full(units, np.nan)
        return Silos(None, None, None, None, None, None, none, none, none, matrix)
    index = _index(network, network.unit)
    drawn, by_unit = np.empty(permutations), np.empty((permutations, units))
    for turn in range(permutations):
        shuffled = rng.permutation(network.unit)
        drawn[turn], by_unit[turn] = _index(network, shuffled), _by_unit(network, shuffled)
    expected = _expected(network)
    low, high = np.quantile(drawn, (0.025, 0.975))
    unit_low, unit_high = _range(by_unit)
    return Silos(
        index=index,
        expected=expected,
        low=float(low),
        high=float(high),
        chance=float((1 + (drawn <= index).sum()) / (1 + permutations)),
        rescaled=_rescaled(index, expected),
        unit_index=_shown(network, own),
        unit_low=_shown(network, unit_low),
        unit_high=_shown(network, unit_high),
        matrix=matrix,
    )


def _index(network: Network, unit: np.ndarray) -> float:
    within = network.weight[unit[network.first] == unit[network.second]].sum()
    total = network.weight.sum()
    return float((total - 2 * within) / total)


def _by_unit(network: Network, unit: np.ndarray) -> Floats:
    units = len(network.sizes)
    a, b = unit[network.first], unit[network.second]
    same = a == b
    within = np.bincount(a[same], network.weight[same], minlength=units)
    between = sum(np.bincount(side[~same], network.weight[~same], minlength=units) for side in (a, b))
    total = within + between
    found: Floats = np.divide(between - within, total, out=np.full(units, np.nan), where=total > 0)
    return found


def _range(by_unit: Floats) -> tuple[Floats, Floats]:
    """The middle 95 of 100, of those permutations in which the unit has ties at all."""
    units = by_unit.shape[1]
    low, high = np.full(units, np.nan), np.full(units, np.nan)
    for unit in range(units):
        seen = by_unit[~np.isnan(by_unit[:, unit]), unit]
        if len(seen):
            low[unit], high[unit] = np.quantile(seen, (0.025, 0.975))
    return low, high


def _expected(network: Network) -> float:
    """The mean index over all ways to deal the persons into the units."""
    pairs = network.people * (network.people - 1)
    within = float((network.sizes * (network.sizes - 1)).sum() / pairs)
    return 1 - 2 * within


def _rescaled(index: float, expected: float) -> float:
    room = 1 - expected if index >= expected else 1 + expected
    return (index - expected) / room if room > 0 else 0.0


def _matrix(network: Network) -> Floats:
    """Ties by pair of units over those expected; the pool of small units is left out."""
    units = len(network.sizes)
    member = np.zeros((network.people, units))
    member[np.arange(network.people), network.unit] = 1
    seen = member.T @ (network.adjacent @ member)  # ties within count twice here, and so do those expected
    strength = seen.sum(axis=1)
    total = strength.sum()
    wanted = np.outer(strength, strength) / total if total else np.zeros((units, units))
    found: Floats = np.divide(seen, wanted, out=np.full((units, units), np.nan), where=wanted > 0)
    if network.pooled:
        found[-1, :] = found[:, -1] = np.nan
    return found


def _shown(network: Network, values: Floats) -> Floats:
    found = values.copy()
    if network.pooled:
        found[-1] = np.nan
    return found
