"""Planted worlds: consultations whose groups and shared opinions are known, so that an answer can be graded.

Shape: four groups (40/30/20/10 %); of the statements 10 % unite, 10 % are rejected by all, 60 % divide
the groups and 20 % leave people lukewarm; how much a person votes is log-normal.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHARES = (0.4, 0.3, 0.2, 0.1)
PASSES = 0.15


@dataclass(frozen=True, slots=True)
class World:
    """Votes (a matrix, -128 = not seen) and the truth behind them: `group` per person, `truth` by group."""

    matrix: NDArray[np.int8]
    group: NDArray[np.int64]
    truth: NDArray[np.float64]

    def best(self, count: int) -> set[int]:
        """The statements whose agree share in their least agreeing group is largest."""
        return set(np.argsort(-self.truth.min(axis=0), kind="stable")[:count].tolist())


def _sides(groups: int, statements: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    """On which side each group stands, never all on the same where there are several."""
    side = rng.random((groups, statements)) < 0.5
    alone = rng.integers(0, groups, statements)
    agreed = (side == side[0]).all(axis=0) & (groups > 1)
    side[alone[agreed], np.flatnonzero(agreed)] ^= True
    return side


def _truth(groups: int, statements: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Agree share of each group on each statement among those who take a stand."""
    kinds = rng.permutation(np.arange(statements) % 10)
    level = rng.uniform(0.70, 0.95, statements)
    wobble = rng.normal(0, 0.04, (groups, statements))
    sides = np.where(_sides(groups, statements, rng), 0.15, 0.85) + rng.normal(0, 0.1, wobble.shape)
    lukewarm = 0.5 + 2 * wobble
    choices = [kinds == 0, kinds == 1, kinds >= 8]
    shares = np.select(choices, [level + wobble, 1 - level + wobble, lukewarm], sides)
    return np.asarray(np.clip(shares, 0.03, 0.97))


def _seen(people: int, statements: int, density: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Who saw what: log-normal numbers of votes, statements drawn evenly."""
    activity = rng.lognormal(0.0, 1.0, people)
    wanted = np.clip(np.rint(activity / activity.mean() * density * 1.05 * statements), 1, statements)
    seen = np.zeros((people, statements), dtype=bool)
    for start in range(0, people, 10_000):
        rows = slice(start, start + 10_000)
        dice = rng.random((len(seen[rows]), statements), dtype=np.float32)
        seen[rows] = dice.argsort(axis=1).argsort(axis=1) < wanted[rows, None]
    return seen


def _stands(agree: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int8]:
    """What people say whose chances to agree are given."""
    stand = np.where(rng.random(agree.shape, dtype=np.float32) < agree, 1, -1).astype(np.int8)
    stand[rng.random(agree.shape, dtype=np.float32) < PASSES] = 0
    return stand


def world(
    people: int, statements: int, density: float, *, seed: int, shares: tuple[float, ...] = SHARES
) -> World:
    """One planted world; `shares` are the sizes of its groups, one share makes a world without groups."""
    rng = np.random.default_rng(seed)
    truth = _truth(len(shares), statements, rng)
    group = rng.choice(len(shares), people, p=shares)
    stand = _stands(truth[group], rng)
    stand[~_seen(people, statements, density, rng)] = -128
    return World(stand, group, truth)


def crowd(number: int, people: int, statements: int, density: float, *, seed: int) -> World:
    """Part `number` of a world too large for memory: the same truth in every part, other people.

    Each person sees every statement with their own chance, log-normal around `density`.
    """
    truth = _truth(len(SHARES), statements, np.random.default_rng(seed))
    rng = np.random.default_rng([seed, number])
    group = rng.choice(len(SHARES), people, p=SHARES)
    activity = rng.lognormal(0.0, 1.0, people) / np.exp(0.5) * density
    seen = rng.random((people, statements), dtype=np.float32) < activity[:, None]
    stand = _stands(truth[group], rng)
    stand[~seen] = -128
    return World(stand, group, truth)
