"""Strict and mild assessors evened out: what is left of an entry when it does not matter who read it.

Method: a score is the entry's own level, plus how much milder or stricter its assessor is than others, plus
chance. Entries' levels are estimated by least squares; assessors' mildness is drawn towards none, the more
the less there is to tell it by (a random effect, its variance by restricted maximum likelihood over a grid).
Intervals hold the chance and what is not known of the mildness. Reference: Searle, Casella and McCulloch,
Variance Components (1992), ch. 6-7. Cost: one eigenvalue problem of the number of assessors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

Floats = NDArray[np.float64]
RATIOS = np.concatenate(([0.0], np.geomspace(1e-3, 1e3, 361)))
LEAST = 4  # degrees of freedom, for anything to be said of mildness


@dataclass(frozen=True, slots=True)
class Evened:
    """An entry: its plain mean, the evened one with an interval, and how far apart its assessors are."""

    entry: int
    assessments: int
    raw: float
    level: float
    low: float | None
    high: float | None
    apart: float


@dataclass(frozen=True, slots=True)
class Evening:
    """All entries, in order of row, and how much milder (or stricter, below 0) each assessor is."""

    entries: tuple[Evened, ...]
    mildness: dict[int, float]
    done: bool

    @property
    def widest(self) -> float:
        """How far the mildest is from the strictest."""
        return max(self.mildness.values(), default=0.0) - min(self.mildness.values(), default=0.0)


@dataclass(frozen=True, slots=True)
class _Fit:
    """Mildness, its covariance in units of the chance, the variance of chance, and what it is known by."""

    mild: Floats
    covariance: Floats
    chance: float
    freedom: int


def evened(rows: Sequence[tuple[int, int, float]]) -> Evening:
    """Scores as rows (entry, assessor, score), evened out."""
    entries = sorted({row[0] for row in rows})
    assessors = sorted({row[1] for row in rows})
    if not rows:
        return Evening((), {}, done=False)
    who = np.zeros((len(entries), len(assessors)))
    given = np.zeros_like(who)
    for entry, assessor, score in rows:
        place = entries.index(entry), assessors.index(assessor)
        who[place], given[place] = 1.0, score
    fit = _fitted(who, given)
    mild = dict(zip(assessors, map(float, fit.mild), strict=True))
    return Evening(tuple(_entries(entries, who, given, fit)), mild, fit.freedom >= LEAST)


def _fitted(who: Floats, given: Floats) -> _Fit:
    many = who.sum(axis=1)
    freedom = int(many.sum() - len(who))
    count = who.shape[1]
    if freedom < LEAST:
        return _Fit(np.zeros(count), np.zeros((count, count)), 0.0, freedom)
    gram = np.diag(who.sum(axis=0)) - (who / many[:, None]).T @ who
    centred = (given - (given.sum(axis=1) / many)[:, None]) * who
    pull = centred.sum(axis=0)
    ratio, chance = _ratio(gram, pull, float((centred**2).sum()), freedom)
    if ratio == 0.0:
        return _Fit(np.zeros(count), np.zeros((count, count)), chance, freedom)
    covariance = np.linalg.inv(gram + np.eye(count) / ratio)
    return _Fit(covariance @ pull, covariance, chance, freedom)


def _ratio(gram: Floats, pull: Floats, total: float, freedom: int) -> tuple[float, float]:
    """How much assessors differ against chance, and chance: the likeliest of the ratios tried."""
    values, vectors = np.linalg.eigh(gram)
    kept = values > 1e-9
    values, along = values[kept], (vectors[:, kept].T @ pull) ** 2 / values[kept]
    rest = max(0.0, total - float(along.sum()))
    widened = 1 + RATIOS[:, None] * values
    chance = (rest + (along / widened).sum(axis=1)) / freedom
    if chance[0] < 1e-12:  # all agree, so there is nothing to even out
        return 0.0, 0.0
    likely = freedom * np.log(np.maximum(chance, 1e-12)) + np.log(widened).sum(axis=1)
    best = int(likely.argmin())
    return float(RATIOS[best]), float(chance[best])


def _entries(entries: list[int], who: Floats, given: Floats, fit: _Fit) -> list[Evened]:
    many = who.sum(axis=1)
    raw = given.sum(axis=1) / many
    share = who / many[:, None]
    level = raw - share @ fit.mild
    spread = fit.chance * (1 / many + ((share @ fit.covariance) * share).sum(axis=1))
    half = t.ppf(0.975, fit.freedom) * np.sqrt(spread) if fit.freedom >= LEAST else None
    left = (given - fit.mild) * who
    made = []
    for place, entry in enumerate(entries):
        seen = left[place][who[place] > 0]
        low = None if half is None else float(level[place] - half[place])
        high = None if half is None else float(level[place] + half[place])
        apart = float(seen.max() - seen.min())
        made.append(Evened(entry, int(many[place]), float(raw[place]), float(level[place]), low, high, apart))
    return made
