"""Between whom does a person stand? For the person alone.

Definition (Gould and Fernandez 1989): person b stands between a and c when a is tied to b and b to c, but
a not to c. By units: coordinator (all three in one), consultant (a and c in one, b in another),
gatekeeper (b and c in one, a in another), representative (a and b in one, c in another), liaison (three
units). As ties have no direction here, each pair a, c stands both ways, and gatekeeper and representative
are equal; so each is looked at once and counted twice. Totals are compared with those of persons dealt at
random into units of the same sizes. Cost: open two-paths, times permutations for the reference.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.ties.network import Floats, Ints, Network

NAMES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")


@dataclass(frozen=True, slots=True)
class Roles:
    """`person`: people x five roles, counts. `total`: of all; `expected`, `z`: against chance (NaN
    without spread)."""

    person: Ints
    total: Ints
    expected: Floats
    z: Floats


def roles(network: Network, *, rng: np.random.Generator, permutations: int = 200) -> Roles:
    """The roles of every person, each to be shown to that person alone, and their totals against chance.

    Raises:
        ValueError: fewer than 20 permutations.
    """
    if permutations < 20:
        raise ValueError(f"permutations must be 20 or more, not {permutations}.")
    a, b, c = open_paths(network)
    sides = _sides(network.unit, a, b, c)
    counted = np.bincount(b * 4 + sides, minlength=4 * network.people).reshape(network.people, 4)
    person = _both_ways(counted)
    shuffled = (rng.permutation(network.unit) for _ in range(permutations))
    drawn = _both_ways(np.array([np.bincount(_sides(unit, a, b, c), minlength=4) for unit in shuffled]))
    total, expected, spread = person.sum(axis=0), drawn.mean(axis=0), drawn.std(axis=0, ddof=1)
    z = np.divide(total - expected, spread, out=np.full(5, np.nan), where=spread > 0)
    return Roles(person, total, expected, z)


def open_paths(network: Network) -> tuple[Ints, Ints, Ints]:
    """All a, b, c with a < c tied to b and not to each other."""
    pointer = network.adjacent.indptr.astype(np.int64)
    near = network.adjacent.indices.astype(np.int64)
    many = np.diff(pointer)
    b = np.repeat(np.arange(network.people), many**2)
    start = np.repeat(np.cumsum(many**2) - many**2, many**2)
    turn = np.arange(len(b)) - start
    a, c = near[pointer[b] + turn // many[b]], near[pointer[b] + turn % many[b]]
    once = a < c
    a, b, c = a[once], b[once], c[once]
    ties = np.sort(np.repeat(np.arange(network.people), many) * network.people + near)
    key = a * network.people + c
    place = np.searchsorted(ties, key)
    closed = (place < len(ties)) & (ties[np.minimum(place, len(ties) - 1)] == key) if len(ties) else key < 0
    return a[~closed], b[~closed], c[~closed]


def _sides(unit: Ints, a: Ints, b: Ints, c: Ints) -> Ints:
    """For each path who share a unit: all three (0), a and c (1), b and one other (2), nobody (3)."""
    ab, bc, ac = unit[a] == unit[b], unit[b] == unit[c], unit[a] == unit[c]
    return np.asarray(np.where(ab & bc, 0, np.where(ac, 1, np.where(ab | bc, 2, 3))))


def _both_ways(counted: Ints) -> Ints:
    """The five roles of `NAMES` from the four cases, each path standing both ways."""
    return np.asarray(counted[:, [0, 1, 2, 2, 3]] * np.array([2, 2, 1, 1, 2]))
