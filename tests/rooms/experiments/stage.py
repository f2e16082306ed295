"""A small test as it is told in one breath, for the tests of this room."""

from datetime import UTC, datetime, timedelta
from typing import Any

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import actions
from ledstjarna.rooms.experiments.models import Experiment, Lesson
from tests.fixtures.city import NOW, SmallCity

IDEA: dict[str, Any] = {
    "title": "Ring kvällen innan",
    "need": "Besök i hemtjänsten missas för att ingen är hemma",
    "whom": "Den som har hemtjänst",
    "change": "Vi ringer kvällen innan och säger vem som kommer",
    "measure": "Missade besök på en dag",
    "sort": "count",
    "better": "down",
}
TAUGHT: dict[str, Any] = {
    "claim": "Ett samtal kvällen innan halverar missade besök",
    "worked": "Hos äldre som bor ensamma och har telefon",
    "mechanism": "Den som vet vem som kommer stannar hemma och öppnar",
}
END: dict[str, Any] = {
    "verdict": "scale",
    "reason": "Färre missade besök",
    "learning": "much",
    "learnt": "Namnet betydde mer än tiden",
}


def sketched(city: SmallCity, who: str = "employee", **more: Any) -> str:
    """A sketch by the person of that role."""
    return actions.sketch(**IDEA | more, viewer=city.viewer(who), now=NOW)


def running(city: SmallCity, who: str = "employee", **more: Any) -> str:
    """A test that has started."""
    ref = sketched(city, who, **more)
    return actions.start(ref=ref, viewer=city.viewer(who), now=NOW)


def concluded(city: SmallCity, who: str = "employee", **more: Any) -> str:
    """A test that has been concluded, with its lesson."""
    ref = running(city, who)
    return actions.conclude(
        ref=ref, **END | TAUGHT | more, viewer=city.viewer(who), now=NOW + timedelta(days=15)
    )


def lesson_of(city: SmallCity, audience: str = "city") -> str:
    """A lesson of the home-help unit, opened to others."""
    concluded(city)
    ref = Lesson.objects.select_related("node").get().node.ref
    return actions.open_lesson(ref=ref, audience=audience, viewer=city.viewer("employee"), now=NOW)


def row(ref: str) -> Experiment:
    """The test of that ref as it stands."""
    return Experiment.objects.select_related("node").get(node__ref=ref)


def seen(city: SmallCity, who: str = "employee") -> Viewer:
    """The viewer of a role."""
    return city.viewer(who)


WHEN = [datetime(2026, 9, 3, 9, tzinfo=UTC), datetime(2026, 9, 4, 13, 30, tzinfo=UTC)]


def guided(city: SmallCity) -> str:
    """A lesson about which the employee who learnt it can be asked."""
    ref = lesson_of(city)
    return actions.offer(ref=ref, viewer=city.viewer("employee"), now=NOW)


def asked_call(
    city: SmallCity,
    who: str = "colleague",
    *,
    guide: str = "employee",
    times: list[datetime] | None = None,
    days: int = 0,
) -> str:
    """A call of twenty minutes that somebody asks for, so many days from now."""
    later = timedelta(days=days)
    return actions.propose_call(
        ref=Lesson.objects.select_related("node").get().node.ref,
        guide=city.persons[guide].node.ref,
        wish="Hur började ni?",
        times=[one + later for one in WHEN] if times is None else times,
        viewer=city.viewer(who),
        now=NOW + later,
    )
