"""What pairs of statements have in common, counted exactly, and how much of it noise would bring.

Sums of products of 1, 0 and -1 are whole numbers and exact in 32-bit floats within a block of people, so
these counts are the same to the bit in any order and can be added: all people are the sum of any parts.
For noise, each vote, less its statement's mean, turns its sign by lot: whatever people had in common is
gone, and how much they vary is kept (Hong, Sheng and Dobriban 2020). Means are told in sixteenths there,
so that these sums are exact as well. The lots hang on a person's and a statement's canonical places alone.
Cost: two to five products of matrices people x statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines.opinion.canonical import mixed
from ledstjarna.engines.opinion.parts import parted
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints, Votes

DOUBT = 10.0
"""Imagined people who voted on both statements of a pair without any connection: shrinks rare pairs."""
STEPS = 16
"""Means are told in so many parts of one where they need not be exact."""

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


@dataclass(frozen=True, slots=True)
class Counting:
    """How to count: `column` and `mean` of each statement, and how often noise is drawn."""

    column: Ints
    mean: Floats
    draws: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Pair counts of either half, and the summed products of votes with turned signs, one table a draw."""

    halves: tuple[Pairs, Pairs]
    noise: Floats

    @property
    def whole(self) -> Pairs:
        """Pair counts of everybody."""
        return self.halves[0].plus(self.halves[1])

    def plus(self, other: "Counted") -> "Counted":
        """The counts of two sets of people together."""
        halves = self.halves[0].plus(other.halves[0]), self.halves[1].plus(other.halves[1])
        return Counted(halves, self.noise + other.noise)


def nothing(statements: int) -> Pairs:
    """No people yet."""
    return Pairs(*(np.zeros((statements, statements)) for _ in range(3)))


def _turns(person: Ints, column: Ints, words: int, draw: int) -> Block:
    """1 or -1 by lot for each vote, whose person and column are given: a bit of one number per 64 columns."""
    key = (person.astype(np.uint64) * np.uint64(words) + (column >> 6).astype(np.uint64)) << np.uint64(8)
    bit = (mixed(key + np.uint64(draw)) >> (column & 63).astype(np.uint64)) & np.uint64(1)
    return bit.astype(np.float32) * 2 - 1


def _pairs(said: Block, seen: Block) -> Pairs:
    counted = (seen.T @ seen, said.T @ said, said.T @ seen)
    return Pairs(*(table.astype(np.float64) for table in counted))


def _filled(shape: tuple[int, int], spot: Ints, data: NDArray[np.generic] | int) -> Block:
    """A dense block with data where there is a vote, 0 elsewhere."""
    dense = np.zeros(shape, dtype=np.float32)
    dense.ravel()[spot] = data
    return dense


def _noise(votes: Votes, person: Ints, column: Ints, spot: Ints, counting: Counting) -> Iterator[Floats]:
    rough = (np.rint(counting.mean * STEPS) / STEPS).astype(np.float32)
    centred = votes.value - rough[votes.statement]
    words = (votes.statements + 63) // 64
    for draw in range(counting.draws):
        turned = centred * _turns(person, column, words, draw)
        dense = _filled((votes.people, votes.statements), spot, turned)
        yield (dense.T @ dense).astype(np.float64)


def _block(counting: Counting, votes: Votes, person: Ints, half: Flags) -> Counted:
    """Counts of a block of people who are few enough for exact sums."""
    row, column = votes.person, counting.column[votes.statement]
    spot = row * votes.statements + column
    shape = (votes.people, votes.statements)
    said, seen = _filled(shape, spot, votes.value), _filled(shape, spot, 1)
    halves = _pairs(said[~half], seen[~half]), _pairs(said[half], seen[half])
    noise = np.zeros((counting.draws, votes.statements, votes.statements))
    for draw, drawn in enumerate(_noise(votes, person[row], column, spot, counting)):
        noise[draw] = drawn
    return Counted(halves, noise)


def count_pairs(counting: Counting, votes: Votes, person: Ints, half: Flags) -> Counted:
    """Counts of a part of any size; `person`: canonical places, `half`: who belongs to the second half."""
    empty = Pairs(*(np.zeros((votes.statements, votes.statements)) for _ in range(3)))
    whole = Counted((empty, empty), np.zeros((counting.draws, votes.statements, votes.statements)))
    blocks = parted(votes).each(partial(_block, counting), person, half)
    return reduce(Counted.plus, blocks, whole)


def plain_pairs(votes: Votes) -> Pairs:
    """Counts of all people together, in the columns they have."""
    nobody = np.zeros(votes.people, dtype=np.int64)
    counting = Counting(np.arange(votes.statements), np.zeros(votes.statements), 0)
    return count_pairs(counting, votes, nobody, nobody > 0).halves[0]


def common_ground(pairs: Pairs) -> Common:
    """Means, variances and pairwise-complete covariances; a statement nobody voted on has 0 in all."""
    voters = np.maximum(np.diag(pairs.together), 1)
    mean = np.diag(pairs.first) / voters
    lifted = pairs.first * mean
    moment = pairs.product - lifted - lifted.T + np.outer(mean, mean) * pairs.together
    return Common(moment, moment / (pairs.together + DOUBT), mean, np.maximum(np.diag(moment) / voters, 0))


def noise_edge(counted: Counted) -> float:
    """The largest eigenvalue of the covariances that noise made, without their diagonals."""
    together = counted.whole.together + DOUBT
    edge = 0.0
    for noise in counted.noise:
        moment = noise / together
        np.fill_diagonal(moment, 0)
        edge = float(np.linalg.eigvalsh(moment).max(initial=edge))
    return edge
