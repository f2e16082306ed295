"""Finding what has been learnt: lessons, tests, other cities' lessons, and who can be asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Experiment, Foreign, Guide, Lesson
from ledstjarna.rooms.experiments.reads.shelf import tallies
from ledstjarna.rooms.experiments.room import Group, Setting, Stage, Verdict
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
    page = paged(shown, number, SIZE)
    part = page.object_list
    return FindPage(
        wanted=wanted,
        rows=_with_guides(part, viewer),
        partly=partly,
        total=len(shown),
        number=page.number,
        pages=page.paginator.num_pages,
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


def _rows(ids: Iterable[int], viewer: Viewer, now: datetime) -> dict[int, FoundRow]:
    """What stands behind nodes, by row: a constant number of questions however many they are."""
    wanted = list(ids)
    nodes = reads.seen_by(viewer).filter(pk__in=wanted)
    seen = {node.pk: reads.spot(node) for node in nodes}
    return _lessons(seen, now) | _tests(seen) | _foreign(seen)


def _lessons(seen: dict[int, Spot], now: datetime) -> dict[int, FoundRow]:
    found = list(Lesson.objects.select_related("node", "unit").filter(pk__in=seen))
    tally, today = tallies(one.pk for one in found), timezone.localdate(now)
    return {
        one.pk: FoundRow(
            seen[one.pk], one.unit.name, False, one.group, one.setting, one.kronor, one.hours,
            holds=tally[one.pk]["supports"],
            tried=tally[one.pk]["supports"] + tally[one.pk]["contradicts"],
            in_use=tally[one.pk]["in_use"],
            state="retired" if one.node.ended else "used" if tally[one.pk]["in_use"] else "waits",
            stale=rules.is_stale(one.node.due, today),
            guides=(),
        )
        for one in found
    }  # fmt: skip


def _tests(seen: dict[int, Spot]) -> dict[int, FoundRow]:
    return {
        one.pk: FoundRow(
            seen[one.pk], one.unit.name, False, one.group, one.setting, one.kronor, one.hours,
            holds=int(one.verdict == Verdict.SCALE),
            tried=int(one.stage == Stage.CONCLUDED),
            in_use=0,
            state="over" if one.stage == Stage.CONCLUDED else "running" if one.begins else "sketch",
            stale=False,
            guides=(),
        )
        for one in Experiment.objects.select_related("unit").filter(pk__in=seen)
    }  # fmt: skip


def _foreign(seen: dict[int, Spot]) -> dict[int, FoundRow]:
    return {
        one.pk: FoundRow(
            seen[one.pk], one.feed.node.title, True, "", "", None, None, 0, 0, 0, "theirs", False, ()
        )
        for one in Foreign.objects.select_related("feed__node").filter(pk__in=seen)
    }


def _fits(one: FoundRow, wanted: Wanted) -> bool:
    """Whether a row is among what was asked for; what is not known of it does not fit a narrower question."""
    if wanted.group and one.group != wanted.group:
        return False
    if wanted.setting and one.setting != wanted.setting:
        return False
    if wanted.cost in COSTS and (one.kronor is None or one.kronor > COSTS[wanted.cost]):
        return False
    if wanted.held in HELD and (not one.tried or (2 * one.holds > one.tried) != (wanted.held == "held")):
        return False
    return wanted.state in {"", one.state}


def _with_guides(rows: Iterable[FoundRow], viewer: Viewer) -> tuple[FoundRow, ...]:
    """Rows with those who have said themselves that they can be asked; never a protected person (R18)."""
    shown = list(rows)
    if not viewer.signed_in:
        return tuple(shown)
    open_to_all = reads.seen_by(viewer).exclude(audience=Audience.NAMED)
    guides = Guide.objects.select_related("person__node").filter(lesson__in=[one.spot.id for one in shown])
    named = defaultdict(list)
    for one in guides.filter(person__node__in=open_to_all).order_by("pk"):
        named[one.lesson_id].append(reads.spot(one.person.node))
    return tuple(replace(one, guides=tuple(named[one.spot.id][:3])) for one in shown)
