"""What is found in the votes before anything is counted by group: axes, places, groups, how stable they are.

It is computed in canonical order with fixed dice, and told in the caller's numbers.
"""

from dataclasses import dataclass, replace

import numpy as np

from ledstjarna.engines.opinion.axes import Axes, find_axes
from ledstjarna.engines.opinion.canonical import inverse, reordered
from ledstjarna.engines.opinion.groups import find_groups, well_known
from ledstjarna.engines.opinion.pairs import count_pairs
from ledstjarna.engines.opinion.positions import believed, drawn, places_of
from ledstjarna.engines.opinion.stability import Half, stability
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

SEED = 2035


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture.

    `position`, `position_sd` (people x 2): place on the first two axes for drawing, standard deviation.
    `group` per person: 0 is the largest, -1 has too few votes. Per group: `size`, `stability` (0 to 1).
    `silhouette`: how clearly the groups stand apart, 0 without groups.
    """

    axes: Axes
    position: Floats
    position_sd: Floats
    group: Ints
    size: Ints
    stability: Floats
    silhouette: float


def _found(votes: Votes, *, minimum: int, ballots: int, most: int) -> Picture:
    """The picture of votes in canonical order."""
    rng = np.random.default_rng(SEED)
    middle = votes.people // 2
    halves = tuple(Half(count_pairs(votes, *part), *part) for part in ((0, middle), (middle, votes.people)))
    axes = find_axes(votes, halves[0].pairs.plus(halves[1].pairs), rng)
    places = places_of(votes, axes, count=axes.loading.shape[1])
    position, deviation = drawn(places, axes)
    enough = (votes.cast >= min(ballots, votes.statements)) & (votes.cast > 0)
    firm = believed(places.pull[:, : axes.kept], places.weight[:, : axes.kept, : axes.kept])
    scale = axes.weight[: axes.kept]
    groups = find_groups(firm, scale, enough=enough, minimum=minimum, most=most, rng=rng)
    steady = stability(votes, (halves[0], halves[1]), axes, groups, well_known(firm, enough), rng)
    size = np.bincount(groups.label[enough], minlength=len(steady))
    return Picture(axes, position, deviation, groups.label, size, steady, groups.silhouette)


def _told(picture: Picture, people: Ints, statements: Ints) -> Picture:
    """The picture in the caller's numbers, given the place of each person and statement."""
    axes = picture.axes
    named = replace(
        axes, loading=axes.loading[statements], mean=axes.mean[statements], noise=axes.noise[statements]
    )
    return Picture(
        named,
        picture.position[people],
        picture.position_sd[people],
        picture.group[people],
        picture.size,
        picture.stability,
        picture.silhouette,
    )


def picture_of(votes: Votes, order: tuple[Ints, Ints], *, minimum: int, ballots: int, most: int) -> Picture:
    """The picture, given the canonical order of people and statements."""
    people, statements = order
    found = _found(reordered(votes, people, statements), minimum=minimum, ballots=ballots, most=most)
    return _told(found, inverse(people), inverse(statements))
