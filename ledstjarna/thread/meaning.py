"""What a typed query may mean: each word as it stands, begun, inside a compound, taken apart, or misspelt."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledstjarna.thread.lexicon import Lexicon
from ledstjarna.thread.pull import SMALL
from ledstjarna.thread.stems import WORD, plain, stems

MOST = 12  # words of a query
EXACT, BEGUN, INSIDE, APART, SLIP = 1.0, 0.7, 0.75, 0.6, 0.4
LEAST = 4  # letters of a word that is looked for inside others


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: all of these must be in the text, each in any of its forms."""

    worth: float
    parts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A word of the query: as it was typed, its beginning, how it may be read, and how much it tells."""

    typed: str
    start: str
    readings: tuple[Reading, ...]
    tells: float


def meaning(query: str, known: Lexicon) -> tuple[Sought, ...]:
    """The words of a query that carry meaning, each as it may be meant; all where none does."""
    words = WORD.findall(query[:200].lower())
    telling = [word for word in words if word not in SMALL] or words
    return tuple(_sought(word, known) for word in dict.fromkeys(telling[:MOST]))


def _sought(word: str, known: Lexicon) -> Sought:
    forms = tuple(plain(form) for form in stems(word)[0])
    readings = tuple(_readings(forms, known))
    alone = [one.parts[0] for one in readings if len(one.parts) == 1]
    weights = [known.tells(frozenset().union(*alone))] if alone else []
    weights += [max(map(known.tells, one.parts)) for one in readings if len(one.parts) > 1 and not alone]
    return Sought(word, stems(word)[0][0], readings, max(weights, default=known.tells(frozenset())))


def _readings(forms: tuple[str, ...], known: Lexicon) -> Iterator[Reading]:
    stem = forms[0]
    yield Reading(EXACT, (frozenset(forms),))
    begun = known.beginning(stem) - set(forms)
    inside = known.containing(stem) if len(stem) >= LEAST else frozenset()
    if begun:
        yield Reading(BEGUN, (begun,))
    if inside:
        yield Reading(INSIDE, (inside,))
    parts = known.apart(stem)
    if parts:
        yield Reading(APART, tuple(_anywhere(part, known) for part in parts))
    if not (begun or inside or parts or known.many.keys() & set(forms)):
        yield from _slips(stem, known)


def _anywhere(part: str, known: Lexicon) -> frozenset[str]:
    """The forms of a part: alone, at the beginning, or inside."""
    return known.beginning(part) | known.containing(part) | {part}


def _slips(stem: str, known: Lexicon) -> Iterator[Reading]:
    """What a word that nobody has written may have been meant to be: another, or a compound with a slip."""
    near = known.near(stem)
    if near:
        yield Reading(SLIP, (frozenset(near),))
        return
    for at in range(len(stem) - LEAST, LEAST - 1, -1):
        first, last = (_meant(piece, known) for piece in (stem[:at], stem[at:]))
        if first and last:
            yield Reading(SLIP, (first, last))
            return


def _meant(piece: str, known: Lexicon) -> frozenset[str]:
    if known.many[piece]:
        return _anywhere(piece, known)
    return frozenset(word for one in known.near(piece) for word in _anywhere(one, known))
