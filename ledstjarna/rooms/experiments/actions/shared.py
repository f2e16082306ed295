"""What the actions of this room have in common: whose a test is, what it serves, and what stood before."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.models import Adoption, AdoptionStep, Experiment, Lesson, Wording
from ledstjarna.rooms.experiments.room import IN_USE, SERVED
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Refused


def refused() -> Refused:
    """The no to somebody who is not in the test."""
    return Refused(_("This is done by those who are in the test, and by who leads the unit."), forbidden=True)


def led(ref: str, viewer: Viewer) -> Experiment:
    """The test of that ref, locked, if this viewer leads it.

    Raises:
        Refused: they do not.
    """
    one = scope.found(ref=ref, viewer=viewer, lock=True)
    if not rules.may_lead(viewer, scope.team_of(one), scope.line_of(one.unit_id)):
        raise refused()
    return one


def taught(ref: str, viewer: Viewer) -> Lesson:
    """The lesson of that ref, locked, if this viewer answers for it.

    Raises:
        Refused: they do not.
    """
    one = scope.lesson_found(ref=ref, viewer=viewer, lock=True)
    team = scope.team_of(one.experiment) | ({one.set_by_id} if one.set_by_id else set())
    if not rules.may_teach(viewer, team, scope.line_of(one.unit_id)):
        raise refused()
    return one


def served(refs: Sequence[str], viewer: Viewer) -> list[int]:
    """The rows of what a test serves.

    Raises:
        Refused: one of them steers nobody.
    """
    nodes = [reads.node(ref=ref, viewer=viewer) for ref in refs]
    for node in nodes:
        if node.kind not in SERVED or node.ended:
            raise Refused(_("A test cannot serve “%(title)s”.") % {"title": node.title})
    return [node.pk for node in nodes]


def kept(node: Node, number: int, text: str, why: str, now: datetime) -> None:
    """The wording that stood, beside the one that comes."""
    Wording.objects.create(node=node, number=number, until=now, why=why, text=text)


def indexed(one: Experiment) -> None:
    """Make a test findable by what it says."""
    words = (one.node.title, one.need, one.whom, one.change, one.measure, one.learnt, one.reason)
    thread.index(one.node, " ".join(words))


def stepped(
    lesson: Lesson,
    unit: Unit,
    state: str,
    now: datetime,
    *,
    because: str = "",
    origin: Unit | None = None,
    experiment: Experiment | None = None,
) -> Adoption | None:
    """A step that a unit takes with a lesson, if it is one; what it uses is a strand as well."""
    one = Adoption.objects.filter(lesson=lesson, unit=unit).select_for_update().first()
    if not rules.is_step(one.state if one else None, state):
        return None
    one = one or Adoption(lesson=lesson, unit=unit, origin=origin or lesson.unit)
    one.state, one.since, one.because = state, timezone.localdate(now), because
    one.origin, one.experiment = origin or one.origin, experiment or one.experiment
    one.save()
    AdoptionStep.objects.create(adoption=one, state=state, on=one.since, because=because)
    if state in IN_USE:
        thread.tie(source=unit.pk, name="uses", target=lesson.node)
    else:
        thread.untie(source=unit.pk, name="uses", target=lesson.node)
    return one
