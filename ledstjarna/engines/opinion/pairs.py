"""What pairs of statements have in common, counted exactly, and how much of it noise would bring.

Sums of products of 1, 0 and -1 are whole numbers and exact in 32-bit floats within a block of people, so
these counts are the same to the bit in any order and can be added: all people are the sum of any parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.opinion.votes import Floats, Votes

BLOCK = 4096
"""People counted at a time: few enough for the cache, far below the 2**24 that floats count exactly."""

DOUBT = 10.0
"""Imagined people who voted on both statements of a pair without any connection: shrinks rare pairs."""

Block = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Whole numbers, statements x statements, over the people who voted on both statements j and k.

    `together` counts them, `product` sums the product of their two votes, `first` their votes on j.
    """

    together: Floats
    product: Floats
    first: Floats

    def plus(self, other: "Pairs") -> "Pairs":
        """The counts of two sets of people together."""
        return Pairs(self.together + other.together, self.product + other.product, self.first + other.first)


@dataclass(frozen=True, slots=True)
class Common:
    """Covariance of each two statements among those who voted on both (shrunk), means and variances.

    `moment`: the summed products of centred votes that the covariance is made of.
    """

    moment: Floats
    covariance: Floats
    mean: Floats
    variance: Floats


def _blocks(votes: Votes, data: NDArray[np.generic], low: int, high: int) -> Iterator[Block]:
    """The people from `low` up to `high` as dense rows, `BLOCK` at a time, 0 where there is no vote."""
    for begin in range(low, high, BLOCK):
        end = min(begin + BLOCK, high)
        part = slice(int(votes.start[begin]), int(votes.start[end]))
        row = np.repeat(np.arange(end - begin), votes.cast[begin:end])
        dense = np.zeros((end - begin, votes.statements), dtype=np.float32)
        dense[row, votes.statement[part]] = data[part]
        yield dense


def count_pairs(votes: Votes, low: int, high: int) -> Pairs:
    """Pair counts of the people from `low` up to `high`."""
    shape = (votes.statements, votes.statements)
    together, product, first = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    ones = np.ones(votes.total, dtype=np.float32)
    blocks = zip(_blocks(votes, votes.value, low, high), _blocks(votes, ones, low, high), strict=True)
    for said, seen in blocks:
        together += seen.T @ seen
        product += said.T @ said
        first += said.T @ seen
    return Pairs(together, product, first)


def common_ground(pairs: Pairs) -> Common:
    """Means, variances and pairwise-complete covariances; a statement nobody voted on has 0 in all."""
    voters = np.maximum(np.diag(pairs.together), 1)
    mean = np.diag(pairs.first) / voters
    lifted = pairs.first * mean
    moment = pairs.product - lifted - lifted.T + np.outer(mean, mean) * pairs.together
    return Common(moment, moment / (pairs.together + DOUBT), mean, np.maximum(np.diag(moment) / voters, 0))


def _redrawn(votes: Votes, agree: Floats, reject: Floats, rng: np.random.Generator) -> NDArray[np.float32]:
    """Each vote drawn anew from its statement's shares, centred: what people without a pattern would say."""
    dice = rng.random(votes.total, dtype=np.float32)
    mean = (agree - reject).astype(np.float32)[votes.statement]
    yes, no = agree.astype(np.float32)[votes.statement], (1 - reject).astype(np.float32)[votes.statement]
    return (dice < yes).astype(np.float32) - (dice >= no) - mean


def noise_edge(votes: Votes, pairs: Pairs, *, draws: int, rng: np.random.Generator) -> float:
    """The largest eigenvalue of `draws` covariances of redrawn votes, without their diagonals."""
    voters = np.maximum(np.diag(pairs.together), 1)
    turnout, net = np.diag(pairs.product), np.diag(pairs.first)
    agree, reject = (turnout + net) / 2 / voters, (turnout - net) / 2 / voters
    edge = 0.0
    for _ in range(draws):
        data = _redrawn(votes, agree, reject, rng)
        moment = np.zeros_like(pairs.together)
        for block in _blocks(votes, data, 0, votes.people):
            moment += block.T @ block
        moment /= pairs.together + DOUBT
        np.fill_diagonal(moment, 0)
        edge = float(np.linalg.eigvalsh(moment).max(initial=edge))
    return edge
