"""Which statements say the same, so that their votes are split between them?

Two traces, which must agree. The text: cosine of character n-grams within words, three to five letters long,
weighted by how rare they are (TF-IDF, Salton and Buckley 1988); endings, compounds and misspellings cost
little, and no language needs to be known. The votes: how often those who voted on both said the same, held
against how often they would if the two votes had nothing to do with each other (Cohen's kappa 1960), as far
as that is sure. Texts that are near-equal are proposed without votes; votes that contradict take the proposal
back, for "more buses" and "no more buses" look alike; texts that are merely alike need votes that say so.
Nothing is merged here: pairs are proposed, the likeliest first.
Cost: a sparse product statements x statements, and two columns of votes for each pair of like texts.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from ledstjarna.engines.opinion.intervals import SURE
from ledstjarna.engines.opinion.votes import Floats, Votes

LENGTHS = (3, 4, 5)
ALIKE = 0.45
"""Likeness of texts from which votes are asked."""
NEAR_EQUAL = 0.8
"""Likeness from which texts are proposed without votes."""
AGREES = 0.4
"""Kappa from which votes are called alike (Landis and Koch 1977)."""
ENOUGH = 20
"""People who voted on both, from which their votes are heard."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Statements `first` and `second`: `text` likeness 0 to 1, and `kappa` of the `both` who voted on both.

    `lower`, `upper`: bounds of kappa (one-sided 95 % each); -1 and 1 where votes are too few to be heard.
    """

    first: int
    second: int
    text: float
    kappa: float
    lower: float
    upper: float
    both: int


def _grams(text: str) -> Counter[str]:
    """Runs of letters within each word, its edges marked."""
    words = re.findall(r"\w+", text.casefold())
    return Counter(
        f" {word} "[begin : begin + length]
        for word in words
        for length in LENGTHS
        for begin in range(max(len(word) + 3 - length, 1))
    )


def likeness(texts: Sequence[str]) -> "csr_array[np.float64]":
    """Cosine of each two texts, texts x texts, 0 to 1; a text without letters is like nothing."""
    counted = [_grams(text) for text in texts]
    number = {gram: place for place, gram in enumerate(sorted(set().union(*counted)))}
    start = np.cumsum([0, *map(len, counted)])
    column = np.array([number[gram] for grams in counted for gram in grams], dtype=np.int64)
    times = np.array([count for grams in counted for count in grams.values()], dtype=np.float64)
    known_by = np.bincount(column, minlength=len(number))
    weight = (1 + np.log(times)) * (np.log((1 + len(texts)) / (1 + known_by)) + 1)[column]
    row = np.repeat(np.arange(len(texts)), np.diff(start))
    length = np.sqrt(np.bincount(row, weights=weight**2, minlength=len(texts)))
    table = csr_array((weight / length[row], column, start), shape=(len(texts), len(number)))
    return csr_array(table @ table.T)


def _kappa(one: Floats, other: Floats) -> tuple[float, float, float]:
    """Weighted kappa of votes by the same people on two statements, and bounds; -1 to 1 if it says nothing.

    With squared distances as weights it is the concordance correlation (Lin 1989), whose bounds these are.
    """
    if len(one) < ENOUGH:
        return 0.0, -1.0, 1.0
    chance = float(one.var() + other.var() + (one.mean() - other.mean()) ** 2)
    if chance == 0:
        return 0.0, -1.0, 1.0
    kappa = 1 - float(((one - other) ** 2).mean()) / chance
    middle, wide = np.arctanh(np.clip(kappa, -0.999999, 0.999999)), SURE / np.sqrt(len(one) - 2)
    return kappa, float(np.tanh(middle - wide)), float(np.tanh(middle + wide))


def duplicates(texts: Sequence[str], votes: Votes) -> tuple[Duplicate, ...]:
    """Pairs of statements that seem to say the same, likeliest first. ValueError if texts do not fit."""
    if len(texts) != votes.statements:
        raise ValueError(f"there are {votes.statements} statements and {len(texts)} texts")
    alike = likeness(texts).tocoo()
    columns = votes.sparse(votes.value.astype(np.float64) + 2).tocsc()
    found = []
    for first, second, text in zip(*alike.coords, alike.data, strict=True):
        if first >= second or text < ALIKE:
            continue
        said = columns[:, [int(first), int(second)]].toarray()
        both: Floats = said[(said > 0).all(axis=1)]
        kappa, lower, upper = _kappa(both[:, 0], both[:, 1])
        if lower >= AGREES or (text >= NEAR_EQUAL and upper >= AGREES):
            found.append(Duplicate(int(first), int(second), float(text), kappa, lower, upper, len(both)))
    return tuple(sorted(found, key=lambda pair: (-pair.text - pair.lower, pair.first, pair.second)))
