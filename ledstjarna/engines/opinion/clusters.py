"""Clusters of points: k-means (Lloyd 1982, seeded as by Arthur and Vassilvitskii 2007) and silhouettes."""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.votes import Floats, Ints

STARTS = 4
ROUNDS = 25


@dataclass(frozen=True, slots=True)
class Clusters:
    """`centre` (clusters x axes), `label` of each point, and the summed squared distance to the centres."""

    centre: Floats
    label: Ints
    cost: float


def squared_distances(points: Floats, centres: Floats) -> Floats:
    """Points x centres."""
    cross = points @ centres.T
    squares = (points**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1) - 2 * cross
    return np.asarray(np.maximum(squares, 0))


def nearest(points: Floats, centres: Floats) -> Ints:
    """The nearest centre of each point; the first of equals."""
    return np.asarray(((centres**2).sum(axis=1) - 2 * (points @ centres.T)).argmin(axis=1), dtype=np.int64)


def means(points: Floats, label: Ints, centres: Floats, weight: Floats | None = None) -> Floats:
    """The (weighted) mean of each cluster's points; an empty cluster keeps its centre."""
    size = np.bincount(label, weights=weight, minlength=len(centres))
    lifted = points if weight is None else points * weight[:, None]
    sums = np.stack([np.bincount(label, weights=axis, minlength=len(centres)) for axis in lifted.T], axis=1)
    return np.where(size[:, None] > 0, sums / np.where(size > 0, size, 1)[:, None], centres)


def _seeds(points: Floats, count: int, rng: np.random.Generator) -> Floats:
    """Points far from one another: each next one drawn by its squared distance to those drawn before."""
    chosen = [int(rng.integers(len(points)))]
    gap = squared_distances(points, points[chosen])[:, 0]
    while len(chosen) < count:
        reach = gap.cumsum()
        place = int(np.searchsorted(reach, rng.random() * reach[-1], side="right"))
        chosen.append(min(place, len(points) - 1))
        gap = np.minimum(gap, squared_distances(points, points[chosen[-1:]])[:, 0])
    return points[chosen]


def _settled(points: Floats, centres: Floats) -> Clusters:
    """Lloyd's rounds from the given centres."""
    label = nearest(points, centres)
    for _ in range(ROUNDS):
        centres = means(points, label, centres)
        moved = nearest(points, centres)
        if np.array_equal(moved, label):
            break
        label = moved
    return Clusters(centres, label, float(((points - centres[label]) ** 2).sum()))


def kmeans(points: Floats, count: int, rng: np.random.Generator) -> Clusters:
    """The best of a few runs into at most `count` clusters."""
    runs = [_settled(points, _seeds(points, count, rng)) for _ in range(STARTS)]
    return min(runs, key=lambda run: run.cost)


def distances(points: Floats) -> Floats:
    """Between each two points."""
    return np.sqrt(squared_distances(points, points))


def silhouette(gaps: Floats, label: Ints, count: int) -> float:
    """Mean silhouette (Rousseeuw 1987) of points whose distances are known; a cluster of one counts 0."""
    member = np.zeros((len(label), count))
    member[np.arange(len(label)), label] = 1
    size = member.sum(axis=0)
    if (size > 0).sum() < 2:
        return 0.0
    summed = gaps @ member
    place = np.arange(len(label))
    own = summed[place, label] / np.maximum(size[label] - 1, 1)
    away = np.where(size > 0, summed / np.maximum(size, 1), np.inf)
    away[place, label] = np.inf
    near = away.min(axis=1)
    widest = np.maximum(near, own)
    score = np.where((size[label] > 1) & (widest > 0), (near - own) / np.where(widest > 0, widest, 1), 0.0)
    return float(score.mean())
