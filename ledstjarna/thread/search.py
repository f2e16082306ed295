"""One search over every room, on both databases, filtered by audience in the query.

The database finds what may be meant; the order is our own, so that both databases answer alike.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from ledstjarna.plumbing.paging import paged
from ledstjarna.thread import room
from ledstjarna.thread.lexicon import Lexicon, lexicon
from ledstjarna.thread.meaning import Sought, meaning, taken_apart
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Sight, Spot, seen_by, spot
from ledstjarna.thread.stems import indexed, plain

MOST = 300  # that are put in order; of what is commoner the newest, and those that have it in the title
FEW = 5  # below so many that have every word, those that have most of them are shown too
TITLE = 2.2  # what a word in the title is worth beside one in the text
USUAL = 40  # words in a text


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of thing among what was found, and how many of it there are."""

    kind: str
    label: str
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found, and the kinds of all that it found.

    `partly` says that nothing has every word that was sought, and so what has most of them is shown.
    """

    query: str
    total: int
    number: int
    pages: int
    spots: tuple[Spot, ...]
    kind: str = ""
    sorts: tuple[Sort, ...] = ()
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that may be meant, how well it fits, and whether it has every word."""

    pk: int
    kind: str
    title: str
    fits: float
    every: bool


def search(*, query: str, viewer: Sight, number: int = 1, size: int = 20, kind: str = "") -> Found:
    """The nodes that speak of what is sought, best first: of one kind, or of all."""
    hits = hits_of(query=query, viewer=viewer)
    many = Counter(hit.kind for hit in hits)
    sorts = sorted((str(room.kind(name).plural), name, total) for name, total in many.items())
    shown = [hit.pk for hit in hits if kind in {"", hit.kind}]
    page = paged(shown, number, size)
    nodes = seen_by(viewer).in_bulk(page.object_list)
    return Found(
        query=query,
        total=len(shown),
        number=page.number,
        pages=page.paginator.num_pages,
        spots=tuple(spot(nodes[pk]) for pk in page if pk in nodes),
        kind=kind,
        sorts=tuple(Sort(name, label, total) for label, name, total in sorts),
        partly=bool(hits) and not hits[0].every,
    )


def hits_of(*, query: str, viewer: Sight, kinds: Iterable[str] = ()) -> list[Hit]:
    """What a viewer may find, in order: what has every word first, then what has most of them."""
    known = lexicon()
    words = meaning(query, known)
    if not words:
        return []
    there = _known_kinds(viewer, kinds)
    hits = _ranked(there, words, len(words), known)
    for need, enough in ((ceil(0.6 * len(words)), FEW), (ceil(len(words) / 2), 1)):
        if len(hits) < enough and need < len(words):
            taken = {hit.pk for hit in hits}
            hits += [hit for hit in _ranked(there, words, need, known) if hit.pk not in taken]
    parts = () if hits else taken_apart(words, known)
    if len(parts) <= len(words):
        return hits
    return [replace(hit, every=False) for hit in _ranked(there, parts, ceil(len(parts) / 2), known)]


def kin(*, title: str, viewer: Sight, kinds: Iterable[str], most: int = 3) -> list[Node]:
    """What is there and sounds like a title that is being typed; what has ended taught something too."""
    known = lexicon()
    words = meaning(title, known)
    if not words or sum(len(word.typed) for word in words) < 4:
        return []
    there = _known_kinds(viewer, kinds).exclude(audience=Audience.NAMED)
    need = max(min(2, len(words)), ceil(len(words) / 2))
    best = [hit.pk for hit in _ranked(there, words, need, known)[:most]]
    nodes = seen_by(viewer).select_related("home").in_bulk(best)
    return [nodes[pk] for pk in best if pk in nodes]


def _known_kinds(viewer: Sight, kinds: Iterable[str]) -> QuerySet[Node]:
    """What may be found: of these kinds, or of all whose room is still in the house."""
    names = list(kinds) or [kind.name for kind in room.kinds()]
    return seen_by(viewer).filter(kind__in=names)


def _ranked(there: QuerySet[Node], words: Sequence[Sought], need: int, known: Lexicon) -> list[Hit]:
    """The nodes that have at least `need` of the words, in order of how well they fit."""
    rarest = sorted(words, key=lambda word: -word.tells)[: len(words) - need + 1]
    matching = there.filter(
        pk__in=_matching(words if need == len(words) else rarest, need == len(words), known)
    )
    rows = _newest(matching, words)
    sealed = frozenset(kind.name for kind in room.kinds() if kind.sealed)
    hits = (_hit(*row, words, need, sealed) for row in rows)
    return sorted((hit for hit in hits if hit), key=lambda hit: (-hit.fits, hit.title, hit.pk))


Row = tuple[int, str, str, str]


def _newest(matching: QuerySet[Node], words: Sequence[Sought]) -> list[Row]:
    """All that match, or of very many the newest and those that have the words in their title."""
    columns = ("pk", "kind", "title", "words__stems")
    rows: list[Row] = list(matching.order_by("-pk").values_list(*columns)[: MOST + 1])
    if len(rows) <= MOST:
        return rows
    titled = Q()
    for word in words:
        titled &= Q(title__icontains=word.start) | Q(title__icontains=word.start.capitalize())
    more = matching.filter(titled).order_by("-pk").values_list(*columns)[:MOST]
    return list({row[0]: row for row in (*rows[:MOST], *more)}.values())


@lru_cache(maxsize=50_000)
def _title(title: str) -> frozenset[str]:
    return frozenset(plain(indexed(title)).split())


def _hit(
    pk: int, kind: str, title: str, stems: str, words: Sequence[Sought], need: int, sealed: frozenset[str]
) -> Hit | None:
    text = frozenset(plain(stems).split())
    # What is sealed is never told by its title, so its title puts it nowhere.
    above = frozenset() if kind in sealed else _title(title)
    length = 0.7 + 0.3 * len(text) / USUAL
    worth = [_worth(word, text, above, length) for word in words]
    has = sum(one > 0 for one in worth)
    return Hit(pk, kind, title, round(sum(worth), 9), has == len(words)) if has >= need else None


def _worth(word: Sought, text: frozenset[str], title: frozenset[str], length: float) -> float:
    best = 0.0
    for reading in word.readings:
        if all(not forms.isdisjoint(text) for forms in reading.parts):
            within = all(not forms.isdisjoint(title) for forms in reading.parts)
            best = max(best, reading.worth * (TITLE if within else 1 / length))
    return best * word.tells


def _matching(words: Iterable[Sought], every: bool, known: Lexicon) -> RawSQL:
    """The rows whose words may be meant. Stems are letters and digits alone, so they carry no operator."""
    if connection.vendor == "postgresql":
        sought = _sentence(words, every, known, " & ", " | ", "{}", "{}:*")
        sql = (
            "SELECT node_id FROM thread_words WHERE to_tsvector('simple', stems) @@ to_tsquery('simple', %s)"
        )
    else:
        sought = _sentence(words, every, known, " AND ", " OR ", '"{}"', '"{}"*')
        sql = "SELECT rowid FROM thread_found WHERE thread_found MATCH %s"
    return RawSQL(sql, (sought,))  # noqa: S611 - the words are a parameter


def _sentence(
    words: Iterable[Sought], every: bool, known: Lexicon, both: str, either: str, whole: str, begins: str
) -> str:
    """The query in a database's own words; both take the same sort of sentence."""

    def forms(part: frozenset[str]) -> str:
        return (
            "("
            + either.join(_short({one for word in part for one in known.spellings(word)}, whole, begins))
            + ")"
        )

    def said(word: Sought) -> Iterator[str]:
        starts = sorted(known.spellings(plain(word.start), begins=True) | {word.start})
        yield from (begins.format(start) for start in starts)
        for reading in word.readings:
            if len(reading.parts) > 1 or not all(
                one.startswith(plain(word.start)) for one in reading.parts[0]
            ):
                yield "(" + both.join(map(forms, reading.parts)) + ")"

    return (both if every else either).join("(" + either.join(said(word)) + ")" for word in words)


def _short(words: Iterable[str], whole: str, begins: str) -> Iterator[str]:
    """Words as a database is asked for them: of those that begin alike, the beginning. What it finds too many
    of is sifted afterwards.
    """
    kept: dict[str, str] = {}
    last = ""
    for word in sorted(words):
        if last and word.startswith(last):
            kept[last] = begins
        else:
            kept[word], last = whole, word
    yield from (form.format(word) for word, form in kept.items())
