"""Whose a test or a lesson is: what the rules need to know of a row, for reads and actions alike."""

from datetime import date

from django.db.models import Q

from ledstjarna.people.models import Employment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Call, Experiment, Lesson
from ledstjarna.rooms.experiments.room import LOCAL, SERVED
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Strand
from ledstjarna.thread.reads import Missing


def line_of(unit: int) -> frozenset[int]:
    """The rows of a unit and of all that it is part of, in one question however deep."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    line: list[int] = []
    step: int | None = unit
    while step is not None and step not in line:
        line.append(step)
        step = parents.get(step)
    return frozenset(line)


def steering(unit: Unit) -> frozenset[int]:
    """The rows of what steers a unit itself: the plans of its line, the goals and missions of its board.

    They are found by their strands, whatever room has set them. A draft steers nobody yet.
    """
    holders = line_of(unit.pk) | ({unit.authority_id} if unit.authority_id else set())
    strands = Strand.objects.filter(target_id__in=holders, source__kind__in=LOCAL, cut=False)
    settled = strands.exclude(source__audience=Audience.AUTHORITY)
    return frozenset(settled.filter(source__ended=None).values_list("source_id", flat=True))


def concerned(signal: int, viewer: Viewer) -> list[int]:
    """The rows of what a signal from outside concerns and a test may serve, as far as this viewer sees."""
    strands = Strand.objects.filter(source_id=signal, name="concerns", cut=False, target__ended=None)
    rows = strands.filter(reads.visible(viewer, "target__"), target__kind__in=SERVED)
    return list(rows.order_by("pk").values_list("target_id", flat=True))


def team_of(one: Experiment | None) -> frozenset[int]:
    """The rows of the persons who are in a test, and of the one whose it is."""
    if one is None:
        return frozenset()
    rows = set(one.members.values_list("person_id", flat=True))
    return frozenset(rows | ({one.made_by_id} if one.made_by_id else set()))


def found(*, ref: str, viewer: Viewer, lock: bool = False) -> Experiment:
    """The test of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="test")
    rows = Experiment.objects.select_related("node", "unit__node", "adopts__node", "adopts__unit")
    return (rows.select_for_update(of=("self",)) if lock else rows).get(node=node)


def lesson_found(*, ref: str, viewer: Viewer, lock: bool = False) -> Lesson:
    """The lesson of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="lesson")
    rows = Lesson.objects.select_related("node", "unit__node", "experiment")
    return (rows.select_for_update(of=("self",)) if lock else rows).get(node=node)


def guide_found(lesson: Lesson, ref: str, viewer: Viewer) -> int:
    """The row of the person of that ref, who can be asked about a lesson and is named to this viewer.

    Raises:
        Missing: they have not said so, or are not there for this viewer.
    """
    named = reads.seen_by(viewer).exclude(audience=Audience.NAMED)
    row = lesson.guides.select_related("person").filter(person__node__in=named.filter(ref=ref)).first()
    if row is None:
        raise Missing(ref)
    return int(row.person.pk)


def with_me(viewer: Viewer) -> Q:
    """The condition on a call that this viewer is one of the two; nobody known is in none."""
    return Q(asker_id=viewer.person_id or 0) | Q(guide_id=viewer.person_id or 0)


def call_found(*, ref: str, viewer: Viewer, lock: bool = False) -> Call:
    """The call of that ref, for the two between whom it is.

    Raises:
        Missing: it is not there, or between others.
    """
    rows = Call.objects.select_related("lesson__node", "asker__node", "guide__node")
    rows = rows.select_for_update(of=("self",)) if lock else rows
    one = rows.filter(with_me(viewer), ref=ref).first()
    if one is None:
        raise Missing(ref)
    return one


def leads(one: Experiment, viewer: Viewer) -> bool:
    """Whether a viewer leads a test."""
    return rules.may_lead(viewer, team_of(one), line_of(one.unit_id))


def teaches(one: Lesson, viewer: Viewer) -> bool:
    """Whether a viewer answers for a lesson."""
    team = team_of(one.experiment) | ({one.set_by_id} if one.set_by_id else set())
    return rules.may_teach(viewer, team, line_of(one.unit_id))


def led_by(person: int, today: date) -> int | None:
    """The row of the person who leads somebody today."""
    works = Employment.objects.filter(in_force(today), person_id=person).exclude(manager=None)
    return works.order_by("pk").values_list("manager_id", flat=True).first()


def staff_of(unit: int, today: date) -> list[int]:
    """The rows of those who work in a unit today, and of who leads them."""
    rows = Employment.objects.filter(in_force(today), unit_id=unit).values_list("person_id", "manager_id")
    return sorted({pk for row in rows for pk in row if pk is not None})
