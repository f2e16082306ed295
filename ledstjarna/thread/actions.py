"""How the thread grows: nodes are added, strands tied, facts recorded, words indexed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction

from ledstjarna.thread import chain
from ledstjarna.thread.models import Audience, Fact, Node, Promise, Reader, Strand, Tide, Words
from ledstjarna.thread.stems import indexed

BATCH = 500


def add_node(
    *,
    kind: str,
    title: str,
    audience: str = Audience.CITY,
    lang: str = "",
    home: int | None = None,
    authority: int | None = None,
    readers: Iterable[int] = (),
    due: date | None = None,
) -> Node:
    """A new node. `home` and `authority` are rows of nodes; `readers` of persons' nodes."""
    node = Node.objects.create(
        kind=kind,
        title=title[:300],
        audience=audience,
        lang=lang,
        home_id=home,
        authority_id=authority,
        due=due,
    )
    Reader.objects.bulk_create([Reader(node=node, person_id=person) for person in readers])
    _promise_all([node])
    return node


def add_nodes(nodes: Sequence[Node]) -> list[Node]:
    """Many new nodes at once, in the order given, each with its row number."""
    made = Node.objects.bulk_create(nodes, batch_size=BATCH)
    _promise_all(made)
    return made


def _promise_all(nodes: Iterable[Node]) -> None:
    rows = [Promise(node=node, due=node.due) for node in nodes if node.due]
    if rows:
        Promise.objects.bulk_create(rows, batch_size=BATCH)


def open_to(*, node: Node, audience: str) -> None:
    """Let another audience read a node."""
    node.audience = audience
    node.save(update_fields=["audience"])


def show(*, node: Node, to: int) -> None:
    """Let one more read a node: a person where it is for named persons, a board where it is a board's."""
    Reader.objects.get_or_create(node=node, person_id=to)


def open_all(*, ids: Iterable[int], audience: str) -> None:
    """Let another audience read many nodes, given as rows."""
    rows = list(ids)
    for start in range(0, len(rows), BATCH):
        Node.objects.filter(pk__in=rows[start : start + BATCH]).update(audience=audience)


def let_read(*, node: Node, persons: Iterable[int]) -> None:
    """Let these persons, as rows, read a node that is opened to named persons, and nobody else."""
    node.readers.all().delete()
    Reader.objects.bulk_create([Reader(node=node, person_id=person) for person in sorted(set(persons))])


def retitle(*, node: Node, title: str) -> None:
    """Give a node another title."""
    node.title = title[:300]
    node.save(update_fields=["title"])


def promise(*, node: Node, due: date | None) -> None:
    """Set the day that is promised of a node, or take it away when the promise is kept.

    A day that stood before can still be told; the same day again changes nothing.
    """
    node.due = due
    node.save(update_fields=["due"])
    standing = Promise.objects.filter(node=node, cut=False)
    (standing.exclude(due=due) if due else standing).update(cut=True)
    if due and not standing.exists():
        Promise.objects.create(node=node, due=due)


def end(*, node: Node, at: datetime) -> None:
    """Stop a node: it can still be read, and steers nobody any more."""
    node.ended, node.due = at, None
    node.save(update_fields=["ended", "due"])
    Promise.objects.filter(node=node, cut=False).update(cut=True)


def revive(*, node: Node) -> None:
    """Let a node that has ended stand again, where the ending is taken back."""
    node.ended = None
    node.save(update_fields=["ended"])


def tie(*, source: Node | int, name: str, target: Node | int) -> None:
    """Spin a strand; the same strand twice is one."""
    Strand.objects.get_or_create(source_id=_row(source), name=name, target_id=_row(target), cut=False)


def tie_all(strands: Iterable[tuple[int, str, int]]) -> None:
    """Spin many strands at once, given as rows: source, name, target."""
    rows = [Strand(source_id=source, name=name, target_id=target) for source, name, target in strands]
    Strand.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def tie_exactly(*, source: Node | int, name: str, targets: Iterable[int]) -> None:
    """Let the strands of a name lead from a node to these rows and to no others."""
    wanted = set(targets)
    standing = Strand.objects.filter(source_id=_row(source), name=name, cut=False)
    standing.exclude(target_id__in=wanted).update(cut=True)
    tie_all((_row(source), name, target) for target in sorted(wanted))


def untie(*, source: Node | int, name: str, target: Node | int) -> None:
    """Cut a strand, if it is there; what was can still be told."""
    Strand.objects.filter(source_id=_row(source), name=name, target_id=_row(target)).update(cut=True)


def untie_all(*, source: Node | int) -> None:
    """Cut every strand that goes out from a node."""
    Strand.objects.filter(source_id=_row(source)).update(cut=True)


def index(node: Node, text: str) -> None:
    """Make a node findable by the words of a text."""
    Words.objects.update_or_create(node=node, defaults={"stems": indexed(text)})


def index_all(texts: Iterable[tuple[Node, str]]) -> None:
    """Make many new nodes findable at once."""
    Words.objects.bulk_create(
        [Words(node=node, stems=indexed(text)) for node, text in texts], batch_size=BATCH
    )


def record(*, who: int | None, verb: str, node: Node, at: datetime, other: Node | None = None) -> int:
    """Append a fact and return its number. The tide is locked last, so facts have one order."""
    with transaction.atomic():
        tide = Tide.objects.select_for_update().get_or_create(pk=1)[0]
        other_id = other.pk if other else None
        link = chain.Link(tide.number + 1, at, who, verb, node.pk, other_id)
        tide.number, tide.hash = link.number, chain.seal(tide.hash, link)
        Fact.objects.create(
            number=link.number, at=at, who_id=who, verb=verb, node=node, other=other, hash=tide.hash
        )
        tide.save(update_fields=["number", "hash"])
        _date(at)
    return link.number


def record_all(facts: Iterable[tuple[datetime, int | None, str, int, int | None]]) -> int:
    """Append many facts at once, as rows (at, who, verb, node, other) in order; the number of the last.

    For a life that is replayed: what came and went since the fact before bears the last one's moment.
    """
    with transaction.atomic():
        tide = Tide.objects.select_for_update().get_or_create(pk=1)[0]
        rows = []
        for at, who, verb, node, other in facts:
            link = chain.Link(tide.number + 1, at, who, verb, node, other)
            tide.number, tide.hash = link.number, chain.seal(tide.hash, link)
            sealed = tide.hash
            rows.append(
                Fact(
                    number=link.number,
                    at=at,
                    who_id=who,
                    verb=verb,
                    node_id=node,
                    other_id=other,
                    hash=sealed,
                )
            )
        Fact.objects.bulk_create(rows, batch_size=BATCH)
        tide.save(update_fields=["number", "hash"])
        if rows:
            _date(rows[-1].at)
    return tide.number


def _date(at: datetime) -> None:
    """What came and went since the fact before bears this one's moment."""
    Node.objects.filter(born=None).update(born=at)
    Strand.objects.filter(since=None).update(since=at)
    Strand.objects.filter(cut=True, until=None).update(until=at)
    Promise.objects.filter(since=None).update(since=at)
    Promise.objects.filter(cut=True, until=None).update(until=at)


def _row(node: Node | int) -> int:
    return node if isinstance(node, int) else node.pk
