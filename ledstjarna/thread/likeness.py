"""What speaks of the same: nodes that share words with a text, and which words those are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

from ledstjarna.thread.models import Audience, Words
from ledstjarna.thread.pull import SMALL
from ledstjarna.thread.reads import Sight, Spot, seen_by, spot, visible
from ledstjarna.thread.stems import WORD, stems

LEAST = 2  # words shared, for two texts to speak of the same


@dataclass(frozen=True, slots=True)
class Alike:
    """A node that speaks of the same, and the words as they were typed that say so."""

    spot: Spot
    words: tuple[str, ...]


def _typed(text: str) -> dict[str, str]:
    """Each stem of a text that carries meaning, with the first word typed that has it."""
    found: dict[str, str] = {}
    for word, cut in zip(WORD.findall(text.lower()), stems(text), strict=True):
        if word not in SMALL and len(word) > 2:
            for stem in cut:
                found.setdefault(stem, word)
    return found


def alike(
    *, text: str, viewer: Sight, kinds: Iterable[str], most: int = 8, least: int = LEAST
) -> list[Alike]:
    """The living nodes of these kinds that share the most telling words with a text, most first.

    A word that few nodes have tells more than one that many have (inverse document frequency); a long
    text is not likelier to be met for its length. Nodes opened to named persons are never among them.
    """
    typed = _typed(text)
    rows = Words.objects.filter(visible(viewer, "node__"), node__kind__in=list(kinds), node__ended=None)
    texts = {
        pk: set(line.split())
        for pk, line in rows.exclude(node__audience=Audience.NAMED).values_list("pk", "stems")
    }
    common = Counter(stem for has in texts.values() for stem in has if stem in typed)
    weigh = {stem: log(1 + len(texts) / many) for stem, many in common.items()}
    shared = {pk: has & weigh.keys() for pk, has in texts.items()}
    ranks = {
        pk: sum(map(weigh.__getitem__, both)) / sqrt(8 + len(texts[pk]))
        for pk, both in shared.items()
        if len({typed[stem] for stem in both}) >= least
    }
    best = sorted(ranks, key=lambda pk: (-ranks[pk], pk))[:most]
    nodes = seen_by(viewer).in_bulk(best)
    return [Alike(spot(nodes[pk]), _words(shared[pk], typed, weigh)) for pk in best]


def _words(both: set[str], typed: dict[str, str], weigh: dict[str, float]) -> tuple[str, ...]:
    """The words typed behind the stems shared, the most telling first."""
    order = sorted(both, key=lambda stem: (-weigh[stem], stem))
    return tuple(dict.fromkeys(typed[stem] for stem in order))[:5]
