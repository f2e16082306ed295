"""A sprint on one page: today's one step, what has been counted, and what is seen so far."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.insight import Seen, figure
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.experiments.reads.rights import rights
from ledstjarna.rooms.experiments.reads.shared import changes_on, rows_of, shown
from ledstjarna.rooms.experiments.room import Design, Sort, Stage
from ledstjarna.thread.reads import Missing


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the sprint, and what was counted in it."""

    on: date
    said: str


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A place: what it is to do, and how many observations it has."""

    name: str
    step: str
    many: int


@dataclass(frozen=True, slots=True)
class SprintPage:
    """The sprint of a test."""

    ref: str
    title: str
    lang: str
    stage: str
    step: str
    day: int
    days: int
    measure: str
    sort: str
    today: str
    counted: bool
    way: str
    sites: tuple[SiteRow, ...]
    recent: tuple[DayRow, ...]
    notes: tuple[tuple[date, str], ...]
    many: int
    may_log: bool
    may_undo: bool
    may_conclude: bool
    seen: Seen | None


def said(sort: str, value: float, many: int, rows: int) -> str:
    """What was counted in a day, as one says it."""
    if sort == Sort.YES_NO:
        return _("%(yes)s of %(all)s") % {"yes": figure(value), "all": many}
    return figure(value if sort == Sort.COUNT else value / max(rows, 1))


def _by_day(one: Experiment) -> dict[date, tuple[float, int, int]]:
    value: dict[date, float] = defaultdict(float)
    many: Counter[date] = Counter()
    rows: Counter[date] = Counter()
    for on, amount, times in one.observations.values_list("on", "value", "many"):
        value[on] += amount
        many[on] += times
        rows[on] += 1
    return {on: (value[on], many[on], rows[on]) for on in sorted(rows, reverse=True)}


def _step(one: Experiment, stage: str, today: date, way: str) -> str:
    """Today's one step."""
    begins, ends, change = one.begins, one.ends, changes_on(one)
    if stage == Stage.REVIEW:
        return _("The sprint is over. Look at what you saw, and decide.")
    if one.design == Design.CONTRIBUTION:
        return _("Do it, and write one line about what you see.")
    if one.design == Design.WORDINGS:
        return _("Next time: %(way)s. Then say how it went.") % {"way": way}
    if one.design == Design.STAGGERED:
        return _("Count in every place. Each begins with the change on its own day, below.")
    if one.design == Design.MATCHED:
        return _("Count in every place. Those below that have the change do it; the others do as usual.")
    if change and begins and ends and today < change:
        return _("Do as usual today, and count. The change begins on %(day)s.") % {
            "day": date_format(change, "j F")
        }
    if change == today:
        return _("Today the change begins: do it, and count.")
    return _("Do it, and count.")


def _sites(one: Experiment, today: date) -> tuple[SiteRow, ...]:
    counted = Counter(one.observations.exclude(site=None).values_list("site_id", flat=True))
    rows = []
    for site in one.sites.order_by("pk"):
        if site.begins is not None:
            begun = today >= site.begins
            step = (
                _("with the change")
                if begun
                else _("begins %(day)s") % {"day": date_format(site.begins, "j F")}
            )
        else:
            step = _("with the change") if site.having else _("as usual")
        rows.append(SiteRow(site.name, step, counted[site.pk]))
    return tuple(rows)


def sprint(*, ref: str, viewer: Viewer, now: datetime) -> SprintPage:
    """The sprint of the test of that ref.

    Raises:
        Missing: there is no such test for this viewer, or it has not started.
    """
    one, today = scope.found(ref=ref, viewer=viewer), timezone.localdate(now)
    if rules.is_mendable(one.stage):
        raise Missing(ref)
    may, stage = rights(one, viewer), rules.stage(one.stage, one.ends, today)
    by_day, rows = _by_day(one), rows_of(one)
    day, days = rules.day_of(one.begins, one.ends, today)
    way = _("the new way") if rules.next_way(one.seed, len(rows)) else _("the old way")
    now_counted = by_day.get(today)
    running = rules.is_locked(one.stage)
    return SprintPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        stage=stage,
        step=_step(one, stage, today, way) if running else "",
        day=day,
        days=days,
        measure=one.measure,
        sort=one.sort,
        today=said(one.sort, *now_counted) if now_counted else "",
        counted=now_counted is not None,
        way=way if one.design == Design.WORDINGS else "",
        sites=_sites(one, today) if one.design in {Design.STAGGERED, Design.MATCHED} else (),
        recent=tuple(DayRow(on, said(one.sort, *what)) for on, what in list(by_day.items())[:14]),
        notes=tuple(one.notes.order_by("-on", "-pk").values_list("on", "text")[:20]),
        many=len(rows),
        may_log=may.logs and running,
        may_undo=may.logs and running and bool(rows),
        may_conclude=may.leads and running,
        seen=shown(one, rows, today) if rows else None,
    )
