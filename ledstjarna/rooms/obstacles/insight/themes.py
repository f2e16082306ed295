"""Themes of short texts: which belong together, and by which words.

Method: words cut to their stems and weighed by how rare they are (TF-IDF, Salton and Buckley 1988); the table
of texts and stems taken apart into few parts of which each text is a sum (non-negative matrix factorisation,
Lee and Seung 2001), begun from its singular vectors (Boutsidis and Gallopoulos 2008) so that the same texts
give the same themes. A text belongs to its largest part. The words told are those that a theme has more often
than the others have, and none that fewer than `least` of its texts use.
Cost: the eigenvectors of at most 1,000 x 1,000, and 60 sparse products, texts x stems x themes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ledstjarna.thread.pull import SMALL
from ledstjarna.thread.stems import WORD, stems

Floats = NDArray[np.float64]

FEWEST = 4  # themes are looked for where there are this many times the threshold
MOST = 20
WIDEST = 1000  # stems, the ones that most texts have
STEPS = 60
COMMON = 0.35  # a stem that more of the texts have says nothing of any
TOLD = 6
TINY = 1e-9
FILLER = frozenset(
    """
    man får mig dig oss ingen inget någon något alltid aldrig också bara när där här hur vad varför
    eftersom men eller utan till från efter innan under över mycket många mer flera alla varje hela
    skulle måste behöver går gör göra finns fått blir blev bli varit hade har ha då nu igen samma två
    tre fyra fem vill kunna kommer sitt dem hos vid per mellan sedan ofta gång gånger dag dagar vecka
    veckor månad have has had been was were they them there here when what why how all every many more
    must need get gets getting would could does did day days week weeks month months again two three
    """.split()  # noqa: SIM905  a list of words is read more easily as a text
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Texts that belong together, by their place in the list, and the words that decided, foremost first."""

    words: tuple[str, ...]
    texts: tuple[int, ...]


def themes(texts: Sequence[str], least: int) -> tuple[Theme, ...]:
    """The themes that at least `least` texts belong to, the largest first; none where the texts are few."""
    if len(texts) < FEWEST * least:
        return ()
    counted, typed = _counted(texts)
    has, names = _table(counted, least)
    count = min(MOST, len(texts) // (2 * least), min(has.shape) - 1)
    if count < 2:
        return ()
    part = _parts(_weighed(has), count)
    chosen = np.where(part.max(axis=1) > TINY, part.argmax(axis=1), -1)
    found = [_theme(has, chosen == each, names, typed, least) for each in range(count)]
    told = [one for one in found if len(one.texts) >= least and one.words]
    return tuple(sorted(told, key=lambda one: (-len(one.texts), one.words)))


def _counted(texts: Sequence[str]) -> tuple[list[Counter[str]], dict[str, Counter[str]]]:
    """How often each text has each stem, and how each stem is written."""
    typed: dict[str, Counter[str]] = {}
    cut: dict[str, str] = {}
    counted = []
    for text in texts:
        here: Counter[str] = Counter()
        for word in filter(_tells, WORD.findall(text.lower())):
            stem = cut.get(word) or cut.setdefault(word, stems(word)[0][0])
            here[stem] += 1
            typed.setdefault(stem, Counter())[word] += 1
        counted.append(here)
    return counted, typed


def _tells(word: str) -> bool:
    """Whether a word may say what a text is about."""
    return len(word) > 2 and word not in SMALL and word not in FILLER and not word.isdigit()


def _table(counted: Sequence[Counter[str]], least: int) -> tuple["csr_array[np.float64]", list[str]]:
    """Texts x stems: how often; of the stems that some texts have and most have not."""
    known = Counter(stem for here in counted for stem in here)
    fit = [stem for stem, many in known.items() if least <= many <= COMMON * len(counted)]
    names = sorted(sorted(fit, key=lambda stem: (-known[stem], stem))[:WIDEST])
    place = {stem: n for n, stem in enumerate(names)}
    cells = [
        (row, place[stem], many)
        for row, here in enumerate(counted)
        for stem, many in here.items()
        if stem in place
    ]
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    data = np.array(values, dtype=np.float64)
    return csr_array((data, (rows, columns)), shape=(len(counted), len(names))), names


def _weighed(has: "csr_array[np.float64]") -> "csr_array[np.float64]":
    """The table weighed by how rare each stem is, each text of length 1."""
    known = np.bincount(has.indices, minlength=has.shape[1])
    made = has.copy()
    rare = np.log((1 + has.shape[0]) / (1 + known)) + 1
    made.data = (1 + np.log(made.data)) * rare[made.indices]
    row = np.repeat(np.arange(has.shape[0]), np.diff(made.indptr))
    length = np.sqrt(np.bincount(row, weights=made.data**2, minlength=has.shape[0]))
    made.data /= length[row]
    return made


def _parts(table: "csr_array[np.float64]", count: int) -> Floats:
    """Texts x themes: how much of each theme a text has."""
    part, words = _begun(table, count)
    for _step in range(STEPS):
        words *= np.asarray(table.T @ part).T / ((part.T @ part) @ words + TINY)
        part *= np.asarray(table @ words.T) / (part @ (words @ words.T) + TINY)
    weighed: Floats = part * np.linalg.norm(words, axis=1)
    return weighed


def _begun(table: "csr_array[np.float64]", count: int) -> tuple[Floats, Floats]:
    """A first guess from the singular vectors: of each pair the half, plus or minus, that says most."""
    power, right = np.linalg.eigh((table.T @ table).toarray())
    size = np.sqrt(np.maximum(power, TINY))
    part, words = np.empty((table.shape[0], count)), np.empty((count, table.shape[1]))
    for place, at in enumerate(range(-1, -1 - count, -1)):
        left = (table @ right[:, at]) / size[at]
        halves = [(np.maximum(s * left, 0), np.maximum(s * right[:, at], 0)) for s in (1, -1)]
        one, other = max(halves, key=lambda half: float(np.linalg.norm(half[0]) * np.linalg.norm(half[1])))
        weight = np.sqrt(size[at])
        part[:, place], words[place] = weight * one + 1e-4, weight * other + 1e-4
    return part, words


def _theme(
    has: "csr_array[np.float64]",
    inside: NDArray[np.bool_],
    names: list[str],
    typed: dict[str, Counter[str]],
    least: int,
) -> Theme:
    """The words that texts inside have more often than those outside."""
    here = np.flatnonzero(inside)
    within = np.bincount(has[here].indices, minlength=len(names)) if here.size else np.zeros(len(names))
    every = np.bincount(has.indices, minlength=len(names))
    lift = within / max(len(here), 1) - (every - within) / max(len(inside) - len(here), 1)
    order = [n for n in np.argsort(-lift, kind="stable").tolist() if within[n] >= least and lift[n] > 0]
    words = tuple(typed[names[n]].most_common(1)[0][0] for n in order[:TOLD])
    return Theme(words, tuple(here.tolist()))
