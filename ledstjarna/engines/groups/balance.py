"""Are groups alike in what people bring? Traits as whole numbers, so that sums are exact on any machine.

Each trait is measured from its mean in standard deviations. The imbalance of a group of s people is the
squared length of the sum of their traits, divided by s (so that groups of different sizes can be compared,
and no size is drawn to its bounds). In a random plan it is about 1 per group and trait.
"""

import math

import numpy as np

from ledstjarna.engines.groups.people import Floats, Ints

UNIT = 1 << 8
"""Steps per standard deviation."""


def steps(traits: Floats) -> Ints:
    """People x traits in whole steps; a trait in which nobody differs becomes zero."""
    found = np.zeros(traits.shape, dtype=np.int64)
    for column, values in enumerate(traits.T):
        rest = values - math.fsum(values) / len(values)
        spread = math.sqrt(math.fsum(rest**2) / len(rest))
        if spread > 1e-12 * max(1.0, float(np.abs(values).max())):
            found[:, column] = np.rint(np.clip(rest / spread, -32, 32) * UNIT)
    return found


def gram(traits: Ints) -> Ints:
    """Products of each two people's traits; exact, as they stay far below 2^53."""
    real = traits.astype(np.float64)
    return np.asarray(real @ real.T).astype(np.int64)


def imbalance(traits: Ints, groups: list[Ints]) -> float:
    """The imbalance of groups of people, in squared standard deviations, summed over groups and traits."""
    total = math.fsum(float((traits[group].sum(axis=0) ** 2).sum()) / max(len(group), 1) for group in groups)
    return total / UNIT**2


def from_categories(labels: Ints) -> Floats:
    """A category as one column of 0 and 1 per label, so that it can be balanced like a number."""
    return np.asarray(labels[:, None] == np.unique(labels), dtype=np.float64)
