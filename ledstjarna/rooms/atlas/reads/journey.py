"""The journey as a timeline: what came and what was let go, and the thread as it was at any day."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import get_language

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.reads.cities import common
from ledstjarna.thread import reads, room
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Spot

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Step:
    """A quarter of a year: how many things came and were let go, by kind, with the first of them by name."""

    begins: date
    ends: date
    came: tuple[tuple[str, int], ...]
    gone: tuple[tuple[str, int], ...]
    named: tuple[Spot, ...]
    stopped: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """The steps, newest first, and how much stood at a day by kind."""

    day: date
    first: date | None
    standing: tuple[tuple[str, int], ...]
    total: int
    steps: tuple[Step, ...]


def journey(*, viewer: Viewer, now: datetime, day: date | None = None) -> Journey:
    """What came and what was let go until a day, and what stood then."""
    chosen = min(day or timezone.localdate(now), timezone.localdate(now))
    key = "atlas.journey", common(viewer), get_language(), chosen
    return until_next_fact(key, lambda: _journey(viewer, chosen))


def _journey(viewer: Viewer, chosen: date) -> Journey:
    until = timezone.make_aware(datetime.combine(chosen, time.max))
    told = {kind.name: kind for kind in room.kinds() if kind.star or kind.aims or kind.word or kind.leaned}
    seen = reads.seen_by(viewer).exclude(audience=Audience.NAMED).filter(kind__in=told, born__lte=until)
    rows = list(seen.order_by("born", "pk"))
    standing: dict[str, int] = defaultdict(int)
    for node in rows:
        if node.ended is None or node.ended > until:
            standing[str(told[node.kind].plural)] += 1
    first = timezone.localdate(rows[0].born) if rows and rows[0].born else None
    return Journey(chosen, first, tuple(standing.items()), sum(standing.values()), _steps(rows, until))


def _quarter(at: datetime) -> date:
    day = timezone.localdate(at)
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _steps(rows: list[Node], until: datetime) -> tuple[Step, ...]:
    came: dict[date, list[Node]] = defaultdict(list)
    gone: dict[date, list[Node]] = defaultdict(list)
    for node in rows:
        if node.born:
            came[_quarter(node.born)].append(node)
        if node.ended and node.ended <= until:
            gone[_quarter(node.ended)].append(node)
    return tuple(_step(begins, came[begins], gone[begins]) for begins in sorted({*came, *gone}, reverse=True))


def _step(begins: date, came: list[Node], gone: list[Node]) -> Step:
    after = date(
        begins.year + begins.month // 10, begins.month % 12 // 3 * 3 + 4 if begins.month < 10 else 1, 1
    )
    many = Counter(node.kind for node in came)
    rare = sorted(came, key=lambda node: (many[node.kind], node.pk))
    return Step(
        begins=begins,
        ends=after,
        came=_by_kind(came),
        gone=_by_kind(gone),
        named=tuple(reads.spot(node) for node in rare[:SHOWN]),
        stopped=tuple(reads.spot(node) for node in gone[:SHOWN]),
    )


def _by_kind(nodes: list[Node]) -> tuple[tuple[str, int], ...]:
    many: dict[str, int] = defaultdict(int)
    for node in nodes:
        many[str(room.kind(node.kind).plural)] += 1
    return tuple(many.items())
