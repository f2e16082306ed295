"""Finding what has been learnt: lessons, tests, other cities' lessons, and who can be asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.models import Experiment, Foreign, Guide, Lesson
from ledstjarna.rooms.experiments.reads.lessons import tallies
from ledstjarna.rooms.experiments.room import Group, Setting, Stage
from ledstjarna.thread import reads, search
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Spot

SIZE, LATEST = 20, 200
KINDS = ("lesson", "test", "foreign")
COSTS = {"free": 0, "small": 5000, "middle": 50_000}  # kronor at most
HELD = ("held", "not_held")
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A lesson, a test, or a lesson of another city: what it is, where, how it went, and who can be asked."""

    spot: Spot
    where: str
    theirs: bool
    group: str
    setting: str
    kronor: int | None
    hours: float | None
    holds: int
    tried: int
    in_use: int
    state: str
    stale: bool
    guides: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    query: str = ""
    kind: str = ""
    group: str = ""
    setting: str = ""
    cost: str = ""
    held: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class FindPage:
    """One page of what was found, with what may be chosen among."""

    wanted: Wanted
    rows: tuple[FoundRow, ...]
    partly: bool
    total: int
    number: int
    pages: int
    groups: Choices
    settings: Choices


@dataclass(frozen=True, slots=True)
class Similar:
    """A lesson or a test that speaks of the same."""

    spot: Spot
    where: str


@dataclass(frozen=True, slots=True)
class SimilarPart:
    """What speaks of the same as a lesson."""

    rows: tuple[Similar, ...]


def find(
    *,
    viewer: Viewer,
    now: datetime,
    query: str = "",
    kind: str = "",
    group: str = "",
    setting: str = "",
    cost: str = "",
    held: str = "",
    state: str = "",
    number: int = 1,
) -> FindPage:
    """What fits all that is asked for: the best first where there are words, else the latest."""
    wanted = Wanted(query.strip()[:200], kind, group, setting, cost, held, state)
    order, partly = _order(wanted, viewer)
    rows = _rows(order, viewer, now)
    shown = [rows[pk] for pk in order if pk in rows and _fits(rows[pk], wanted)]
    pages = max(1, -(-len(shown) // SIZE))
    number = min(max(1, number), pages)
    part = shown[(number - 1) * SIZE : number * SIZE]
    return FindPage(
        wanted=wanted,
        rows=_with_guides(part, viewer),
        partly=partly,
        total=len(shown),
        number=number,
        pages=pages,
        groups=tuple((value, str(label)) for value, label in Group.choices),
        settings=tuple((value, str(label)) for value, label in Setting.choices),
    )


def _order(wanted: Wanted, viewer: Viewer) -> tuple[list[int], bool]:
    kinds = (wanted.kind,) if wanted.kind in KINDS else KINDS
    if wanted.query:
        hits = search.hits_of(query=wanted.query, viewer=viewer, kinds=kinds)
        return [hit.pk for hit in hits], bool(hits) and not hits[0].every
    latest = reads.seen_by(viewer).filter(kind__in=kinds, ended=None).order_by("-pk")
    return list(latest.values_list("pk", flat=True)[:LATEST]), False
