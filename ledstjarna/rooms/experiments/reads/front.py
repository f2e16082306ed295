"""Who is ahead in trying what, so that others can visit: in order of the alphabet, nobody is ranked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Adoption, Experiment
from ledstjarna.rooms.experiments.room import IN_USE, Group, Stage
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Spot

LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class FrontRow:
    """An operation, and what it tries or uses."""

    unit: Spot
    things: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, and who is ahead in it."""

    label: str
    rows: tuple[FrontRow, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Every theme that somebody is ahead in."""

    themes: tuple[Theme, ...]


def front_runners(*, viewer: Viewer, now: datetime) -> FrontPage:
    """Where something is tried now, or has been taken into use within a year, as far as this viewer sees."""
    seen = reads.seen_by(viewer)
    since = timezone.localdate(now) - LATELY
    running = Experiment.objects.filter(stage__in=(Stage.RUNNING, Stage.REVIEW), node__in=seen).exclude(
        group=""
    )
    rows = list(running.values_list("group", "unit_id", "node_id"))
    used = Adoption.objects.filter(state__in=IN_USE, since__gte=since, lesson__node__in=seen)
    rows += used.exclude(lesson__group="").values_list("lesson__group", "unit_id", "lesson_id")
    spots = {node.pk: reads.spot(node) for node in seen.filter(pk__in={pk for row in rows for pk in row[1:]})}
    things: dict[tuple[str, int], set[int]] = defaultdict(set)
    for group, unit, thing in rows:
        if unit in spots and thing in spots:
            things[group, unit].add(thing)
    return FrontPage(tuple(_themes(things, spots)))


def _themes(things: dict[tuple[str, int], set[int]], spots: dict[int, Spot]) -> Iterator[Theme]:
    labels = {group: str(Group(group).label) for group, _unit in things}
    for group in sorted(labels, key=lambda one: rules.order(labels[one])):
        units = _in_order((unit for own, unit in things if own == group), spots)
        yield Theme(
            labels[group], tuple(FrontRow(one, _in_order(things[group, one.id], spots)) for one in units)
        )


def _in_order(rows: Iterable[int], spots: dict[int, Spot]) -> tuple[Spot, ...]:
    return tuple(sorted((spots[pk] for pk in rows), key=lambda one: (rules.order(one.title), one.id)))
