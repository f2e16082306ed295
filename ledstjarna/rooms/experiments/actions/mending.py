"""A sketch as it is to be, and as it is laid."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.actions.shared import indexed, led, served
from ledstjarna.rooms.experiments.insight import fitting
from ledstjarna.rooms.experiments.models import Experiment, Site
from ledstjarna.rooms.experiments.room import Design, Sort
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused


def _check(sort: str, design: str, days: int, quiet: int, places: Sequence[str]) -> None:
    """That what was chosen goes together."""
    if (sort == Sort.NOTHING) != (design == Design.CONTRIBUTION):
        raise Refused(_("Where there is nothing to count, choose to tell what you see; and the other way."))
    if design in {Design.STAGGERED, Design.MATCHED} and len(places) < 2:
        raise Refused(_("Name the places, one on each line: at least two."))
    if quiet >= days:
        raise Refused(_("The change must begin before the sprint is over."))


def _placed(one: Experiment, places: Sequence[str]) -> None:
    one.sites.exclude(name__in=places).delete()
    Site.objects.bulk_create(
        [Site(experiment=one, name=name) for name in dict.fromkeys(places)], ignore_conflicts=True
    )


def _changed(one: Experiment, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(one, name, value)
    one.save()


def _sketch(ref: str, viewer: Viewer) -> Experiment:
    """The test of that ref, if this viewer leads it and it has not started."""
    one = led(ref, viewer)
    if not rules.is_mendable(one.stage):
        raise Refused(_("The test has started. Its rule can be altered, with a reason that is kept."))
    return one


def _names(places: str) -> list[str]:
    return [line.strip()[:100] for line in places.splitlines() if line.strip()]


@transaction.atomic
def mend(
    *,
    ref: str,
    title: str,
    need: str,
    whom: str,
    change: str,
    guess: str,
    measure: str,
    sort: str,
    better: str,
    worth: float,
    days: int,
    design: str,
    quiet: int | None = None,
    usual: float | None = None,
    steady: float | None = None,
    weekly: int = 5,
    places: str = "",
    scale_if: str = "",
    stop_if: str = "",
    otherwise: str = "",
    hours: float | None = None,
    kronor: int | None = None,
    group: str = "",
    setting: str = "",
    adaptation: str = "",
    serves: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """The sketch as it is to be; once it has started, its rule is altered with a reason instead."""
    one, names = _sketch(ref, viewer), _names(places)
    still = rules.quiet(design, days) if quiet is None else quiet
    _check(sort, design, days, still, names)
    rows = served(serves, viewer)
    _changed(
        one,
        {
            "need": need, "whom": whom, "change": change, "guess": guess, "measure": measure, "sort": sort,
            "better": better, "worth": worth, "days": days, "design": design, "quiet": still,
            "usual": usual, "steady": steady, "weekly": weekly, "scale_if": scale_if, "stop_if": stop_if,
            "otherwise": otherwise, "hours": hours, "kronor": kronor, "group": group, "setting": setting,
            "adaptation": adaptation,
        },
    )  # fmt: skip
    _placed(one, names)
    thread.retitle(node=one.node, title=title)
    thread.tie_exactly(source=one.node, name="serves", targets=rows)
    indexed(one)
    thread.record(who=viewer.node_id, verb="experiments.mended", node=one.node, at=now)
    return ref


@transaction.atomic
def lay(
    *,
    ref: str,
    places: str,
    weekly: int,
    days: int,
    apart: bool,
    chance: bool,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Lay the test in the way that fits a few answers."""
    one, names = _sketch(ref, viewer), _names(places)
    one.design = fitting(
        sort=one.sort, places=len(names), weekly=weekly, days=days, apart=apart, chance=chance
    )
    one.weekly, one.days, one.quiet = weekly, days, rules.quiet(one.design, days)
    one.save()
    _placed(one, names)
    thread.record(who=viewer.node_id, verb="experiments.mended", node=one.node, at=now)
    return ref
