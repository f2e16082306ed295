"""How firm are the groups and the places in the lists, had other people of the same kind answered?

Method: the bootstrap (Efron 1979) over blocks of people. Everybody is dealt into 64 blocks by an order
as good as chance, and each block is counted once. A run draws as many blocks with replacement and adds their
counts; so it costs the same for ten people a block as for ten thousand. Each run finds its own axes (followed
from those of all) and its own groups, by k-means on the places of a sample; a group is as firm as it is found
again, the Jaccard overlap with the most similar group of the run (Hennig 2007). Each run also makes its own
lists of what unites, the groups being as they were found.
Cost: one count of all pairs, then a sum of blocks and a clustering of the sample for each run.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ledstjarna.engines.opinion.analysis import Opinion
from ledstjarna.engines.opinion.axes import followed
from ledstjarna.engines.opinion.canonical import canonical_order
from ledstjarna.engines.opinion.clusters import kmeans
from ledstjarna.engines.opinion.counts import count_votes
from ledstjarna.engines.opinion.groups import assigned, candidates, shape_of, well_known
from ledstjarna.engines.opinion.intervals import wilson
from ledstjarna.engines.opinion.pairs import Pairs, common_ground, plain_pairs
from ledstjarna.engines.opinion.parts import parted
from ledstjarna.engines.opinion.positions import places_of
from ledstjarna.engines.opinion.stability import overlaps
from ledstjarna.engines.opinion.votes import Floats, Ints, Votes

BLOCKS = 64
AT_ONCE = 8
"""Runs whose pairs are summed in one product."""
EDGE = 0.05
"""Share of the runs left out at either end of an interval."""
Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Firmness:
    """What came back in `runs` runs.

    `group`: per group the mean Jaccard overlap with what a run found, 0 to 1. `again`: share of the runs in
    which more than half of the group was found again. `low`, `high`: per statement the places (from 1) in the
    list of what unites between which 90 % of the runs put it; 0 if it is not in the list. `first`: share of
    the runs in which it was among the first `top`.
    """

    runs: int
    top: int
    group: Floats
    again: Floats
    low: Ints
    high: Ints
    first: Floats


def _pairs_drawn(votes: Votes, block: Ints, drawn: Ints) -> Iterator[Pairs]:
    """The pair counts of each run; `drawn`: runs x blocks, how often each block is in."""
    names = ("together", "product", "first")
    tables = {name: np.empty((BLOCKS, votes.statements**2), dtype=np.float32) for name in names}
    for number in range(BLOCKS):
        pairs = plain_pairs(votes.rows(np.flatnonzero(block == number)))
        for name in names:
            tables[name][number] = getattr(pairs, name).ravel()
    square = votes.statements, votes.statements
    for begin in range(0, len(drawn), AT_ONCE):
        times = drawn[begin : begin + AT_ONCE].astype(np.float32)
        summed = [times @ tables[name] for name in names]
        for row in range(len(times)):
            yield Pairs(*(table[row].reshape(square).astype(np.float64) for table in summed))


def _groups_again(votes: Votes, seen: Opinion, block: Ints, place: Ints, drawn: Ints) -> Floats:
    """Runs x groups: how much of each group a run found again."""
    rng = np.random.default_rng(len(drawn))
    people, kept = candidates(seen.group >= 0, place), seen.axes.kept
    people = people[well_known(places_of(votes.rows(people), seen.axes).on(kept))]
    rows, label, home = votes.rows(people), seen.group[people], block[people]
    found = []
    for times, pairs in zip(drawn, _pairs_drawn(votes, block, drawn), strict=True):
        axes = followed(seen.axes, common_ground(pairs))
        places, scale = places_of(rows, axes).on(kept), axes.weight[:kept]
        points = np.repeat(places.mean, times[home], axis=0) * scale
        shape = shape_of(points, kmeans(points, seen.groups, rng))
        found.append(overlaps(label, assigned(places, shape, scale), seen.groups))
    return np.array(found)


def _listed(
    votes: Votes, seen: Opinion, codes: Mapping[str, Ints], block: Ints, drawn: Ints, minimum: int
) -> Ints:
    """Runs x statements: places from 1 in the list of what unites; 0 for what is not in the list."""
    agree: list[Ints] = []
    stands: list[Ints] = []
    cast: list[Ints] = []
    for code in codes.values():
        groups = int(code.max(initial=-1)) + 1
        counts = count_votes(votes, np.where(code < 0, -1, block * groups + code), BLOCKS * groups)
        for side, made in ((counts.agree, agree), (counts.stands, stands), (counts.seen, cast)):
            made.append(side.reshape(BLOCKS, groups, votes.statements))
    known = np.array([item.statement for item in seen.unites], dtype=np.int64)
    agreed, stood, heard = (np.concatenate(table, axis=1)[:, :, known] for table in (agree, stands, cast))
    place = np.zeros((len(drawn), votes.statements), dtype=np.int64)
    for run, times in enumerate(drawn):
        hit, count, all_votes = (np.tensordot(times, table, 1) for table in (agreed, stood, heard))
        bound = np.where(all_votes >= minimum, wilson(hit, count)[0], np.inf).min(axis=0, initial=np.inf)
        place[run, known[np.argsort(-bound, kind="stable")]] = np.arange(1, len(known) + 1)
    return place


def bootstrap(
    votes: Votes,
    seen: Opinion,
    *,
    rng: np.random.Generator,
    runs: int = 200,
    top: int = 20,
    partitions: Mapping[str, ArrayLike] | None = None,
    minimum: int = 7,
) -> Firmness:
    """How firm the answer `seen` to these votes is; `partitions` and `minimum` as given to `analyse`.

    ValueError for fewer than one run, or an answer to other votes.
    """
    if runs < 1 or top < 1 or minimum < 1:
        raise ValueError("runs, top and minimum must be at least 1")
    if (seen.people, seen.statements) != (votes.people, votes.statements):
        raise ValueError("the answer is to other votes than these")
    place = canonical_order(parted(votes)).person
    block = place % BLOCKS
    drawn = rng.multinomial(BLOCKS, np.full(BLOCKS, 1 / BLOCKS), runs)
    codes = {name: np.asarray(code, dtype=np.int64) for name, code in (partitions or {}).items()}
    lists = _listed(votes, seen, {"": seen.group, **codes}, block, drawn, minimum)
    overlap = np.ones((runs, 1)) if seen.groups == 1 else _groups_again(votes, seen, block, place, drawn)
    low, high = np.quantile(lists, (EDGE, 1 - EDGE), axis=0, method="nearest").astype(np.int64)
    first = ((lists > 0) & (lists <= top)).mean(axis=0)
    return Firmness(runs, top, overlap.mean(axis=0), (overlap > 0.5).mean(axis=0), low, high, first)
