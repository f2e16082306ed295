"""Where does each person stand on the axes, and how surely do we know?

Method: probabilistic principal components with missing votes (Tipping and Bishop 1999). A vote is the
statement's mean, plus its loadings times the person's place, plus noise; places are standard normal
beforehand. So a person with few votes is drawn to the middle, with a wide uncertainty, not flung
outwards.
Cost: two sparse products, and one small inverse per person.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.axes import Axes
from ledstjarna.engines.opinion.votes import Floats, Votes


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


def _unfolded(flat: Floats, count: int) -> Floats:
    """Symmetric matrices from their upper triangles."""
    row, column = np.triu_indices(count)
    made = np.empty((len(flat), count, count))
    made[:, row, column] = flat
    made[:, column, row] = flat
    return made


def believed(pull: Floats, weight: Floats) -> Places:
    """Places after the evidence `pull` and `weight`."""
    spread = np.asarray(np.linalg.inv(weight + np.eye(pull.shape[1])), dtype=np.float64)
    return Places(pull, weight, np.einsum("prs,ps->pr", spread, pull), spread)


def places_of(votes: Votes, axes: Axes, *, count: int) -> Places:
    """Everyone's place on the first `count` axes."""
    loading = axes.loading[:, :count]
    scaled = loading / axes.noise[:, None]
    row, column = np.triu_indices(count)
    features = scaled[:, row] * loading[:, column]
    centred = votes.value - axes.mean[votes.statement]
    pull = np.asarray(votes.sparse(centred) @ scaled)
    weight = _unfolded(np.asarray(votes.sparse(np.ones(votes.total)) @ features), count)
    return believed(pull, weight)


def drawn(places: Places, axes: Axes) -> tuple[Floats, Floats]:
    """Place and standard deviation on the first two axes (people x 2), scaled by their weight for drawing.

    Axes that do not exist are 0.
    """
    found = min(2, places.mean.shape[1])
    scale = axes.weight[:found]
    position, deviation = np.zeros((len(places.mean), 2)), np.zeros((len(places.mean), 2))
    position[:, :found] = places.mean[:, :found] * scale
    spread = places.spread[:, np.arange(found), np.arange(found)]
    deviation[:, :found] = np.sqrt(spread) * scale
    return position, deviation
