"""Where does each person stand on the axes, given the few statements they voted on?

Method: the posterior of a person's place when a vote is the statement's mean plus loadings times place plus
noise, and places are standard normal (probabilistic principal components, Tipping and Bishop 1999, on the
votes cast; nothing is made up for the missing ones). Few votes: near the middle, with a wide spread.
What the votes say is summed in whole numbers (steps of 2**-32), so that no order of votes, people or parts
can change a bit of it.
Cost: one pass over the votes, and a small inverse per person.
"""

from dataclasses import dataclass
from math import atan2, degrees, sqrt

import numpy as np
from scipy.special import chdtri

from ledstjarna.engines.opinion._kernels import sums
from ledstjarna.engines.opinion.axes import Axes
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

STEP = 2.0**-32


@dataclass(frozen=True, slots=True)
class Places:
    """What the votes say of each person's place, unit: standard deviations along each axis.

    `pull` (people x axes) and `weight` (people x axes x axes) are the votes' evidence: precision times
    place, and precision. `mean` and `spread` are the place and its covariance after the evidence.
    """

    pull: Floats
    weight: Floats
    mean: Floats
    spread: Floats

    def on(self, count: int) -> "Places":
        """The places on the first `count` axes alone."""
        return believed(self.pull[:, :count], self.weight[:, :count, :count])

    def of(self, people: Ints) -> "Places":
        """The places of these people alone."""
        return Places(self.pull[people], self.weight[people], self.mean[people], self.spread[people])


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Where somebody stands with a given probability: half axes `long` and `short`, `turn` in degrees.

    `turn`: of the long axis, against the first axis, from -90 to 90.
    """

    long: float
    short: float
    turn: float


def _unfolded(flat: Floats, count: int) -> Floats:
    """Symmetric matrices from their upper triangles."""
    row, column = np.triu_indices(count)
    made = np.empty((len(flat), count, count))
    made[:, row, column] = flat
    made[:, column, row] = flat
    return made


def inverses(matrices: Floats) -> Floats:
    """The inverse of each positive definite matrix (people x axes x axes), by Gauss and Jordan's sweeps.

    All people are swept at once: far quicker than one small inverse after another.
    """
    made = np.ascontiguousarray(np.moveaxis(matrices, 0, -1))
    for axis in range(len(made)):
        pivot = 1 / made[axis, axis]
        row = made[axis] * pivot
        column = made[:, axis].copy()
        made -= column[:, None] * row[None]
        made[axis] = row
        made[:, axis] = -column * pivot
        made[axis, axis] = pivot
    return np.ascontiguousarray(np.moveaxis(made, -1, 0))


def believed(pull: Floats, weight: Floats) -> Places:
    """Places after the evidence `pull` and `weight`."""
    spread = inverses(weight + np.eye(pull.shape[1]))
    return Places(pull, weight, np.einsum("prs,ps->pr", spread, pull), spread)


def _steps(numbers: Floats) -> Ints:
    return np.rint(numbers / STEP).astype(np.int64)


def places_of(votes: Votes, axes: Axes) -> Places:
    """Everyone's place on all axes; votes and axes in the same numbers of statements."""
    count = axes.loading.shape[1]
    scaled = axes.loading / axes.noise[:, None]
    row, column = np.triu_indices(count)
    lifted, features = axes.mean[:, None] * scaled, scaled[:, row] * axes.loading[:, column]
    summed = np.asarray(
        sums(votes, _steps(scaled), _steps(np.hstack([-lifted, features]))) * STEP, np.float64
    )
    return believed(summed[:, :count], _unfolded(summed[:, count:], count))


def drawn(places: Places, axes: Axes) -> tuple[Floats, Floats]:
    """Place (people x 2) and its covariance (people x 2 x 2), scaled by the axes' weight for drawing.

    Axes that do not exist are 0.
    """
    found = min(2, places.mean.shape[1])
    scale = axes.weight[:found]
    position, spread = np.zeros((len(places.mean), 2)), np.zeros((len(places.mean), 2, 2))
    position[:, :found] = places.mean[:, :found] * scale
    spread[:, :found, :found] = places.spread[:, :found, :found] * np.outer(scale, scale)
    return position, spread


def ellipse(spread: Floats, level: float = 0.9) -> Ellipse:
    """The ellipse that holds a normal place of covariance `spread` (2 x 2) with probability `level`.

    ValueError for a level outside 0 to 1.
    """
    if not 0 < level < 1:
        raise ValueError("level must lie between 0 and 1")
    value, vector = np.linalg.eigh(spread)
    short, long = (sqrt(max(float(one), 0.0) * float(chdtri(2, 1 - level))) for one in value)
    turn = degrees(atan2(float(vector[1, 1]), float(vector[0, 1])))
    return Ellipse(long, short, (turn + 90) % 180 - 90)
