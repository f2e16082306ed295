"""How freely can a person move between others who do not know each other? For the person alone.

Definitions (Burt 1992): with p_ij the share of i's ties that goes to j, constraint is the sum over i's
contacts j of (p_ij + sum_q p_iq p_qj)²; effective size is the number of contacts less how much each of
them is tied to the others; efficiency is effective size over contacts; hierarchy is how unevenly
constraint is spread over contacts (Coleman-Theil), 0 for evenly and 1 for all in one. Betweenness as
Brandes (2001), shortest paths without weights. Cost: sparse products; betweenness people x ties.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ledstjarna.engines.ties.between import betweenness
from ledstjarna.engines.ties.network import Floats, Network


@dataclass(frozen=True, slots=True)
class Brokerage:
    """Per person; NaN for a person without ties (and hierarchy, which takes two contacts, with fewer)."""

    constraint: Floats
    effective: Floats
    efficiency: Floats
    hierarchy: Floats
    betweenness: Floats


def brokerage(network: Network, *, between: bool = True) -> Brokerage:
    """The brokerage of every person, each to be shown to that person alone.

    Args:
        network: of ties.
        between: whether betweenness is worked out, which takes longest; it is NaN where not.
    """
    ties = network.adjacent
    many = np.diff(ties.indptr).astype(np.float64)
    some = many > 0
    total = np.asarray(ties.sum(axis=1)).ravel()
    share = sparse.diags_array(np.divide(1.0, total, out=np.zeros_like(total), where=some)) @ ties
    pattern = ties.astype(bool).astype(np.float64)
    part = (share + (share @ share).multiply(pattern)).multiply(pattern).tocsr()
    part.data **= 2
    constraint = np.asarray(part.sum(axis=1)).ravel()
    effective = many - _redundant(ties, share.tocsr(), pattern)
    return Brokerage(
        constraint=np.where(some, constraint, np.nan),
        effective=np.where(some, effective, np.nan),
        efficiency=np.divide(effective, many, out=np.full(network.people, np.nan), where=some),
        hierarchy=_hierarchy(part, constraint, many),
        betweenness=betweenness(network) if between else np.full(network.people, np.nan),
    )


def _redundant(ties: sparse.csr_array, share: sparse.csr_array, pattern: sparse.csr_array) -> Floats:
    """How much of a person's contacts is tied to other contacts of theirs."""
    strongest = np.asarray(ties.max(axis=1).todense()).ravel()
    inverse = np.divide(1.0, strongest, out=np.zeros_like(strongest), where=strongest > 0)
    marginal = sparse.diags_array(inverse) @ ties
    among = pattern @ marginal  # the sum over contacts j of what j has with q
    found: Floats = np.asarray(among.multiply(share).sum(axis=1)).ravel()
    return found


def _hierarchy(part: sparse.csr_array, constraint: Floats, many: Floats) -> Floats:
    row = np.repeat(np.arange(len(many)), np.diff(part.indptr))
    mean = constraint / np.maximum(many, 1)
    quotient = part.data / mean[row]
    sums = np.bincount(row, quotient * np.log(quotient), minlength=len(many))
    several = many > 1
    scale = np.where(several, many, 2)
    return np.where(several, sums / (scale * np.log(scale)), np.nan)
