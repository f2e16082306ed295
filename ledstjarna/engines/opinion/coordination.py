"""Did some vote as one, and does it matter for the answer?

Alike: two people are held against how alike people are at most. On each statement the chance that two people
of one opinion group say the same is known; the largest of these, over all groups that hold a tenth of the
people, is a ceiling for any two who vote on their own (a small group counts for nothing here, since it may be
the very set that is sought). The number of same votes among those both cast is then compared with the sum of
the ceilings, by the largest chance it can have (Hoeffding 1963: exp(-n KL)). Two people are alike if nearly
all their common votes are the same, and that would happen to no pair of all pairs but one time in a hundred.
Three or more people, each alike to another, are a set; two may share a kitchen table. Nobody is accused: a
set is a reason to look at the answer without it. That is needed, for a few people who vote as one are an
opinion group of their own and, as the group that agrees least, decide what is said to unite.
Bursts: votes in a span of time far above the usual (median and its scatter, never below Poisson's).
Influence: how far one person's votes move the bound of any statement in their group.
Cost: people squared times statements, in blocks; a few seconds for 10,000 people.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.special import rel_entr

from ledstjarna.engines.opinion.counts import Counts, count_votes
from ledstjarna.engines.opinion.intervals import wilson
from ledstjarna.engines.opinion.ranking import United
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints, Votes

ENOUGH = 10
"""Votes a person needs to be compared."""
SAME = 0.9
"""Share of common votes that are the same, from which two people can be alike."""
CHANCE = 0.01
"""How often any pair at all may be called alike where all vote on their own."""
SET = 3
LARGE = 0.1
"""Share of the people from which a group tells how alike people are."""
LIKE_ALL = 3.0
BLOCK = 2048
FAR = 5.0
"""Usual scatters above the usual, from which a span is a burst."""
SCATTER = 1.4826
"""Standard deviation of a normal distribution by its median absolute deviation."""
Block = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alike:
    """A set of people who voted as one: who, and the median share of same votes between those alike."""

    people: tuple[int, ...]
    same: float


@dataclass(frozen=True, slots=True)
class Burst:
    """In span `at` there were `votes`, where some `usual` are expected."""

    at: int
    votes: int
    usual: float


@dataclass(frozen=True, slots=True)
class Moved:
    """`statement` is at `place` in the list (from 1), and at `without` in that without some; 0: not there."""

    statement: int
    place: int
    without: int


def _ceiling(votes: Votes, group: Ints) -> Block:
    """Per statement the largest chance that two people of one large group, or of all, say the same."""
    groups = int(group.max(initial=-1)) + 1
    grouped, everyone = count_votes(votes, group, groups), count_votes(votes, np.zeros_like(group), 1)
    large = grouped.size >= LARGE * votes.people
    answers = np.stack(
        [
            np.vstack(
                [getattr(counts, side)[kept] for counts, kept in ((grouped, large), (everyone, [True]))]
            )
            for side in ("disagree", "passed", "agree")
        ]
    ).astype(np.float64)
    common = (answers[:, -1:] + 1 / 3) / (answers[:, -1:].sum(axis=0) + 1)
    chance = (answers + LIKE_ALL * common) / (answers.sum(axis=0) + LIKE_ALL)
    return np.asarray((chance**2).sum(axis=0).max(axis=0), dtype=np.float32)


def _dense(votes: Votes, value: int | None) -> Block:
    """1 where a vote is `value` (or any vote, if None)."""
    made = np.zeros((votes.people, votes.statements), dtype=np.float32)
    counted = slice(None) if value is None else votes.value == value
    made[votes.person[counted], votes.statement[counted]] = 1
    return made


def _surprise(same: Floats, both: Floats, expected: Floats) -> Floats:
    """Minus the log of the largest chance of so many same votes; 0 where they are not above their mean."""
    share, mean = same / both, np.clip(expected / both, 1e-9, 1 - 1e-9)
    apart = rel_entr(share, mean) + rel_entr(1 - share, 1 - mean)
    return np.where(share > mean, both * apart, 0.0)


def _links(votes: Votes, ceiling: Block, limit: float) -> tuple[Ints, Ints, Floats]:
    """Pairs of people who are alike, and their share of same votes."""
    seen, said = _dense(votes, None), [_dense(votes, value) for value in (-1, 0, 1)]
    found: list[tuple[Ints, Ints, Floats]] = []
    for low in range(0, votes.people, BLOCK):
        rows = slice(low, low + BLOCK)
        both = seen[rows] @ seen[low:].T
        same = sum((one[rows] @ one[low:].T for one in said), np.zeros_like(both))
        first, second = np.nonzero(np.triu((both >= ENOUGH) & (same >= SAME * both), 1))
        expected = ((seen[rows] * ceiling) @ seen[low:].T)[first, second].astype(np.float64)
        shared, equal = (table[first, second].astype(np.float64) for table in (both, same))
        close = _surprise(equal, shared, expected) >= limit
        found.append((first[close] + low, second[close] + low, (equal / shared)[close]))
    first, second, share = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second, share


def alike(votes: Votes, group: ArrayLike) -> tuple[Alike, ...]:
    """Sets of people who voted as one, the largest first.

    `group`: the opinion group of each person, negative for those in none. ValueError if it does not fit.
    """
    codes = np.asarray(group)
    if codes.shape != (votes.people,) or (codes.size and codes.dtype.kind not in "iu"):
        raise ValueError("group must be one whole number per person")
    people = np.flatnonzero(votes.cast >= ENOUGH)
    if len(people) < SET:
        return ()
    ceiling = _ceiling(votes, np.maximum(codes.astype(np.int64), -1))
    limit = float(np.log(len(people) * (len(people) - 1) / 2 / CHANCE))
    first, second, share = _links(votes.rows(people), ceiling, limit)
    size = (len(people), len(people))
    _, label = connected_components(
        coo_array((np.ones(len(first)), (first, second)), shape=size), directed=False
    )
    many = np.flatnonzero(np.bincount(label) >= SET)
    sets = (
        Alike(tuple(people[label == one].tolist()), float(np.median(share[label[first] == one])))
        for one in many
    )
    return tuple(sorted(sets, key=lambda one: (-len(one.people), one.people)))


def bursts(span: ArrayLike) -> tuple[Burst, ...]:
    """Spans of time with far more votes than usual, the fullest first.

    `span`: the span (an hour, a day, counted from any) of each vote; empty spans in between count as well.
    ValueError for anything but whole numbers.
    """
    spans = np.asarray(span)
    if not spans.size:
        return ()
    if spans.ndim != 1 or spans.dtype.kind not in "iu":
        raise ValueError("span must be one whole number per vote")
    begin = int(spans.min())
    votes = np.bincount(spans - begin)
    usual = float(np.median(votes))
    scatter = max(SCATTER * float(np.median(np.abs(votes - usual))), np.sqrt(max(usual, 1.0)))
    far = np.flatnonzero(votes > usual + FAR * scatter)
    return tuple(Burst(begin + int(at), int(votes[at]), usual) for at in far[np.argsort(-votes[far])])


def influence(votes: Votes, group: ArrayLike, counts: Counts) -> Floats:
    """Per person, the most that their own votes move the lower or upper bound of a statement in their group.

    `counts`: of these votes by `group`. 0 for those in none.
    """
    codes = np.asarray(group, dtype=np.int64)
    here = np.stack(wilson(counts.agree, counts.stands))
    moved = np.zeros((2, *counts.agree.shape))
    for place, gone in enumerate((counts.disagree, counts.agree)):
        some = gone > 0
        hits = np.where(some & (place == 1), counts.agree - 1, counts.agree)
        left = np.stack(wilson(hits, np.where(some, counts.stands - 1, counts.stands)))
        moved[place] = np.where(some, np.abs(left - here).max(axis=0), 0.0)
    owner = codes[votes.person]
    counted = (owner >= 0) & (votes.value != 0)
    by_vote = moved[(votes.value[counted] + 1) // 2, owner[counted], votes.statement[counted]]
    most = np.zeros(votes.people)
    np.maximum.at(most, votes.person[counted], by_vote)
    return most


def without(votes: Votes, sets: tuple[Alike, ...]) -> tuple[Votes, Flags]:
    """The votes of all who are in no set, and who they are."""
    stays = np.ones(votes.people, dtype=bool)
    for one in sets:
        stays[list(one.people)] = False
    return votes.rows(np.flatnonzero(stays)), stays


def moved(everyone: tuple[United, ...], others: tuple[United, ...], top: int = 20) -> tuple[Moved, ...]:
    """The first statements of either list and their places in both."""
    here, there = (
        {item.statement: place for place, item in enumerate(ranked, start=1)} for ranked in (everyone, others)
    )
    first = dict.fromkeys([item.statement for item in (*everyone[:top], *others[:top])])
    return tuple(Moved(statement, here.get(statement, 0), there.get(statement, 0)) for statement in first)
