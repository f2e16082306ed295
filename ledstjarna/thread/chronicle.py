"""All that has been, as far as a viewer may read it: what the past is counted from, in four questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ledstjarna.thread import room
from ledstjarna.thread.models import Audience, Fact, Promise, Strand
from ledstjarna.thread.reads import Sight, seen_by


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What stands and what has ended, as columns: one value for each node.

    `strands` are rows (source, name, target, since, until), `promises` (node, due, since, until) and `acts`
    (node, who, at). What has no moment to end by stands.
    """

    ids: tuple[int, ...]
    refs: tuple[str, ...]
    kinds: tuple[str, ...]
    titles: tuple[str, ...]
    langs: tuple[str, ...]
    homes: tuple[int | None, ...]
    born: tuple[datetime | None, ...]
    ended: tuple[datetime | None, ...]
    strands: tuple[tuple[int, str, int, datetime | None, datetime | None], ...]
    promises: tuple[tuple[int, date, datetime | None, datetime | None], ...]
    acts: tuple[tuple[int, int, datetime], ...]


def chronicle(*, viewer: Sight, acts_of: Iterable[int] = ()) -> Chronicle:
    """The thread with its past, as this viewer may read it; and what these persons did, given as rows.

    Persons are not in it, nor what is opened to named persons alone, as in `reads.fabric`. Whoever is
    not signed in is told of nobody's acts, and nobody is told of those of a protected person (R18).
    """
    known = [kind.name for kind in room.kinds() if not kind.human]
    nodes = seen_by(viewer).exclude(audience=Audience.NAMED).filter(kind__in=known)
    columns = ("pk", "ref", "kind", "title", "lang", "home_id", "born", "ended")
    rows = list(nodes.order_by("pk").values_list(*columns))
    ids, refs, kinds, titles, langs, homes, born, ended = list(zip(*rows, strict=True)) or [()] * len(columns)
    there = set(ids)
    common = Strand.objects.exclude(source__audience=Audience.NAMED).order_by("pk")
    strands = common.values_list("source_id", "name", "target_id", "since", "until")
    promises = Promise.objects.order_by("pk").values_list("node_id", "due", "since", "until")
    return Chronicle(
        ids, refs, kinds, titles, langs, homes, born, ended,
        strands=tuple(row for row in strands if row[0] in there and row[2] in there),
        promises=tuple(row for row in promises if row[0] in there),
        acts=tuple(row for row in _acts(viewer, acts_of) if row[0] in there),
    )  # fmt: skip


def _acts(viewer: Sight, persons: Iterable[int]) -> Iterable[tuple[int, int, datetime]]:
    if not viewer.signed_in:
        return ()
    facts = Fact.objects.filter(who__in=list(persons)).exclude(who__audience=Audience.NAMED)
    return [
        (node, who, at)
        for node, who, at in facts.order_by("number").values_list("node_id", "who_id", "at")
        if who is not None
    ]
