"""What a typed query may mean: each word as it stands, begun, inside a compound, taken apart, or misspelt."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledstjarna.thread.lexicon import Lexicon
from ledstjarna.thread.pull import SMALL
from ledstjarna.thread.stems import WORD, plain, stems

MOST = 12  # words of a query
EXACT, INSIDE, BEGUN, APART, DONE, SLIP = 1.0, 0.75, 0.7, 0.6, 0.5, 0.4
LEAST = 4  # letters of a word that is looked for inside others
SHORT = 3  # letters of a form that others may begin with
DEFINITE = re.compile(r"(\w{3,}a)ns?|(\w{3,})ets?")  # what the Swedish stemmer leaves: skolan, ärendet
ENDS = ("an", "ans", "et", "ets", "t")
DOUBLED = re.compile(r"[a-zåäö]{2}(mm|nn)$")  # m and n are doubled before a vowel alone: simma, sim
DOING = re.compile(r"(\w{3,}?)n?ing")  # läsning is what one does who läser
VERBS = ("", "a", "an", "as", "er", "ar", "te", "t", "ade", "at")


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
    telling = list(dict.fromkeys([word for word in words if word not in SMALL] or words))[:MOST]
    beside = frozenset(form for word in telling for form in _forms(word))
    return tuple(_sought(word, known, beside) for word in telling)


def taken_apart(words: Iterable[Sought], known: Lexicon) -> tuple[Sought, ...]:
    """The same query by the smallest parts of its compounds, for when the whole finds nothing."""
    parts = [part for word in words for part in known.asunder(_forms(word.typed)[0])]
    return tuple(_sought(part, known, frozenset()) for part in dict.fromkeys(parts))


def _forms(word: str) -> tuple[str, ...]:
    """A word cut to its stems, also where the stemmer leaves it: "läxan" is a "läxa", "simma" is "sim"."""
    definite = DEFINITE.fullmatch(word)
    forms = [*stems(word)[0], *(stems(definite[1] or definite[2])[0] if definite else ())]
    forms += [form[:-1] for form in forms if DOUBLED.search(form)]
    return tuple(dict.fromkeys(plain(form) for form in forms))


def _sought(word: str, known: Lexicon, beside: frozenset[str]) -> Sought:
    readings = tuple(_readings(_forms(word), known, beside))
    alone = [one.parts[0] for one in readings if len(one.parts) == 1]
    weights = [known.tells(frozenset().union(*alone))] if alone else []
    weights += [max(map(known.tells, one.parts)) for one in readings if len(one.parts) > 1 and not alone]
    return Sought(word, stems(word)[0][0], readings, max(weights, default=known.tells(frozenset())))


def _readings(forms: tuple[str, ...], known: Lexicon, beside: frozenset[str]) -> Iterator[Reading]:
    roots = [form for form in forms if len(form) >= SHORT] or forms[:1]
    definite = known.many.keys() & {form + end for form in roots for end in ENDS}
    exact = definite.union(forms)
    yield Reading(EXACT, (frozenset(exact),))
    begun = frozenset(word for form in roots for word in known.beginning(form)) - exact
    inside = frozenset(
        word for form in roots if len(form) >= LEAST for word in known.containing(form, beside)
    )
    parts = known.apart(forms[0])
    if begun:
        yield Reading(BEGUN, (begun,))
    if inside:
        yield Reading(INSIDE, (inside,))
    if parts:
        yield Reading(APART, tuple(_anywhere(part, known) for part in parts))
    done = DOING.fullmatch(forms[0])
    if done and (doing := known.many.keys() & {done[1] + ending for ending in VERBS}):
        yield Reading(DONE, (frozenset(doing),))
    if not known.many.keys() & exact:
        yield from _slips(forms[0], known, sure=not (begun or inside or parts))


def _anywhere(part: str, known: Lexicon) -> frozenset[str]:
    """The forms of a part: alone, at the beginning, or inside."""
    done = DOING.fullmatch(part)
    doing = known.many.keys() & {done[1] + ending for ending in VERBS} if done else frozenset()
    return known.beginning(part) | known.containing(part) | doing | {part}


def _slips(stem: str, known: Lexicon, *, sure: bool) -> Iterator[Reading]:
    """What a word that nobody has written may have been meant to be: another, or a compound with a slip."""
    near = known.near(stem, _allowed(stem) if sure else int(len(stem) > LEAST + 1))
    if near:
        yield Reading(SLIP, (frozenset(form for word in near for form in _anywhere(word, known)),))
    for at in range(len(stem) - LEAST, LEAST - 1, -1) if sure and not near else ():
        first, last = (_meant(piece, known) for piece in (stem[:at], stem[at:]))
        if first and last:
            yield Reading(SLIP, (first, last))
            return


def _allowed(word: str) -> int:
    """How many slips are forgiven in a word of so many letters."""
    return 0 if len(word) < LEAST else 1 if len(word) < 7 else 2


def _meant(piece: str, known: Lexicon) -> frozenset[str]:
    if known.many[piece]:
        return _anywhere(piece, known)
    return frozenset(word for one in known.near(piece, _allowed(piece)) for word in _anywhere(one, known))
