"""Every word that something can be found by, and how a word that was typed finds its way among them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from math import log

from django.db.models import Max, Q
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from ledstjarna.thread import memory
from ledstjarna.thread.compounds import has_part, split
from ledstjarna.thread.models import Fact, Words
from ledstjarna.thread.stems import plain

LATE = 1000  # nodes that may be committed after younger ones
LIKE = 40  # words at most that one typed word may mean


@dataclass(frozen=True, slots=True)
class Both:
    """Two collections asked as one: putting them together would take longer than asking."""

    one: Container[str]
    other: Container[str]

    def __contains__(self, word: object) -> bool:
        return word in self.one or word in self.other


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of all texts, plain and in order; in how many texts each is, and how it is really written.

    `line` is all words on one string, where parts are sought; `long` has them by their length.
    """

    texts: int
    upto: int
    words: tuple[str, ...]
    many: Counter[str]
    spelt: dict[str, tuple[str, ...]]
    line: str
    long: dict[int, list[str]]

    def tells(self, words: frozenset[str]) -> float:
        """How much it tells that a text has one of these words: more the rarer they are."""
        return log(1 + self.texts / max(1, sum(self.many[word] for word in words)))

    def beginning(self, start: str) -> frozenset[str]:
        """The words that begin so."""
        found = []
        for at in range(bisect_left(self.words, start), len(self.words)):
            if not self.words[at].startswith(start):
                break
            found.append(self.words[at])
        return frozenset(found)

    def containing(self, part: str, beside: frozenset[str] = frozenset()) -> frozenset[str]:
        """The compounds that have a word as their inner or last part; `beside` are words to know besides."""
        known = Both(self.many.keys(), beside)
        found, at = set(), self.line.find(part)
        while at >= 0:
            first, last = self.line.rfind("\n", 0, at) + 1, self.line.find("\n", at)
            if first != at:
                found.add(self.line[first:last])
            at = self.line.find(part, last)
        sought = nsmallest(5 * LIKE, found, key=lambda word: (-self.many[word], word))
        return frozenset(islice((word for word in sought if has_part(word, part, known)), LIKE))

    def near(self, word: str, slips: int) -> frozenset[str]:
        """The words that are the fewest slips of the finger from a misspelt one, at most so many."""
        lengths = range(len(word) - slips, len(word) + slips + 1) if slips else ()
        like = [other for length in lengths for other in self.long.get(length, ())]
        found = extract(word, like, scorer=OSA.distance, score_cutoff=slips, limit=LIKE)
        nearest = min((slip for _word, slip, _at in found), default=0)
        return frozenset(other for other, slip, _at in found if slip == nearest)

    def apart(self, word: str) -> tuple[str, ...]:
        """The parts of a compound."""
        return split(word, self.many)

    def asunder(self, word: str) -> tuple[str, ...]:
        """The smallest parts of a compound; a word that does not come apart is its own."""
        parts = self.apart(word)
        return tuple(small for part in parts for small in self.asunder(part)) if parts else (word,)

    def spellings(self, word: str, *, begins: bool = False) -> frozenset[str]:
        """How a plain word, or the beginning of one, is really written in the texts."""
        if not begins:
            return frozenset(self.spelt.get(word, ())) | {word}
        real = (one for other in self.beginning(word) for one in self.spelt[other])
        return frozenset(one[: len(word)] for one in real) | {word}


EMPTY = Lexicon(0, 0, (), Counter(), {}, "\n", {})


def lexicon() -> Lexicon:
    """The words as they are now; only what has come since the last time is read."""
    newest = Words.objects.aggregate(newest=Max("pk"))["newest"] or 0
    tide = memory.tide()
    kept = memory.grown((tide, newest), "thread.lexicon", lambda before: _grown(before, tide, newest))
    return kept[0]


Kept = tuple[Lexicon, int, frozenset[int]]


def _grown(before: Kept | None, tide: int, newest: int) -> Kept:
    """The words with those of new nodes, and of nodes that something has happened to since."""
    if before is None or before[1] > tide or before[0].upto > newest:
        before = (EMPTY, 0, frozenset())
    known, since, counted = before
    touched = Fact.objects.filter(number__gt=since).values("node") if since else ()
    rows = Words.objects.filter(Q(pk__gt=known.upto - LATE) | Q(pk__in=touched)) if since else Words.objects
    lines = dict(rows.values_list("pk", "stems"))
    fresh = {pk for pk in lines if pk > known.upto - LATE} - counted
    many, spelt = known.many.copy(), dict(known.spelt)
    written = {real for spellings in spelt.values() for real in spellings}
    for pk, stems in lines.items():
        if pk in fresh:
            many.update(set(plain(stems).split()))
        unwritten = set(stems.split()) - written
        written |= unwritten
        for real in unwritten:
            spelt[plain(real)] = (*spelt.get(plain(real), ()), real)
            many.setdefault(plain(real), 1)
    words = tuple(sorted(many))
    late = frozenset(pk for pk in counted | fresh if pk > newest - 2 * LATE)
    line = "\n" + "\n".join(words) + "\n"
    long: dict[int, list[str]] = {}
    for word in words:
        long.setdefault(len(word), []).append(word)
    return Lexicon(known.texts + len(fresh), newest, words, many, spelt, line, long), tide, late
