"""The figures that stand beside something, as a trend with its interval: in words, and as a curve."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Indicator, Reading
from ledstjarna.rooms.missions.room import PULLS, Better
from ledstjarna.rooms.missions.rules import Point
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Spot

DRAWN = 3  # fewer figures are told in words alone
MOST = 6


def number(value: float) -> str:
    """A figure as the reader's language writes it, without decimals that say nothing."""
    return str(localize(int(value) if value == int(value) else round(value, 3)))


def _day(one: Point) -> str:
    return str(date_format(one.on, "j F Y"))


def _interval(one: Point) -> str:
    if one.low is None or one.high is None:
        return ""
    words = _("Between %(low)s and %(high)s at the latest figure.")
    return words % {"low": number(one.low), "high": number(one.high)}


def _moved(trend: rules.Trend) -> str:
    if not trend.change:
        return _("the same")
    words = _("%(by)s higher") if trend.change > 0 else _("%(by)s lower")
    return words % {"by": number(abs(trend.change))}


def trend_words(points: Sequence[Point], measured_in: str) -> str:
    """Where figures have come from and got to, and what may be chance; never how good that is."""
    trend = rules.trend_of(points)
    if trend is None:
        return ""
    if trend.first is trend.latest:
        one = _("%(value)s %(unit)s on %(day)s.")
        first = one % {"value": number(trend.latest.value), "unit": measured_in, "day": _day(trend.latest)}
        return f"{first} {_interval(trend.latest)}".strip()
    many = _("From %(first)s %(unit)s on %(since)s to %(latest)s on %(day)s: %(moved)s.") % {
        "first": number(trend.first.value), "unit": measured_in, "since": _day(trend.first),
        "latest": number(trend.latest.value), "day": _day(trend.latest), "moved": _moved(trend),
    }  # fmt: skip
    chance = _("The two intervals overlap, so the difference may be chance.") if trend.overlap else ""
    return " ".join(part for part in (many, _interval(trend.latest), chance) if part)


@dataclass(frozen=True, slots=True)
class Curve:
    """An indicator beside a dialogue, with its figures up to a day, oldest first."""

    spot: Spot
    measured_in: str
    better: str
    points: tuple[Point, ...]

    @property
    def drawn(self) -> bool:
        """Whether there are figures enough for a curve."""
        return len(self.points) >= DRAWN

    @property
    def words(self) -> str:
        """The trend in words."""
        return trend_words(self.points, self.measured_in)

    @property
    def chart(self) -> dict[str, Any]:
        """The figures as a line."""
        return {
            "summary": f"{self.spot.title}: {self.words}",
            "x": [one.on.isoformat() for one in self.points],
            "lines": {self.measured_in: [one.value for one in self.points]},
            "low": [one.low for one in self.points],
            "high": [one.high for one in self.points],
        }


def _near(about: Node) -> list[int]:
    """What a thing is measured by way of: itself, the goals that a plan serves, or those of a mission."""
    if about.kind == "unit_plan":
        up = Strand.objects.filter(source=about, name="serves", cut=False)
        return [about.pk, *up.values_list("target_id", flat=True)]
    if about.kind == "board_mission":
        down = Strand.objects.filter(target=about, name="serves", cut=False, source__kind="board_goal")
        return [about.pk, *down.values_list("source_id", flat=True)]
    return [about.pk]


def readings(indicators: Iterable[int], until: date | None) -> dict[int, tuple[Point, ...]]:
    """The figures of indicators up to a day, or all of them, oldest first."""
    found: dict[int, list[Point]] = defaultdict(list)
    rows = Reading.objects.filter(indicator_id__in=list(indicators)).order_by("on")
    rows = rows if until is None else rows.filter(on__lte=until)
    for one in rows:
        found[one.indicator_id].append(Point(one.on, one.value, one.low, one.high))
    return {pk: tuple(points) for pk, points in found.items()}


def measures(*, about: Node, viewer: Viewer, until: date | None = None) -> tuple[Curve, ...]:
    """The indicators of what a dialogue is about, as they stood on a day or stand now; a handful at most."""
    near = _near(about)
    strands = Strand.objects.filter(
        Q(name="measures", target_id__in=near) | Q(name__in=PULLS.values(), source=about), cut=False
    )
    ids = {one.source_id if one.name == "measures" else one.target_id for one in strands}
    rows = Indicator.objects.select_related("node").filter(
        reads.visible(viewer, "node__"), pk__in=ids, node__ended=None
    )
    shown = list(rows.order_by("node__title", "pk")[:MOST])
    figures = readings([one.pk for one in shown], until)
    return tuple(
        Curve(reads.spot(one.node), one.measured_in, str(Better(one.better).label), figures.get(one.pk, ()))
        for one in shown
    )
