"""Are there groups of opinion, and who belongs to which?

Method: k-means on the places of those whose place is well known, k from 2 to 8 by silhouette. Any cloud
can be cut in pieces, so the silhouette must stand above that of a cloud without groups and with the same
spread; otherwise there is one group. Everyone with enough votes is then placed by the evidence of their
own votes: how likely they are if one stands where the group stands. Groups under the minimum are
dissolved.
Cost: distances between at most `SAMPLE` people, and one small inverse per person.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.clusters import Clusters, distances, kmeans, silhouette
from ledstjarna.engines.opinion.positions import Places, inverses
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints

CANDIDATES = 4000
SAMPLE = 1200
KNOWN = 0.8
"""A place is well known when votes took away this share of what was uncertain, or more than for most."""
ABOVE = 0.02
"""By how much the silhouette must beat clouds without groups, in the mean over `CLOUDS` of them."""
CLOUDS = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """Groups as clouds: `centre` (groups x axes), their common covariance `within`, `share` of people."""

    centre: Floats
    within: Floats
    share: Floats


def candidates(enough: Flags, place: Ints) -> Ints:
    """At most `CANDIDATES` people with `enough` votes, evenly from the canonical order."""
    fit = np.flatnonzero(enough)
    fit = fit[np.argsort(place[fit])]
    return fit[:: -(-len(fit) // CANDIDATES)] if fit.size else fit


def well_known(places: Places) -> Ints:
    """At most `SAMPLE` of these people whose places are known well, spread evenly."""
    known = 1 - np.trace(places.spread, axis1=1, axis2=2) / max(places.mean.shape[1], 1)
    if not known.size:
        return np.zeros(0, dtype=np.int64)
    fit = np.flatnonzero(known >= min(KNOWN, float(np.median(known))))
    return fit[:: -(-len(fit) // SAMPLE)]


def one_group(axes: int) -> Shape:
    """Everyone in one cloud."""
    return Shape(np.zeros((1, axes)), np.eye(axes), np.ones(1))


def _groupless(points: Floats, count: int, rng: np.random.Generator) -> float:
    """The silhouette that k-means reaches on clouds of the same spread without groups."""
    spread = np.atleast_2d(np.cov(points, rowvar=False))
    middle = np.zeros(points.shape[1])
    scores = []
    for _ in range(CLOUDS):
        cloud = rng.multivariate_normal(middle, spread, len(points), method="eigh")
        scores.append(silhouette(distances(cloud), kmeans(cloud, count, rng).label, count))
    return float(np.mean(scores))


def shape_of(points: Floats, found: Clusters) -> Shape:
    """Clusters as clouds."""
    rest = points - found.centre[found.label]
    within = rest.T @ rest / len(points) + 1e-3 * np.eye(points.shape[1])
    size = np.bincount(found.label, minlength=len(found.centre))
    present = size > 0
    return Shape(found.centre[present], within, size[present] / len(points))


def _chosen(points: Floats, most: int, rng: np.random.Generator) -> tuple[Shape, float]:
    """The clusters with the best silhouette, or one group if a groupless cloud does as well."""
    gaps = distances(points)
    tries = {count: kmeans(points, count, rng) for count in range(2, most + 1)}
    score = {count: silhouette(gaps, found.label, count) for count, found in tries.items()}
    best = max(score, key=lambda count: score[count])
    if score[best] < _groupless(points, best, rng) + ABOVE:
        return one_group(points.shape[1]), 0.0
    return shape_of(points, tries[best]), score[best]


def assigned(places: Places, shape: Shape, scale: Floats) -> Ints:
    """The group whose cloud makes each person's votes most likely."""
    precision = np.linalg.inv(shape.within) * np.outer(scale, scale)
    centre = shape.centre / scale
    prior = centre @ precision
    moved = np.einsum("prs,gs->prg", inverses(places.weight + precision), prior)
    gain = np.einsum("pr,prg->pg", places.pull, moved) + np.einsum("gr,prg->pg", prior, moved) / 2
    score = gain - (prior * centre).sum(axis=1) / 2 + np.log(shape.share)
    return np.asarray(score.argmax(axis=1), dtype=np.int64)


def without_smallest(shape: Shape, size: Ints) -> Shape:
    """The shape without its smallest group, whose people join the others."""
    stays = np.arange(len(size)) != size.argmin()
    return Shape(shape.centre[stays], shape.within, shape.share[stays] / shape.share[stays].sum())


def find_shape(points: Floats, *, minimum: int, most: int, rng: np.random.Generator) -> tuple[Shape, float]:
    """Groups among a sample of people (people x axes), and their silhouette: 0 for one group."""
    most = min(most, len(points) // max(minimum, 2))
    if not points.shape[1] or most < 2:
        return one_group(points.shape[1]), 0.0
    return _chosen(points, most, rng)
