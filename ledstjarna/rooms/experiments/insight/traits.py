"""What a person and a lesson have in common: need, words, client group and setting, as plain traits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules
from ledstjarna.rooms.experiments.models import Adoption, Experiment, Lesson
from ledstjarna.thread import reads, search
from ledstjarna.thread.models import Audience, Strand

SINCE = timedelta(days=730)  # what one tried longer ago says little of what one needs now
LATEST = 5  # own tests whose words are looked for in lessons


@dataclass(frozen=True, slots=True)
class Known:
    """The traits of what a person tries, the lessons that are theirs already, and all that may be offered."""

    wanted: frozenset[str]
    passed: frozenset[int]
    candidates: tuple[rules.Candidate, ...]


def known_of(*, viewer: Viewer, today: date) -> Known:
    """What speaks for which lesson for this person; a constant number of questions."""
    tests = _own(viewer, today)
    lessons = list(_open(viewer, today).select_related("node"))
    words = _words(tests[:LATEST], viewer)
    needs = _served({one.experiment_id for one in lessons if one.experiment_id} | {one.pk for one in tests})
    return Known(
        wanted=frozenset(
            trait
            for one in tests
            for trait in (*_traits(one.group, one.setting, needs.get(one.pk, ())), f"words:{one.pk}")
        ),
        passed=_passed(viewer, {one.pk for one in tests}),
        candidates=tuple(
            rules.Candidate(
                one.pk,
                frozenset(
                    (
                        *_traits(one.group, one.setting, needs.get(one.experiment_id or 0, ())),
                        *words.get(one.pk, ()),
                    )
                ),
            )
            for one in lessons
        ),
    )


def _own(viewer: Viewer, today: date) -> list[Experiment]:
    """What the person is in, and what their unit tries, the latest first."""
    theirs = Q(members__person_id=viewer.person_id) | Q(made_by_id=viewer.person_id)
    rows = Experiment.objects.filter(theirs | Q(unit_id__in=viewer.unit_ids))
    rows = rows.filter(reads.visible(viewer, "node__"), made_at__date__gte=today - SINCE)
    return list(rows.select_related("node").distinct().order_by("-made_at", "-pk")[:40])


def _open(viewer: Viewer, today: date) -> QuerySet[Lesson]:
    """The lessons that stand, are not past their day, and are open to more than named persons."""
    seen = reads.seen_by(viewer).filter(kind="lesson", ended=None).exclude(audience=Audience.NAMED)
    return Lesson.objects.filter(node__in=seen).exclude(node__due__lt=today)


def _traits(group: str, setting: str, needs: Iterable[int]) -> list[str]:
    found = [f"need:{pk}" for pk in needs]
    found += [f"group:{group}"] if group else []
    return found + ([f"setting:{setting}"] if setting else [])


def _served(tests: set[int]) -> dict[int, list[int]]:
    """What each test serves."""
    rows = Strand.objects.filter(source_id__in=tests, name="serves", cut=False).order_by("pk")
    found: dict[int, list[int]] = {}
    for test, need in rows.values_list("source_id", "target_id"):
        found.setdefault(test, []).append(need)
    return found


def _words(tests: Iterable[Experiment], viewer: Viewer) -> dict[int, list[str]]:
    """For each lesson that speaks of the same as an own test, that test."""
    found: dict[int, list[str]] = {}
    for one in tests:
        title = f"{one.node.title} {one.measure}"
        for node in search.kin(title=title, viewer=viewer, kinds=("lesson",), most=10):
            found.setdefault(node.pk, []).append(f"words:{one.pk}")
    return found


def _passed(viewer: Viewer, tests: set[int]) -> frozenset[int]:
    """Lessons that are one's own or one's unit's, or that the unit has taken a step with."""
    theirs = Q(unit_id__in=viewer.unit_ids) | Q(set_by_id=viewer.person_id) | Q(experiment_id__in=tests)
    own = Lesson.objects.filter(theirs | Q(guides__person_id=viewer.person_id)).values_list("pk", flat=True)
    taken = Adoption.objects.filter(unit_id__in=viewer.unit_ids).values_list("lesson_id", flat=True)
    return frozenset(own) | frozenset(taken)
