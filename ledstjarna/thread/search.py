"""One search over every room, on both databases, filtered by audience in the query."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Sight, Spot, seen_by, spot
from ledstjarna.thread.stems import stems


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found."""

    query: str
    total: int
    number: int
    pages: int
    spots: tuple[Spot, ...]


def search(*, query: str, viewer: Sight, number: int = 1, size: int = 20) -> Found:
    """The nodes whose words match every word of the query, last words as beginnings."""
    matching = _matching(query, viewer)
    if matching is None:
        return Found(query, 0, 1, 1, ())
    total = matching.count()
    pages = max(1, -(-total // size))
    number = min(max(1, number), pages)
    rows = matching.order_by("title", "pk")[(number - 1) * size : number * size]
    return Found(query, total, number, pages, tuple(spot(each) for each in rows))


def _matching(query: str, viewer: Sight) -> QuerySet[Node] | None:
    words = stems(query[:200])[:12]
    if not words:
        return None
    # Stems are letters and digits alone, so they can carry no operator into the query.
    if connection.vendor == "postgresql":
        sought = " & ".join("(" + " | ".join(f"{stem}:*" for stem in word) + ")" for word in words)
        hits = RawSQL(
            "SELECT node_id FROM thread_words WHERE to_tsvector('simple', stems) @@ to_tsquery('simple', %s)",
            (sought,),
        )
    else:
        sought = " AND ".join("(" + " OR ".join(f'"{stem}"*' for stem in word) + ")" for word in words)
        hits = RawSQL("SELECT rowid FROM thread_found WHERE thread_found MATCH %s", (sought,))
    return seen_by(viewer).filter(pk__in=hits)
