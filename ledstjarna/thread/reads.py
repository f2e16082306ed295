"""What may be asked of the thread; every answer is filtered by viewer in the query."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.module_loading import import_string

from ledstjarna.thread import chain, room
from ledstjarna.thread.models import Audience, Fact, Node, Reader, Strand, Tide

STEPS = 8


class Missing(Exception):
    """What was asked for is not there, or not for this viewer: the two look the same."""


class Refused(Exception):
    """A rule says no, with its reason in the reader's words."""

    def __init__(self, reason: str, *, forbidden: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.forbidden = forbidden


class Sight(Protocol):
    """As much of a viewer as the thread needs to know who may read what."""

    @property
    def signed_in(self) -> bool:
        """Whether somebody known is looking."""

    @property
    def node_id(self) -> int | None:
        """The row of the person's node."""

    @property
    def authority_ids(self) -> frozenset[int]:
        """The rows of the nodes of the authorities that the person belongs to."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A node as others see it: where it stands and what it is called."""

    id: int
    ref: str
    kind: str
    label: str
    title: str
    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node one strand away, and the words of the strand as read from here."""

    tie: str
    label: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Event:
    """A fact as it is told: when, who, what, about what."""

    number: int
    at: datetime
    who: str
    sentence: str
    spot: Spot


def visible(viewer: Sight, of: str = "") -> Q:
    """The condition on a node that this viewer may read it (deny by default).

    On a row that has a node, `of` is the way to it, as `node__`: asked so, a row's own node is looked at and
    not every node in the city.
    """
    allowed = Q(**{f"{of}audience": Audience.PUBLIC})
    if not viewer.signed_in:
        return allowed
    named = Reader.objects.filter(node=OuterRef(f"{of}pk"), person_id=viewer.node_id)
    shown = Reader.objects.filter(node=OuterRef(f"{of}pk"), person_id__in=viewer.authority_ids)
    allowed |= Q(**{f"{of}audience": Audience.CITY})
    allowed |= Q(**{f"{of}audience": Audience.AUTHORITY, f"{of}authority_id__in": viewer.authority_ids})
    allowed |= Q(Exists(shown), **{f"{of}audience": Audience.AUTHORITY})
    return allowed | Q(Exists(named), **{f"{of}audience": Audience.NAMED})


def seen_by(viewer: Sight) -> QuerySet[Node]:
    """The nodes that a viewer may read."""
    return Node.objects.filter(visible(viewer))


def spot(node: Node) -> Spot:
    """A node as a plain value."""
    kind = room.kind(node.kind)
    url = reverse(kind.route, args=[node.ref]) if kind.route else ""
    title = str(kind.label) if kind.sealed else node.title
    return Spot(node.pk, node.ref, node.kind, str(kind.label), title, node.lang, url)


def node(*, ref: str, viewer: Sight, kind: str | None = None) -> Node:
    """The node of that ref.

    Raises:
        Missing: it is not there, of another kind, or not for this viewer.
    """
    found = seen_by(viewer).filter(ref=ref, **({"kind": kind} if kind else {})).first()
    if found is None:
        raise Missing(ref)
    return found


def spots(*, viewer: Sight, kind: str | Iterable[str], ids: Iterable[int] | None = None) -> list[Spot]:
    """The nodes of a kind, or of several, that have not ended, in order of title."""
    names = [kind] if isinstance(kind, str) else list(kind)
    found = seen_by(viewer).filter(kind__in=names, ended=None)
    if ids is not None:
        found = found.filter(pk__in=list(ids))
    return [spot(each) for each in found.order_by("kind", "title")]


def neighbours(*, node: Node, viewer: Sight, most: int = 50, without: Iterable[str] = ()) -> list[Neighbour]:
    """The nodes one strand away, in order of tie, `without` those by ties of these names."""
    ties = {(tie.name, tie.source): tie for tie in room.ties()}
    strands = Strand.objects.select_related("source", "target").filter(Q(source=node) | Q(target=node))
    strands = strands.filter(both_seen(viewer)).exclude(name__in=list(without))
    rows = list(strands.order_by("name", "pk")[:most])
    found = []
    for strand in rows:
        tie = ties.get((strand.name, strand.source.kind))
        if tie is None:
            continue
        outward = strand.source_id == node.pk
        label, other = (tie.label, strand.target) if outward else (tie.inverse, strand.source)
        found.append(Neighbour(strand.name, str(label), spot(other)))
    return found


def both_seen(viewer: Sight) -> Q:
    """The condition on a strand that it stands and that this viewer may read both its ends."""
    return visible(viewer, "source__") & visible(viewer, "target__") & Q(cut=False)


def _upward(ids: Iterable[int], viewer: Sight) -> dict[int, list[Node]]:
    """For each node, the nodes one step nearer the star."""
    up: dict[int, list[Node]] = defaultdict(list)
    by_source = [tie.name for tie in room.ties() if tie.up == "target"]
    by_target = [tie.name for tie in room.ties() if tie.up == "source"]
    rows = Strand.objects.filter(
        Q(source_id__in=ids, name__in=by_source) | Q(target_id__in=ids, name__in=by_target)
    ).filter(both_seen(viewer))
    for strand in rows.select_related("source", "target").order_by("pk"):
        low_first = strand.name in by_source
        here, there = (strand.source, strand.target) if low_first else (strand.target, strand.source)
        up[here.pk].append(there)
    return up


def why(*, ids: Sequence[int], viewer: Sight) -> dict[int, tuple[Spot, ...]]:
    """For each node, the shortest path from the star down to it; itself alone where there is none.

    Asks at most `STEPS` times however many the nodes are.
    """
    stars = {kind.name for kind in room.kinds() if kind.star}
    known = {each.pk: each for each in seen_by(viewer).filter(pk__in=ids)}
    parents: dict[int, list[int]] = {}
    frontier = [pk for pk, each in known.items() if each.kind not in stars]
    for _ in range(STEPS):
        if not frontier:
            break
        step = _upward(frontier, viewer)
        parents |= {pk: [each.pk for each in step.get(pk, ())] for pk in frontier}
        fresh = {each.pk: each for above in step.values() for each in above if each.pk not in known}
        known |= fresh
        frontier = [pk for pk, each in fresh.items() if each.kind not in stars]
    return {pk: _path(pk, known, parents, stars) for pk in ids if pk in known}


def _path(
    start: int, known: dict[int, Node], parents: dict[int, list[int]], stars: set[str]
) -> tuple[Spot, ...]:
    trails: list[tuple[int, ...]] = [(start,)]
    seen = {start}
    while trails:
        trail = trails.pop(0)
        if known[trail[-1]].kind in stars:
            return tuple(spot(known[pk]) for pk in reversed(trail))
        for above in parents.get(trail[-1], []):
            if above in known and above not in seen:
                seen.add(above)
                trails.append((*trail, above))
    return (spot(known[start]),)


def strands(*, viewer: Sight, names: Iterable[str]) -> list[tuple[int, str, int]]:
    """Strands of those names as rows (source, name, target), both ends visible."""
    rows = Strand.objects.filter(name__in=list(names)).filter(both_seen(viewer))
    return list(rows.order_by("pk").values_list("source_id", "name", "target_id"))


@dataclass(frozen=True, slots=True)
class Fabric:
    """What a viewer sees of the city's thread at a moment, as columns.

    `ids`, `refs`, `kinds`, `titles`, `langs`, `homes`, `dues`, `born` and `stirred` (when the latest fact
    about it was recorded) have one value for each node; `strands` are rows (source, name, target).
    """

    ids: tuple[int, ...]
    refs: tuple[str, ...]
    kinds: tuple[str, ...]
    titles: tuple[str, ...]
    langs: tuple[str, ...]
    homes: tuple[int | None, ...]
    dues: tuple[date | None, ...]
    born: tuple[datetime | None, ...]
    stirred: tuple[datetime | None, ...]
    strands: tuple[tuple[int, str, int], ...]


def fabric(*, viewer: Sight, at: datetime | None = None) -> Fabric:
    """The thread as this viewer may see it now, or as it was at a moment; three questions whatever its size.

    A strand is there where both its ends are. Persons are not, nor what is opened to named persons alone:
    so those who belong to the same authorities have the same fabric, and nobody is a dot in a picture. Nor
    are kinds whose room has left the house.
    """
    known = [kind.name for kind in room.kinds() if not kind.human]
    nodes = seen_by(viewer).exclude(audience=Audience.NAMED).filter(kind__in=known)
    # Most of a city's thread is mission cards, which two persons each may read: left out by the database.
    strands = Strand.objects.exclude(source__audience=Audience.NAMED)
    facts = Fact.objects.exclude(node__audience=Audience.NAMED)
    if at is None:
        nodes, strands = nodes.filter(ended=None), strands.filter(cut=False)
    else:
        nodes = nodes.filter(born__lte=at).exclude(ended__lte=at)
        strands = strands.filter(since__lte=at).exclude(until__lte=at)
        facts = facts.filter(at__lte=at)
    columns = ("pk", "ref", "kind", "title", "lang", "home_id", "due", "born")
    rows = list(nodes.order_by("pk").values_list(*columns))
    ids, refs, kinds, titles, langs, homes, dues, born = list(zip(*rows, strict=True)) or [()] * len(columns)
    latest = dict(facts.values_list("node_id").annotate(Max("at")).order_by())
    there = set(ids)
    ties = tuple(
        row
        for row in strands.order_by("pk").values_list("source_id", "name", "target_id")
        if row[0] in there and row[2] in there
    )
    stirred = tuple(map(latest.get, ids))
    return Fabric(ids, refs, kinds, titles, langs, homes, dues, born, stirred, ties)


def in_fabric(node: Node) -> bool:
    """Whether those who may read the node find it in the thread as it is now."""
    return node.ended is None and node.audience != Audience.NAMED and not room.kind(node.kind).human


def starts(*, kind: str, viewer: Sight) -> tuple[tuple[str, str], ...]:
    """The pages where this viewer may tie something new to a node of this kind: words and route."""
    return tuple(
        (str(tie.begin or tie.inverse), tie.start)
        for tie in room.ties()
        if tie.start and kind in tie.targets and viewer.signed_in
        if not tie.may or import_string(tie.may)(viewer)
    )


def events(*, viewer: Sight, nodes: Iterable[int] | None = None, most: int = 20) -> list[Event]:
    """The latest facts, about some nodes or about all, told in the reader's language."""
    facts = Fact.objects.select_related("node", "who").filter(visible(viewer, "node__")).order_by("-number")
    if nodes is not None:
        facts = facts.filter(node_id__in=list(nodes))
    return [_told(fact, viewer) for fact in facts[:most]]


def _told(fact: Fact, viewer: Sight) -> Event:
    shown = fact.who is not None and fact.who.audience != Audience.NAMED and viewer.signed_in
    who = fact.who.title if fact.who is not None and shown else ""
    return Event(fact.number, fact.at, who, str(room.verb(fact.verb)), spot(fact.node))


def verify(
    anchor: tuple[int, str] | None = None, tell: Callable[[int], None] = lambda number: None
) -> chain.Verdict:
    """Whether the chain of facts holds; `tell` hears how far the reading has come."""
    tide = Tide.objects.filter(pk=1).first()
    head = (tide.number, tide.hash) if tide else (0, chain.GENESIS)
    rows = Fact.objects.order_by("number").values_list(
        "number", "at", "who_id", "verb", "node_id", "other_id", "hash"
    )

    def links() -> Iterable[tuple[chain.Link, str]]:
        for number, at, who, verb, node_id, other, stored in rows.iterator(chunk_size=5000):
            if number % 5000 == 0:
                tell(number)
            yield chain.Link(number, at, who, verb, node_id, other), stored

    return chain.verify(links(), head, anchor)
