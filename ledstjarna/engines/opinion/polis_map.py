"""The map that Polis draws: two axes, places, base clusters and groups (specification: Small et al. 2021).

Missing votes count as the statement's mean, few votes push a person outwards, and groups are found among
at most 100 base clusters. Polis carries clusters over from one update to the next; here each map is the
first one.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.axes import signed
from ledstjarna.engines.opinion.clusters import distances, means, nearest, silhouette
from ledstjarna.engines.opinion.pairs import common_ground, plain_pairs
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

ACTIVE = 7
FILLED = 15
BASES = 100
ROUNDS = 20
STILL = 0.01
MOST = 5


@dataclass(frozen=True, slots=True)
class Map:
    """Axes (statements x 2), places of people and of statements (x 2), and how `extreme` each statement lies.

    `base`: the base cluster of each person, -1 outside; `group` likewise. `silhouette` of the groups.
    """

    axes: Floats
    position: Floats
    statement_position: Floats
    extremity: Floats
    base: Ints
    base_position: Floats
    group: Ints
    groups: int
    silhouette: float


def principal_axes(votes: Votes) -> tuple[Floats, Floats]:
    """Mean of each statement and the two principal axes (statements x 2) of the imputed, centred matrix."""
    common = common_ground(plain_pairs(votes))
    _, vector = np.linalg.eigh(common.moment)
    axes = np.zeros((votes.statements, 2))
    found = vector[:, ::-1][:, :2]
    axes[:, : found.shape[1]] = found
    return common.mean, signed(axes)


def participants(votes: Votes) -> Ints:
    """Those who voted enough; if they are too few, the most active fill up."""
    cast = votes.cast
    enough = np.flatnonzero((cast >= min(ACTIVE, votes.statements)) & (cast > 0))
    if len(enough) >= FILLED:
        return enough
    active = np.argsort(-cast, kind="stable")[:FILLED]
    return np.union1d(enough, active[cast[active] > 0])


def _distinct(points: Floats, count: int) -> Floats:
    """The first different points, in their order."""
    _, first = np.unique(points, axis=0, return_index=True)
    return points[np.sort(first)[:count]]


def _clustered(points: Floats, count: int, weight: Floats | None = None) -> tuple[Floats, Ints]:
    """Centres and labels of k-means started at the first distinct points; empty clusters are dropped."""
    centres = _distinct(points, count)
    label = nearest(points, centres)
    for _ in range(ROUNDS):
        moved = means(points, label, centres, weight)
        still = np.abs(moved - centres).max() < STILL
        centres, label = moved, nearest(points, moved)
        if still:
            break
    present, label = np.unique(label, return_inverse=True)
    return centres[present], label.astype(np.int64)


def _grouped(bases: Floats, weight: Floats, groups: int | None) -> tuple[Ints, float]:
    """The grouping of base clusters with the best silhouette, and that silhouette."""
    choices = [groups] if groups else range(2, min(MOST, 2 + len(bases) // 12) + 1)
    tries = [_clustered(bases, count, weight)[1] for count in choices]
    gaps = distances(bases)
    scores = [silhouette(gaps, label, int(label.max()) + 1) for label in tries]
    best = int(np.argmax(scores))
    return tries[best], scores[best]


def draw_map(votes: Votes, groups: int | None) -> Map:
    """The map with a given number of groups, or with as many as the silhouette prefers."""
    mean, axes = principal_axes(votes)
    centred = votes.value - mean[votes.statement]
    stretch = np.sqrt(votes.statements / np.maximum(votes.cast, 1))
    position = np.asarray(votes.sparse(centred) @ axes) * stretch[:, None]
    statement_position = np.sqrt(votes.statements) * (1 - mean)[:, None] * axes
    extremity = np.sqrt((statement_position**2).sum(axis=1))
    base, group = np.full(votes.people, -1), np.full(votes.people, -1)
    inside = participants(votes)
    if not inside.size:
        return Map(axes, position, statement_position, extremity, base, np.zeros((0, 2)), group, 0, 0.0)
    bases, base[inside] = _clustered(position[inside], BASES)
    weight = np.bincount(base[inside]).astype(np.float64)
    label, score = _grouped(bases, weight, groups)
    group[inside] = label[base[inside]]
    return Map(axes, position, statement_position, extremity, base, bases, group, int(label.max()) + 1, score)
