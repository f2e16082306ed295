"""What is found in the votes before anything is counted by group: axes, places, groups, how stable they are.

It is computed in canonical order with fixed dice, and told in the caller's numbers. Axes and groups come
from counts of all people and from a sample of them; then everybody is placed by their own votes.
"""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from ledstjarna.engines.opinion.axes import Axes, find_axes
from ledstjarna.engines.opinion.canonical import Order
from ledstjarna.engines.opinion.groups import (
    Shape,
    assigned,
    candidates,
    find_shape,
    well_known,
    without_smallest,
)
from ledstjarna.engines.opinion.pairs import Counted, Counting, count_pairs
from ledstjarna.engines.opinion.parts import Source
from ledstjarna.engines.opinion.positions import drawn, places_of
from ledstjarna.engines.opinion.stability import stability
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints, Votes, joined

SEED = 2035
MANY = 1_000_000
"""Votes from which one draw of noise is as good as `DRAWS`."""
DRAWS = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture.

    `position` (people x 2), `position_spread` (people x 2 x 2): place on the first two axes for drawing, and
    its covariance. `group` per person: 0 is the largest, -1 has too few votes. Per group: `size`, `stability`
    (0 to 1). `silhouette`: how clearly the groups stand apart, 0 without groups. `shape`: the groups as
    clouds on the axes that were kept.
    """

    axes: Axes
    position: Floats
    position_spread: Floats
    group: Ints
    size: Ints
    stability: Floats
    silhouette: float
    shape: Shape

    @property
    def position_sd(self) -> Floats:
        """Standard deviation of each place along the first two axes (people x 2)."""
        return np.sqrt(self.position_spread[:, (0, 1), (0, 1)])


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a part's people stand: see `Picture`."""

    position: Floats
    spread: Floats
    group: Ints


def _look(counting: Counting, votes: Votes, person: Ints, half: Flags, judge: Flags) -> tuple[Counted, Votes]:
    """Pair counts of a part, and the votes of those in the sample, in canonical columns."""
    judges = votes.rows(np.flatnonzero(judge))
    return count_pairs(counting, votes, person, half), replace(
        judges, statement=counting.column[judges.statement]
    )


def _counted(source: Source, order: Order, judges: Ints) -> tuple[Counted, Votes]:
    """Pair counts of everybody, and the votes of the `judges` in their order."""
    draws = 1 if order.cast.sum() > MANY else DRAWS
    counting = Counting(order.statement, order.mean, draws)
    chosen = np.zeros(source.people, dtype=bool)
    chosen[judges] = True
    looks = source.each(partial(_look, counting), order.person, order.half, chosen)
    whole, rows = next(looks)
    told = [rows]
    for counted, rows in looks:
        whole = whole.plus(counted)
        told.append(rows)
    return whole, joined(told, source.statements).rows(np.argsort(np.argsort(judges)))


def placed(axes: Axes, shape: Shape, votes: Votes, enough: Flags) -> Placed:
    """Where people stand on the axes, and in which of the groups those with `enough` votes belong."""
    places = places_of(votes, axes)
    position, spread = drawn(places, axes)
    firm = places.on(axes.kept)
    group = assigned(firm, shape, axes.weight[: axes.kept])
    return Placed(position, spread, np.where(enough, group, -1))


def _settled(source: Source, axes: Axes, shape: Shape, enough: Flags, minimum: int) -> tuple[Shape, Placed]:
    """Everybody placed; the smallest group is dissolved into the others until none is under the minimum."""
    while True:
        parts = list(source.each(partial(placed, axes, shape), enough))
        group = np.concatenate([part.group for part in parts])
        size = np.bincount(group[enough], minlength=len(shape.share))
        if size.min() >= minimum or len(size) == 1:
            position, spread = (
                np.concatenate([getattr(part, name) for part in parts]) for name in ("position", "spread")
            )
            return shape, Placed(position, spread, group)
        shape = without_smallest(shape, size)


def _numbered(shape: Shape, group: Ints) -> tuple[Shape, Ints]:
    """Groups numbered from the largest."""
    order = np.argsort(-np.bincount(group[group >= 0], minlength=len(shape.share)), kind="stable")
    place = np.append(np.argsort(order), -1)
    return Shape(shape.centre[order], shape.within, shape.share[order]), place[group]


def picture_of(source: Source, order: Order, *, minimum: int, ballots: int, most: int) -> Picture:
    """The picture, given the canonical order of people and statements."""
    rng = np.random.default_rng(SEED)
    enough = (order.cast >= min(ballots, source.statements)) & (order.cast > 0)
    people = candidates(enough, order.person)
    counted, rows = _counted(source, order, people)
    axes = find_axes(counted)
    firm = places_of(rows, axes).on(axes.kept)
    known = well_known(firm)
    points = firm.mean[known] * axes.weight[: axes.kept]
    shape, silhouette = find_shape(points, minimum=minimum, most=most, rng=rng)
    told = axes.told(order.statement)
    shape, everyone = _settled(source, told, shape, enough, minimum)
    shape, group = _numbered(shape, everyone.group)
    judges, groups = people[known], len(shape.share)
    steady = stability(rows.rows(known), group[judges], order.half[judges], counted.halves, axes, groups, rng)
    size = np.bincount(group[enough], minlength=groups)
    return Picture(
        told,
        everyone.position,
        everyone.spread,
        group,
        size,
        steady,
        silhouette if groups > 1 else 0.0,
        shape,
    )
