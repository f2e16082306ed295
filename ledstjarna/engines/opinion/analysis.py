"""What do all the votes say together: axes, places, groups, what unites and what divides."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import partial, reduce

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.opinion.canonical import canonical_order
from ledstjarna.engines.opinion.character import Trait, traits
from ledstjarna.engines.opinion.counts import Bounds, Counts, bounds_of, count_votes, nothing
from ledstjarna.engines.opinion.parts import Source, parted
from ledstjarna.engines.opinion.picture import Picture, picture_of
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
from ledstjarna.engines.opinion.votes import Flags, Ints, Votes

FOUND = "opinion"
"""The name of the partition that was found, among those that were given."""
EVERYONE = ""
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Opinion(Picture):
    """The whole answer: the picture, and what is counted by group in every partition.

    `counts`, `bounds`: by partition, groups x statements; the found groups are the partition "opinion".
    `everyone`: counts of all people as one group.
    `unites`, `rejects`, `divides`: full rankings of the known statements; `unknown`: the others.
    """

    people: int
    statements: int
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
    if name in {FOUND, EVERYONE}:
        raise ValueError(f"the name {name!r} is kept for what the engine counts itself")
    if given.shape != (people,) or (given.size and given.dtype.kind not in "iu"):
        raise ValueError(f"partition {name!r} must be one whole number per person")
    return np.maximum(given.astype(np.int64), -1)


def _counts(sizes: tuple[int, ...], votes: Votes, *codes: Ints) -> list[Counts]:
    """Counts of a part, by partition."""
    return [count_votes(votes, code, size) for code, size in zip(codes, sizes, strict=True)]


def _counted(source: Source, codes: Mapping[str, Ints], groups: int) -> dict[str, Counts]:
    """Counts of every partition; one without any members is left out."""
    sizes = {name: int(code.max(initial=-1)) + 1 for name, code in codes.items()} | {FOUND: groups}
    sizes = {name: size for name, size in sizes.items() if size}
    parts = source.each(partial(_counts, tuple(sizes.values())), *(codes[name] for name in sizes))
    whole = reduce(lambda one, other: [a.plus(b) for a, b in zip(one, other, strict=True)], parts)
    return dict(zip(sizes, whole, strict=True))


def _known(missing: tuple[Unknown, ...], statements: int) -> Flags:
    known = np.ones(statements, dtype=bool)
    known[[item.statement for item in missing]] = False
    return known


def _opinion(
    votes: Source, found: Picture, codes: Mapping[str, Ints], ties: Ints, *, minimum: int, enough: int
) -> Opinion:
    """The picture, with everything counted and ranked; `ties` orders equal statements."""
    all_in_one = np.zeros(votes.people, dtype=np.int64)
    counts = _counted(votes, {FOUND: found.group, **codes, EVERYONE: all_in_one}, len(found.size))
    everyone = counts.pop(EVERYONE, nothing(votes.statements))
    bounds = {name: bounds_of(table) for name, table in counts.items()}
    needed = max(min(enough, votes.people), 1)
    missing = unknown(everyone.seen[0], counts[FOUND], needed=needed, minimum=minimum, ties=ties)
    heard, known = stacked(counts, bounds, minimum), _known(missing, votes.statements)
    return Opinion(
        **{field.name: getattr(found, field.name) for field in fields(Picture)},
        people=votes.people,
        statements=votes.statements,
        counts=counts,
        bounds=bounds,
        everyone=everyone,
        unites=unites(heard, known, ties),
        rejects=rejects(heard, known, ties),
        divides=divides(heard, known, ties),
        unknown=missing,
    )


def analyse(
    votes: Votes | Source,
    *,
    partitions: Mapping[str, ArrayLike] | None = None,
    minimum: int = 7,
    ballots: int = 7,
    enough: int = 30,
    most: int = MOST_GROUPS,
) -> Opinion:
    """Everything the votes say, wherever they lie: the answer is the same to the bit.

    `partitions`: for each name a group number per person, negative for those outside.
    `minimum`: people in the smallest group formed, and votes from which a group is heard on a statement.
    `ballots`: votes a person needs to be placed in a group (or all statements, where there are fewer).
    `enough`: votes a statement needs to be ranked (or one per person, where there are fewer people).
    `most`: groups at most. ValueError for partitions that do not fit, or limits under 1.
    """
    if min(minimum, ballots, enough, most) < 1:
        raise ValueError("minimum, ballots, enough and most must be at least 1")
    codes = {name: _coded(name, given, votes.people) for name, given in (partitions or {}).items()}
    source = parted(votes) if isinstance(votes, Votes) else votes
    order = canonical_order(source)
    found = picture_of(source, order, minimum=minimum, ballots=ballots, most=most)
    return _opinion(source, found, codes, order.statement, minimum=minimum, enough=enough)
