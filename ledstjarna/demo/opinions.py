"""How the people of Sundhamn vote: four currents of opinion, unlike in size and unlike among departments."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.demo.statements import Line

SHARES = np.array([0.4, 0.3, 0.2, 0.1])
LEANING = {"vof": (1.6, 0.6, 1.0, 0.6), "buf": (1.1, 0.8, 1.5, 0.6), "slf": (0.5, 1.8, 1.0, 1.0), "sbf": (0.8, 1.2, 0.6, 1.9), "sof": (1.2, 0.8, 1.4, 0.5)}  # fmt: skip
HEARD = {
    "vof": 0.42,
    "buf": 0.58,
    "slf": 0.86,
    "sbf": 0.66,
    "sof": 0.7,
    "mkf": 0.9,
    "kff": 0.72,
    "gvf": 0.62,
    "anf": 0.66,
}
DAYS = 24
BALANCED = 20
SEEN = 0.42
PASSES = 0.09
UNSEEN = -128


@dataclass(frozen=True, slots=True)
class Votes:
    """Ballots as arrays: values and days (people x statements), -128 where nothing was said.

    `currents` is the planted truth that no ballot tells: which of the four each person belongs to.
    """

    values: NDArray[np.int8]
    days: NDArray[np.uint16]
    currents: NDArray[np.intp]


def _agreement(lines: Sequence[Line], rng: np.random.Generator) -> NDArray[np.float64]:
    """The chance that somebody of each current agrees with each statement (currents x statements)."""
    made = np.empty((4, len(lines)))
    for column, line in enumerate(lines):
        jitter = rng.normal(0, 0.03, 4)
        if line.lean == "U":
            made[:, column] = 0.9 + jitter
        elif line.lean == "R":
            made[:, column] = 0.1 + jitter
        elif line.lean == "L":
            made[:, column] = 0.52 + 2 * jitter
        else:
            made[:, column] = [0.82 if sign == "+" else 0.2 for sign in line.lean] + 2 * jitter
    return np.clip(made, 0.03, 0.97)


def _leaning(departments: Sequence[str]) -> NDArray[np.float64]:
    """The chance of each current for each person: other in other departments, as planted over all."""
    odds = SHARES * np.array([LEANING.get(code, (1, 1, 1, 1)) for code in departments], dtype=float)
    for _ in range(BALANCED):
        odds *= SHARES / (odds / odds.sum(axis=1, keepdims=True)).mean(axis=0)
    made: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
    return made


def opinions(lines: Sequence[Line], departments: Sequence[str], *, voters: int, seed: int = 2035) -> Votes:
    """The votes of everybody entitled, in their order; about `voters` of them have said anything.

    `departments` is each person's department by code, empty for elected members.
    """
    rng = np.random.default_rng(seed)
    people = len(departments)
    currents = (_leaning(departments).cumsum(axis=1)[:, :-1] < rng.random((people, 1))).sum(axis=1)
    chance = np.array([HEARD.get(code, 0.6) for code in departments])
    heard = rng.random(people) < np.minimum(chance * voters / chance.sum(), 1)
    patience = np.clip(rng.lognormal(np.log(SEEN), 0.5, people), 0.05, 1)
    seen = (rng.random((people, len(lines))) < patience[:, None]) & heard[:, None]
    agree = rng.random(seen.shape) < _agreement(lines, rng)[currents]
    values = np.where(agree, 1, -1).astype(np.int8)
    values[rng.random(seen.shape) < PASSES] = 0
    values[~seen] = UNSEEN
    first = rng.beta(1.2, 2.2, people) * (DAYS - 1)
    days = np.clip(first[:, None] + rng.exponential(0.4, seen.shape), 0, DAYS - 1).astype(np.uint16)
    return Votes(values, days, currents)
