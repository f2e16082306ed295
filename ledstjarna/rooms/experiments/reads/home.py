"""The room's front: what I try, what waits for me, and what the city tries now, by what it serves."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Adoption, Asking, Experiment, Guide, Lesson
from ledstjarna.rooms.experiments.reads.calls import CallRow, calls
from ledstjarna.rooms.experiments.reads.lists import TestRow, at_stage, seen_tests, test_row
from ledstjarna.rooms.experiments.reads.offers import offered
from ledstjarna.rooms.experiments.reads.shelf import LessonRow, innovations, row_of, tallies
from ledstjarna.rooms.experiments.room import Stage
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Spot

SHOWN, GROUPS, EACH, LATEST = 100, 8, 3, 5


@dataclass(frozen=True, slots=True)
class Served:
    """What is served, and the tests that serve it now; without a spot those that serve nothing yet."""

    spot: Spot | None
    tests: tuple[TestRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A sketch that a manager has been asked about, and the day that the answer was promised by."""

    test: TestRow
    promised: date
    late: bool


@dataclass(frozen=True, slots=True)
class UptakeLine:
    """A step that another unit has taken with one of our lessons, and its own test where there is one."""

    lesson: Spot
    unit: str
    label: str
    since: date
    test: str


@dataclass(frozen=True, slots=True)
class Home:
    """The room's front page."""

    own: tuple[TestRow, ...]
    waiting: tuple[TestRow, ...]
    asked: tuple[AskedRow, ...]
    calls: tuple[CallRow, ...]
    offers: tuple[Spot, ...]
    uptakes: tuple[UptakeLine, ...]
    served: tuple[Served, ...]
    running: int
    concluded: int
    lessons: tuple[LessonRow, ...]
    many_lessons: int
    innovations: int
    may_try: bool


def _own(viewer: Viewer) -> list[Experiment]:
    """The open tests that a person is in, those of longest standing first."""
    if viewer.person_id is None:
        return []
    mine = Q(made_by_id=viewer.person_id) | Q(members__person_id=viewer.person_id)
    return list(seen_tests(viewer).filter(mine).exclude(stage=Stage.CONCLUDED).distinct().order_by("pk")[:20])


def _asked(viewer: Viewer, today: date) -> tuple[AskedRow, ...]:
    """Sketches that a manager has been asked about and has not answered, the promised day first."""
    if viewer.person_id is None:
        return ()
    waits = Asking.objects.filter(manager_id=viewer.person_id, answered_on=None)
    waits = waits.filter(experiment__stage=Stage.SKETCH, experiment__node__ended=None)
    rows = waits.select_related("experiment__node", "experiment__unit").order_by("promised", "pk")
    return tuple(
        AskedRow(test_row(one.experiment, today), one.promised, rules.is_late(one.promised, None, today))
        for one in rows[:10]
    )


def _served(rows: list[Experiment], viewer: Viewer, today: date) -> tuple[Served, ...]:
    """Running tests by what they serve, what most serve first."""
    strands = Strand.objects.filter(source__in=[one.pk for one in rows], name="serves", cut=False)
    pairs = list(strands.order_by("pk").values_list("source_id", "target_id"))
    stars = reads.seen_by(viewer).in_bulk({target for _source, target in pairs})
    by_star: dict[int, list[TestRow]] = defaultdict(list)
    known = {one.pk: test_row(one, today) for one in rows}
    for source, target in pairs:
        if target in stars:
            by_star[target].append(known[source])
    loose = [known[one.pk] for one in rows if one.pk not in {source for source, _target in pairs}]
    order = sorted(by_star, key=lambda pk: (-len(by_star[pk]), stars[pk].title))
    found = [
        Served(reads.spot(stars[pk]), tuple(by_star[pk][:EACH]), max(len(by_star[pk]) - EACH, 0))
        for pk in order[:GROUPS]
    ]
    rest = Served(None, tuple(loose[:EACH]), max(len(loose) - EACH, 0))
    return (*found, *([rest] if loose else []))


def _uptakes(viewer: Viewer) -> tuple[UptakeLine, ...]:
    """What others do with the viewer's own lessons and those of their units, the latest first.

    One's own are those that one has worded, whose test was one's own, or that one can be asked about.
    """
    me = viewer.person_id or 0
    own = Q(lesson__unit__in=viewer.unit_ids) | Q(lesson__set_by_id=me) | Q(lesson__experiment__made_by_id=me)
    guided = Guide.objects.filter(person_id=me).values("lesson")
    rows = Adoption.objects.select_related("lesson__node", "unit", "experiment__node").filter(
        reads.visible(viewer, "lesson__node__"), own | Q(lesson__in=guided)
    )
    return tuple(
        UptakeLine(
            reads.spot(row.lesson.node), row.unit.name, row.get_state_display(), row.since,
            row.experiment.node.ref if row.experiment else "",
        )
        for row in rows.order_by("-since", "-pk")[:LATEST]
    )  # fmt: skip


def home(*, viewer: Viewer, now: datetime) -> Home:
    """The room as this viewer meets it."""
    today = timezone.localdate(now)
    own = _own(viewer)
    mine = tuple(test_row(one, today) for one in own)
    running = seen_tests(viewer).filter(at_stage(Stage.RUNNING, today)).order_by("-begins", "-pk")
    latest = Lesson.objects.select_related("node", "unit").filter(
        reads.visible(viewer, "node__"), node__ended=None
    )
    few = list(latest.order_by("-set_at", "-pk")[:LATEST])
    tally = tallies(one.pk for one in few)
    return Home(
        own=tuple(row for row in mine if row.stage != Stage.REVIEW),
        waiting=tuple(row for row in mine if row.stage == Stage.REVIEW),
        asked=_asked(viewer, today),
        calls=calls(viewer=viewer, now=now) if viewer.person_id else (),
        offers=offered(viewer=viewer, today=today),
        uptakes=_uptakes(viewer),
        served=_served(list(running[:SHOWN]), viewer, today),
        running=running.count(),
        concluded=seen_tests(viewer).filter(stage=Stage.CONCLUDED).count(),
        lessons=tuple(row_of(one, tally[one.pk], today) for one in few),
        many_lessons=latest.count(),
        innovations=innovations(viewer=viewer),
        may_try=rules.may_try(viewer),
    )
