"""How fast the city parries, and the list that it was counted from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.horizon import insight, rules
from ledstjarna.rooms.horizon.models import Parry, Signal
from ledstjarna.rooms.horizon.room import BEGUN, Course
from ledstjarna.thread import reads
from ledstjarna.thread.models import Fact, Strand
from ledstjarna.thread.reads import Missing

SIZE = 30


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """A signal, from when and for how long it was followed, and whether it then met a test."""

    ref: str
    title: str
    lang: str
    noticed_on: date
    days: int
    parried: bool
    parked: bool


@dataclass(frozen=True, slots=True)
class SpeedPage:
    """The speed of parrying with its interval, its curve, and the signals one by one."""

    speed: insight.Speed
    rows: tuple[FollowedRow, ...]
    total: int
    number: int
    pages: int

    @property
    def chart(self) -> dict[str, Any]:
        """The share of signals that had met a test, by days since they were noticed."""
        of = self.speed
        return {
            "summary": _("The share of signals that had met a first small test, by days since noticed."),
            "x": list(of.days),
            "lines": {_("Per cent with a test"): _percent(of.share)},
            "low": _percent(of.share_low),
            "high": _percent(of.share_high),
        }


def _percent(shares: tuple[float, ...]) -> list[float]:
    return [round(100 * share, 1) for share in shares]


def begun(parries: Iterable[int]) -> dict[int, date]:
    """The day on which each of these began, whichever room they live in; what has not begun has none.

    A test began when it was started. Of a parry that was told of here the day was told as well.
    """
    rows = list(parries)
    facts = Fact.objects.filter(node_id__in=rows, verb__in=BEGUN.values()).order_by("-number")
    days = {node: timezone.localdate(at) for node, at in facts.values_list("node_id", "at")}
    return days | dict(Parry.objects.filter(pk__in=rows).values_list("pk", "begun_on"))


def first_tests(ids: list[int]) -> dict[int, date]:
    """The day of the first small test of each signal that has one; a mere sketch is none."""
    strands = Strand.objects.filter(target_id__in=ids, name="parries", cut=False)
    pairs = list(strands.values_list("target_id", "source_id"))
    days = begun(source for _signal, source in pairs)
    found: dict[int, date] = {}
    for signal, source in pairs:
        if source in days:
            found[signal] = min(found.get(signal, date.max), days[source])
    return found


def followed(viewer: Viewer, today: date) -> tuple[FollowedRow, ...]:
    """Every signal that a viewer may read and how long it was followed, the latest first."""
    rows = Signal.objects.select_related("node").filter(reads.visible(viewer, "node__"))
    signals = list(rows.order_by("-noticed_on", "-pk"))
    first = first_tests([one.pk for one in signals])
    made = []
    for one in signals:
        parked = one.settled_on if one.course == Course.PARKED else None
        days, met = rules.followed(one.noticed_on, first.get(one.pk), parked, today)
        made.append(
            FollowedRow(
                one.node.ref, one.node.title, one.node.lang, one.noticed_on, days, met, parked is not None
            )
        )
    return tuple(made)


def speed_of(rows: tuple[FollowedRow, ...]) -> insight.Speed:
    """The speed that a list of signals tells of."""
    return insight.speed([(row.days, row.parried) for row in rows])


def speed(*, viewer: Viewer, now: datetime, number: int = 1) -> SpeedPage:
    """How fast the city parries; never a target, and of no unit by itself.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("speed")
    rows = followed(viewer, timezone.localdate(now))
    page = paged(rows, number, SIZE)
    return SpeedPage(speed_of(rows), tuple(page), len(rows), page.number, page.paginator.num_pages)
