"""What do all the votes say together: axes, places, groups, what unites and what divides.

Everything found in the votes is computed in canonical order and told in the caller's numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.opinion.axes import Axes, find_axes
from ledstjarna.engines.opinion.canonical import canonical_order, inverse, reordered
from ledstjarna.engines.opinion.character import Trait, traits
from ledstjarna.engines.opinion.counts import Bounds, Counts, bounds_of, count_votes
from ledstjarna.engines.opinion.groups import find_groups, well_known
from ledstjarna.engines.opinion.pairs import count_pairs
from ledstjarna.engines.opinion.positions import believed, drawn, places_of
from ledstjarna.engines.opinion.ranking import (
    Divided,
    United,
    Unknown,
    divides,
    rejects,
    stacked,
    unites,
    unknown,
)
from ledstjarna.engines.opinion.stability import Half, stability
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

FOUND = "opinion"
"""The name of the partition that was found, among those that were given."""
SEED = 2035
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Picture:
    """What was found in the votes, before anything is counted by group.

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


@dataclass(frozen=True, slots=True)
class Opinion:
    """The whole answer. What was found is as in `Picture`.

    `counts`, `bounds`: by partition, groups x statements; the found groups are the partition "opinion".
    `everyone`: counts of all people as one group.
    `unites`, `rejects`, `divides`: full rankings of the known statements; `unknown`: the others.
    """

    people: int
    statements: int
    axes: Axes
    position: Floats
    position_sd: Floats
    group: Ints
    size: Ints
    stability: Floats
    silhouette: float
    counts: Mapping[str, Counts]
    bounds: Mapping[str, Bounds]
    everyone: Counts
    unites: tuple[United, ...]
    rejects: tuple[United, ...]
    divides: tuple[Divided, ...]
    unknown: tuple[Unknown, ...]

    @property
    def groups(self) -> int:
        """Number of opinion groups; 1 means that no groups stand apart."""
        return len(self.size)

    def characteristic(self, group: int, partition: str = FOUND) -> tuple[Trait, ...]:
        """What distinguishes a group of a partition, most certain first."""
        return traits(self.counts[partition], group)


def _coded(name: str, codes: ArrayLike, people: int) -> Ints:
    given = np.asarray(codes)
    if name == FOUND:
        raise ValueError(f"the name {FOUND!r} is kept for the groups that are found")
    if given.shape != (people,) or (given.size and given.dtype.kind not in "iu"):
        raise ValueError(f"partition {name!r} must be one whole number per person")
    return np.maximum(given.astype(np.int64), -1)


def _weight(axes: Axes, count: int) -> Floats:
    return np.asarray(np.maximum(np.sqrt((axes.loading[:, :count] ** 2).sum(axis=0)), 1e-9))


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
    groups = find_groups(firm, _weight(axes, axes.kept), enough=enough, minimum=minimum, most=most, rng=rng)
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


def _counted(votes: Votes, codes: Mapping[str, Ints], groups: int) -> dict[str, Counts]:
    """Counts of every partition; one without any members is left out."""
    sizes = {name: int(code.max(initial=-1)) + 1 for name, code in codes.items()} | {FOUND: groups}
    return {name: count_votes(votes, codes[name], size) for name, size in sizes.items() if size}


def analyse(
    votes: Votes,
    *,
    partitions: Mapping[str, ArrayLike] | None = None,
    minimum: int = 7,
    ballots: int = 7,
    enough: int = 30,
    most: int = MOST_GROUPS,
) -> Opinion:
    """Everything the votes say.

    `partitions`: for each name a group number per person, negative for those outside.
    `minimum`: people in the smallest group formed, and votes from which a group is heard on a statement.
    `ballots`: votes a person needs to be placed in a group (or all statements, where there are fewer).
    `enough`: votes a statement needs to be ranked (or one per person, where there are fewer people).
    `most`: groups at most. ValueError for partitions that do not fit, or limits under 1.
    """
    if min(minimum, ballots, enough, most) < 1:
        raise ValueError("minimum, ballots, enough and most must be at least 1")
    codes = {name: _coded(name, given, votes.people) for name, given in (partitions or {}).items()}
    people, statements = canonical_order(votes)
    ties = inverse(statements)
    ordered = reordered(votes, people, statements)
    picture = _told(_found(ordered, minimum=minimum, ballots=ballots, most=most), inverse(people), ties)
    counts = _counted(votes, {FOUND: picture.group, **codes}, len(picture.size))
    bounds = {name: bounds_of(table) for name, table in counts.items()}
    everyone = count_votes(votes, np.zeros(votes.people, dtype=np.int64), 1)
    needed = max(min(enough, votes.people), 1)
    missing = unknown(everyone.seen[0], counts[FOUND], needed=needed, minimum=minimum, ties=ties)
    known = np.ones(votes.statements, dtype=bool)
    known[[item.statement for item in missing]] = False
    heard = stacked(counts, bounds, minimum)
    return Opinion(
        votes.people,
        votes.statements,
        picture.axes,
        picture.position,
        picture.position_sd,
        picture.group,
        picture.size,
        picture.stability,
        picture.silhouette,
        counts,
        bounds,
        everyone,
        unites(heard, known, ties),
        rejects(heard, known, ties),
        divides(heard, known, ties),
        missing,
    )
