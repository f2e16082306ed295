"""Would other people have shown the same groups?

Method: the people are split in two halves, by an order that is as good as chance. Each half finds its own
axes and its own groups, and both place the same sample of people. A group is as stable as it is found
again: the Jaccard overlap with the most similar group of a half, mean over both halves (Hennig 2007).
Above 0.75 a group can be relied on; under 0.5 it is dissolved by half of the people. `bootstrap` asks the
same of hundreds of draws of people, and of every place in the list, for those who can wait for it.
"""

import numpy as np

from ledstjarna.engines.opinion.axes import Axes, axes_of, hollow_spectrum
from ledstjarna.engines.opinion.clusters import kmeans
from ledstjarna.engines.opinion.groups import assigned, shape_of
from ledstjarna.engines.opinion.pairs import Pairs, common_ground
from ledstjarna.engines.opinion.positions import places_of
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints, Votes


def overlaps(label: Ints, other: Ints, groups: int) -> Floats:
    """For each group, the largest Jaccard overlap with any group of the other labelling."""
    width = int(other.max(initial=0)) + 1
    both = np.bincount(label * width + other, minlength=groups * width).reshape(groups, width)
    either = both.sum(axis=1)[:, None] + both.sum(axis=0) - both
    return np.asarray((both / np.maximum(either, 1)).max(axis=1))


def _seen_by(
    pairs: Pairs, learn: Flags, judges: Votes, axes: Axes, groups: int, rng: np.random.Generator
) -> Ints:
    """How people whose pairs these are, and who are the judges to `learn` from, group all judges."""
    if not learn.any():
        return np.zeros(judges.people, dtype=np.int64)
    common = common_ground(pairs)
    own = axes_of(common, hollow_spectrum(common), count=axes.kept, kept=axes.kept, edge=axes.edge)
    places = places_of(judges, own)
    points = places.mean[learn] * own.weight
    return assigned(places, shape_of(points, kmeans(points, groups, rng)), own.weight)


def stability(
    judges: Votes,
    label: Ints,
    half: Flags,
    halves: tuple[Pairs, Pairs],
    axes: Axes,
    groups: int,
    rng: np.random.Generator,
) -> Floats:
    """Between 0 and 1 per group; 1 for a single group.

    `judges`: votes of a sample of people, whose groups are `label`; `half`: who belongs to the second half.
    """
    if groups == 1:
        return np.ones(1)
    learners = (~half, half)
    seen = [
        _seen_by(pairs, learn, judges, axes, groups, rng)
        for pairs, learn in zip(halves, learners, strict=True)
    ]
    return np.asarray(np.mean([overlaps(label, other, groups) for other in seen], axis=0))
