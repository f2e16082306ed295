"""What Polis says of statements: representative of a group, consensus, majority, priority; from counts."""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.opinion.counts import Counts
from ledstjarna.engines.opinion.votes import Flags, Floats, Ints

CLEAR = 1.2816
"""Standard normal deviate of 90 %, one-sided; no correction for the number of tests."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Side:
    """One direction (agree or disagree), groups x statements: share and test, ratio to the rest and test."""

    share: Floats
    test: Floats
    ratio: Floats
    ratio_test: Floats

    @property
    def clear(self) -> Flags:
        """Where both tests are significant."""
        return np.asarray((self.test > CLEAR) & (self.ratio_test > CLEAR))

    @property
    def strength(self) -> Floats:
        """What representative statements are ordered by."""
        return np.asarray(self.ratio * self.ratio_test * self.share * self.test)


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that stands for a group, which agrees with it more than others do (or disagrees)."""

    statement: int
    agrees: bool
    strength: float


@dataclass(frozen=True, slots=True)
class Majority:
    """A statement that most of everyone agree with (or disagree); `share` has two imagined votes in it."""

    statement: int
    share: float
    test: float


def one_share_test(hits: Ints, seen: Ints) -> Floats:
    """Is a share above one half?"""
    return np.asarray(2 * np.sqrt(seen + 1) * ((hits + 1) / (seen + 1) - 0.5))


def two_share_test(hits: Ints, seen: Ints, other_hits: Ints, other_seen: Ints) -> Floats:
    """Is a share above that of others? 0 where everyone says the same."""
    here, there = (hits + 1) / (seen + 1), (other_hits + 1) / (other_seen + 1)
    pooled = (hits + other_hits + 2) / (seen + other_seen + 2)
    variance = pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (other_seen + 1))
    sound = variance > 0
    return np.where(sound, (here - there) / np.sqrt(np.where(sound, variance, 1)), 0.0)


def side(hits: Ints, seen: Ints) -> Side:
    """One direction's figures."""
    other_hits, other_seen = hits.sum(axis=0) - hits, seen.sum(axis=0) - seen
    share = (hits + 1) / (seen + 2)
    ratio = share / ((other_hits + 1) / (other_seen + 2))
    return Side(share, one_share_test(hits, seen), ratio, two_share_test(hits, seen, other_hits, other_seen))


def _best_agree(agree: Side, group: int, voted: Flags) -> int | None:
    """The one shown first: by strength once the best so far is agreed with more than elsewhere."""
    best: int | None = None
    plain = agree.share[group] * agree.test[group]
    for statement in np.flatnonzero(voted).tolist():
        if best is None:
            special = agree.ratio[group, statement] > 1 and agree.share[group, statement] > 0.5
            best = statement if agree.test[group, statement] > CLEAR or special else None
        else:
            score = agree.strength[group] if agree.ratio[group, best] > 1 else plain
            best = statement if score[statement] > score[best] else best
    return best


def _fallback(agree: Side, disagree: Side, group: int) -> list[int]:
    """The one statement with the largest difference from other groups."""
    return [int(np.maximum(agree.ratio_test, disagree.ratio_test)[group].argmax())]


def representative(counts: Counts, group: int) -> tuple[Representative, ...]:
    """At most five statements that stand for a group, agreed ones first."""
    if not counts.seen.shape[1]:
        return ()
    agree, disagree = side(counts.agree, counts.seen), side(counts.disagree, counts.seen)
    agrees = agree.ratio_test[group] > disagree.ratio_test[group]
    strength = np.where(agrees, agree.strength[group], disagree.strength[group])
    clear = np.flatnonzero(agree.clear[group] | disagree.clear[group])
    ranked = clear[np.argsort(-strength[clear], kind="stable")].tolist()
    first = _best_agree(agree, group, counts.stands[group] > 0)
    lead = [] if first is None else [first]
    shown = (lead + [statement for statement in ranked if statement != first])[:SHOWN]
    made = [
        Representative(statement, statement == first or bool(agrees[statement]), float(strength[statement]))
        for statement in shown or _fallback(agree, disagree, group)
    ]
    return tuple(sorted(made, key=lambda item: not item.agrees))


def group_informed_consensus(counts: Counts) -> Floats:
    """Per statement the product over groups of the smoothed agree share; passes count like disagreement."""
    return np.asarray(((counts.agree + 1) / (counts.seen + 2)).prod(axis=0))


def majority(hits: Ints, seen: Ints) -> tuple[Majority, ...]:
    """At most five statements that most people say the same of."""
    share, test = (hits + 1) / (seen + 2), one_share_test(hits, seen)
    order = np.argsort(-share * test, kind="stable")
    clear = [int(s) for s in order if share[s] > 0.5 and test[s] > CLEAR]
    return tuple(Majority(s, float(share[s]), float(test[s])) for s in clear[:SHOWN])


def priority(agree: Ints, passed: Ints, seen: Ints, extremity: Floats) -> Floats:
    """The weight by which Polis draws the next statement."""
    fresh = 1 + 8 * 2.0 ** (-seen / 5)
    stance = (1 - (passed + 1) / (seen + 2)) * (agree + 1) / (seen + 2)
    return np.asarray((stance * (extremity + 1) * fresh) ** 2)
