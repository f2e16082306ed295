"""Which two units would gain most if two of their people met?

Definition: a tie between persons i and j of different units brings each of them within two steps of the
other's contacts; its gain is how many pairs of persons of different units come within two steps that were
not. The gain of a pair of units is its mean over all pairs of their members, so no person is pointed out.
Cost: people² for the reach, people x ties for the gains.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ledstjarna.engines.ties.network import Floats, Ints, Network

LARGEST = 6000  # people; reach is a table of people x people


@dataclass(frozen=True, slots=True)
class Introductions:
    """Pairs of units, the greatest gain first.

    `first`, `second`: places in the network's units; `gain`: new pairs within two steps by one introduction;
    `ties`: the weight of ties between them, `expected`: what chance would give.
    """

    first: Ints
    second: Ints
    gain: Floats
    ties: Floats
    expected: Floats


def introductions(network: Network) -> Introductions:
    """The gain of introducing a person of one unit to one of another; the pool of small units is left out.

    Raises:
        ValueError: more people than a table of pairs can hold.
    """
    if network.people > LARGEST:
        raise ValueError(f"Introductions are worked out for at most {LARGEST} people, not {network.people}.")
    units = len(network.sizes) - network.pooled
    member = np.zeros((network.people, len(network.sizes)))
    member[np.arange(network.people), network.unit] = 1
    whole = member.T @ gains(network) @ member
    seen = member.T @ (network.adjacent @ member)
    strength = seen.sum(axis=1)
    wanted = np.outer(strength, strength) / max(strength.sum(), 1e-300)
    a, b = np.triu_indices(units, k=1)
    gain = whole[a, b] / (network.sizes[a] * network.sizes[b])
    order = np.lexsort((b, a, -gain))
    a, b = a[order], b[order]
    return Introductions(a, b, gain[order], seen[a, b], wanted[a, b])


def gains(network: Network) -> Floats:
    """People x people: new pairs of different units within two steps, if the two were tied; 0 if they are."""
    ties = network.adjacent.astype(bool).astype(np.float64)
    near = (ties @ ties + ties + sparse.eye_array(network.people)).toarray() > 0
    across = network.unit[:, None] != network.unit
    lacking = (~near & across).astype(np.float64)
    reached = (ties @ lacking.T).T  # for i, j: contacts of j that i does not reach yet
    found: Floats = reached + reached.T + lacking
    found[ties.nonzero()] = 0.0
    np.fill_diagonal(found, 0.0)
    return found
