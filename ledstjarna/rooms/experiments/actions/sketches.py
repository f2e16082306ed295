"""Sketches: from thought to a test that can start, with all that can wait set sensibly."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.actions.shared import indexed, served
from ledstjarna.rooms.experiments.insight import suggested
from ledstjarna.rooms.experiments.models import Dealing, Experiment, Lesson
from ledstjarna.rooms.experiments.room import PARRIED, Design, Sort
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Refused

LONG_AGO = date(2000, 1, 1)  # so that lessons are offered at the next tick


def _unit(viewer: Viewer) -> Unit:
    """Where the one who sketches works."""
    works = [held.unit_id for held in viewer.roles if held.role == "employee" and held.unit_id]
    return Unit.objects.select_related("node").get(pk=works[0] if works else min(viewer.unit_ids))


def _lesson(ref: str, viewer: Viewer, unit: Unit) -> Lesson | None:
    """The lesson that is tried out, if it is another unit's."""
    if not ref:
        return None
    one = scope.lesson_found(ref=ref, viewer=viewer)
    if one.unit_id == unit.pk:
        raise Refused(_("The lesson is your own unit's. Go on from the test instead."))
    return one


def _signal(ref: str, viewer: Viewer) -> Node | None:
    """The signal from outside that is parried, if one is."""
    node = reads.node(ref=ref, viewer=viewer) if ref else None
    if node is not None and (node.kind not in PARRIED or node.ended):
        raise Refused(_("“%(title)s” is nothing that a test can answer.") % {"title": node.title})
    return node


def _design(sort: str) -> str:
    return Design.CONTRIBUTION if sort == Sort.NOTHING else Design.SERIES


@transaction.atomic
def sketch(
    *,
    title: str,
    need: str,
    whom: str,
    change: str,
    measure: str,
    sort: str,
    better: str = "up",
    weekly: int = 5,
    serves: Sequence[str] = (),
    lesson: str = "",
    parries: str = "",
    adaptation: str = "",
    viewer: Viewer,
    now: datetime,
) -> str:
    """A thought in four answers: a sketch of two weeks that only its own people see.

    One that parries a signal from outside serves what that concerns, where nothing else is said.
    """
    if not rules.may_try(viewer):
        raise Refused(_("A small test is sketched by somebody who works in the city."), forbidden=True)
    unit = _unit(viewer)
    of = _lesson(lesson, viewer, unit)
    signal = _signal(parries, viewer)
    rows = served(serves, viewer) or (scope.concerned(signal.pk, viewer) if signal else [])
    rows = rows or suggested(text=f"{title}. {need} {change}", viewer=viewer, own=scope.steering(unit))
    node = thread.add_node(
        kind="test", title=title, audience=Audience.NAMED, lang=settings.LANGUAGE_CODE, home=unit.pk,
        authority=unit.authority_id, readers=[viewer.node_id] if viewer.node_id else [],
    )  # fmt: skip
    design = _design(sort)
    one = Experiment.objects.create(
        node=node, unit=unit, made_by_id=viewer.person_id, made_at=now, need=need, whom=whom, change=change,
        measure=measure, sort=sort, better=better, weekly=weekly, adopts=of, adaptation=adaptation,
        seed=node.pk, design=design, quiet=rules.quiet(design, 14), group=of.group if of else "",
        setting=of.setting if of else "",
    )  # fmt: skip
    thread.tie_exactly(source=node, name="serves", targets=rows)
    thread.tie(source=node, name="tried_in", target=unit.pk)
    if of:
        thread.tie(source=node, name="tries_out", target=of.node)
    if signal:
        thread.tie(source=node, name="parries", target=signal)
    indexed(one)
    Dealing.objects.get_or_create(person_id=viewer.person_id, defaults={"on": LONG_AGO})
    thread.record(who=viewer.node_id, verb="experiments.sketched", node=node, at=now)
    return node.ref
