"""Whether a lesson spreads: who learnt from whom, how long it took, whether it lasts, and where it may go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import spread as engine
from ledstjarna.rooms.experiments.insight.ahead import Ahead, ahead
from ledstjarna.rooms.experiments.models import Adoption, Experiment, Lesson
from ledstjarna.rooms.experiments.reads.pooling import PoolPart, pool_part
from ledstjarna.rooms.experiments.reads.similar import Similar, similar
from ledstjarna.rooms.experiments.room import Uptake
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Spot

MOST = 400  # units that are looked among for where it may go


@dataclass(frozen=True, slots=True)
class Twig:
    """A unit in the tree, and those that learnt from it."""

    unit: Spot
    began: date
    ended: date | None
    below: tuple["Twig", ...]


@dataclass(frozen=True, slots=True)
class StateRow:
    """How many units have come so far."""

    label: str
    units: int


@dataclass(frozen=True, slots=True)
class LastRow:
    """After so many days, the share that still uses it, with its interval in per cent."""

    days: int
    share: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class NextRow:
    """A unit that may be next, in per cent within a month, and why."""

    unit: Spot
    chance: int
    low: int
    high: int
    why: str


@dataclass(frozen=True, slots=True)
class LastingPart:
    """Whether use lasts: how many began and stopped, and by day the share left."""

    followed: int
    stopped: int
    rows: tuple[LastRow, ...]
    chart: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AheadPart:
    """Where it may go: the likeliest units, if nothing tells them apart, and a curve if honest."""

    rows: tuple[NextRow, ...]
    same: bool
    chart: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SpreadPage:
    """Whether a lesson spreads; `innovation` is R8, `could` the units that could use it."""

    ref: str
    claim: str
    lang: str
    unit: Spot
    since: date
    innovation: bool
    in_use: int
    states: tuple[StateRow, ...]
    second: int | None
    twigs: tuple[Twig, ...]
    use: LastingPart
    pooled: PoolPart | None
    could: int
    ahead: AheadPart
    similar: tuple[Similar, ...]


def spread(*, ref: str, viewer: Viewer, now: datetime) -> SpreadPage:
    """How the lesson of that ref spreads, as far as this viewer may see."""
    one = scope.lesson_found(ref=ref, viewer=viewer)
    today, since = timezone.localdate(now), timezone.localdate(one.set_at)
    rows = list(one.adoptions.select_related("unit__node", "origin").prefetch_related("steps").order_by("pk"))
    own = engine.Use(one.unit_id, since, None, -1, one.group, one.setting)
    others = [_use(row, one) for row in rows]
    could = _could(one, others)
    coming = ahead([own, *could], since, today)
    named = Unit.objects.select_related("node").filter(pk__in=_named(rows, one, coming))
    nodes, uses = {unit.pk: unit for unit in named}, {each.unit: each for each in (own, *others)}
    return SpreadPage(
        ref=ref,
        claim=one.node.title,
        lang=one.node.lang,
        unit=reads.spot(one.unit.node),
        since=since,
        innovation=rules.is_innovation(row.state for row in rows),
        in_use=sum(rules.is_innovation([row.state]) for row in rows),
        states=tuple(_states(rows)),
        second=engine.second(others, since),
        twigs=tuple(_twigs(engine.grown([own, *others]), nodes, uses)),
        use=_lasting(others, today),
        pooled=pool_part(one, viewer, today),
        could=len(could) + 1,
        ahead=_ahead(coming, nodes),
        similar=similar(ref=ref, viewer=viewer).rows,
    )


def _use(row: Adoption, one: Lesson) -> engine.Use:
    steps = sorted(row.steps.all(), key=lambda step: (step.on, step.pk))
    began, ended = rules.use_of([(step.state, step.on) for step in steps])
    return engine.Use(row.unit_id, began, ended, row.origin_id or -1, one.group, one.setting)


def _could(one: Lesson, others: Sequence[engine.Use]) -> list[engine.Use]:
    """The units that could use it: they have taken a step with it, or tried anything for the same people or
    in the same setting.
    """
    known = {each.unit: each for each in others}
    tried = Experiment.objects.exclude(unit_id=one.unit_id).order_by("unit_id", "pk")
    fit: dict[int, tuple[str, str]] = {}
    for unit, group, setting in tried.values_list("unit_id", "group", "setting"):
        if (group and group == one.group) or (setting and setting == one.setting):
            fit.setdefault(unit, (group, setting))
    fresh = [
        engine.Use(unit, None, None, -1, *kind) for unit, kind in sorted(fit.items()) if unit not in known
    ]
    return [*others, *fresh][:MOST]


def _named(rows: Iterable[Adoption], one: Lesson, coming: Ahead | None) -> set[int]:
    likely = {each.unit for each in coming.likely} if coming else set()
    return {row.unit_id for row in rows} | {one.unit_id} | likely


def _states(rows: Iterable[Adoption]) -> Iterator[StateRow]:
    many = Counter(row.state for row in rows)
    yield from (StateRow(str(Uptake(state).label), many[state]) for state in Uptake.values if many[state])


def _twigs(
    branches: Iterable[engine.Branch], units: dict[int, Unit], uses: dict[int, engine.Use]
) -> Iterator[Twig]:
    for one in branches:
        use = uses[one.unit]
        assert use.began is not None
        below = tuple(_twigs(one.taught, units, uses))
        yield Twig(reads.spot(units[one.unit].node), use.began, use.ended, below)


def _percent(share: float) -> int:
    return round(100 * share)


def _lasting(others: Sequence[engine.Use], today: date) -> LastingPart:
    found = engine.lasting(others, today)
    if found is None:
        return LastingPart(0, 0, (), {})
    chart = _chart(found) if found.stopped else {}
    return LastingPart(found.followed, found.stopped, tuple(_lasts(found)), chart)


def _ahead(coming: Ahead | None, units: dict[int, Unit]) -> AheadPart:
    if coming is None:
        return AheadPart((), False, {})
    return AheadPart(tuple(_following(coming, units)), coming.same, coming.chart)


def _lasts(found: engine.Lasting) -> Iterator[LastRow]:
    for days, *shares in zip(found.days, found.share, found.low, found.high, strict=True):
        yield LastRow(days, *map(_percent, shares))


def _chart(found: engine.Lasting) -> dict[str, Any]:
    share, low, high = ([_percent(one) for one in line] for line in (found.share, found.low, found.high))
    return {
        "summary": "",
        "x": list(found.days),
        "lines": {"%": share},
        "low": low,
        "high": high,
        "mark": None,
    }


def _following(coming: Ahead, units: dict[int, Unit]) -> Iterator[NextRow]:
    for one in coming.likely:
        chance, low, high = map(_percent, (one.chance, one.low, one.high))
        yield NextRow(reads.spot(units[one.unit].node), chance, low, high, one.why)
