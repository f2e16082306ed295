"""Would other people have shown the same groups?

Method: the people are split in two halves, by an order that is as good as chance. Each half finds its own
axes and its own groups, and both place the same sample of people. A group is as stable as it is found
again: the Jaccard overlap with the most similar group of a half, mean over both halves (Hennig 2007).
Above 0.75 a group can be relied on; under 0.5 it is dissolved by half of the people.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.axes import Axes, axes_of, hollow_spectrum
from ledstjarna.engines.opinion.clusters import kmeans
from ledstjarna.engines.opinion.groups import Groups, assigned, shape_of
from ledstjarna.engines.opinion.pairs import Pairs, common_ground
from ledstjarna.engines.opinion.positions import places_of
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes


@dataclass(frozen=True, slots=True)
class Half:
    """One half's view: the pair counts of its people, and which of all people they are."""

    pairs: Pairs
    low: int
    high: int


def rows(votes: Votes, chosen: Ints) -> Votes:
    """The votes of the chosen people alone, numbered anew."""
    cast = votes.cast[chosen]
    start = np.concatenate(([0], cast.cumsum()))
    place = np.repeat(votes.start[chosen] - start[:-1], cast) + np.arange(start[-1])
    return Votes(len(chosen), votes.statements, start, votes.statement[place], votes.value[place])


def overlaps(label: Ints, other: Ints, groups: int) -> Floats:
    """For each group, the largest Jaccard overlap with any group of the other labelling."""
    width = int(other.max(initial=0)) + 1
    both = np.bincount(label * width + other, minlength=groups * width).reshape(groups, width)
    either = both.sum(axis=1)[:, None] + both.sum(axis=0) - both
    return np.asarray((both / np.maximum(either, 1)).max(axis=1))


def _seen_by(
    half: Half, votes: Votes, judges: Ints, axes: Axes, groups: int, rng: np.random.Generator
) -> Ints:
    """How one half alone groups the judges (canonical numbers of people, of either half)."""
    common = common_ground(half.pairs)
    own = axes_of(common, hollow_spectrum(common), count=axes.kept, kept=axes.kept, edge=axes.edge)
    places = places_of(rows(votes, judges), own, count=own.kept)
    learn = np.flatnonzero((judges >= half.low) & (judges < half.high))
    if not learn.size:
        return np.zeros(len(judges), dtype=np.int64)
    points = places.mean[learn] * own.weight
    return assigned(places, shape_of(points, kmeans(points, groups, rng)), own.weight)


def stability(
    votes: Votes, halves: tuple[Half, Half], axes: Axes, found: Groups, judges: Ints, rng: np.random.Generator
) -> Floats:
    """Between 0 and 1 per group; 1 for a single group."""
    groups = len(found.shape.share)
    if groups == 1:
        return np.ones(1)
    seen = [_seen_by(half, votes, judges, axes, groups, rng) for half in halves]
    return np.asarray(np.mean([overlaps(found.label[judges], label, groups) for label in seen], axis=0))
