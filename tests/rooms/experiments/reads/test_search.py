"""Lessons, tests and people are found by words and by what fits; people by their own consent alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.models import Lesson
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of


@pytest.fixture
def lesson(city: SmallCity) -> str:
    ref = lesson_of(city)
    Lesson.objects.update(group="older", setting="home", kronor=2000)
    return ref


def found(city: SmallCity, query: str = "", **more: str) -> list[str]:
    page = reads.find(viewer=city.viewer("colleague"), now=NOW, query=query, **more)  # type: ignore[arg-type]
    return [row.spot.ref for row in page.rows if row.spot.kind == "lesson"]


def test_words_find_a_lesson_in_whatever_form(city: SmallCity, lesson: str) -> None:
    for query in ("missade besök", "missat besök", "misade besök", "halverat"):
        assert found(city, query) == [lesson]
    assert found(city, "solceller på taket") == []


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"group": "older"}, True),
        ({"group": "young"}, False),
        ({"setting": "home"}, True),
        ({"setting": "school"}, False),
        ({"cost": "small"}, True),
        ({"cost": "free"}, False),
        ({"held": "held"}, True),
        ({"held": "not_held"}, False),
        ({"state": "waits"}, True),
        ({"state": "used"}, False),
        ({"kind": "lesson"}, True),
        ({"kind": "test"}, False),
        ({"kind": "strange", "cost": "strange", "held": "strange"}, True),
    ],
)
def test_only_what_fits_is_shown(city: SmallCity, lesson: str, asked: dict[str, str], there: bool) -> None:
    assert found(city, **asked) == ([lesson] if there else [])


def test_who_can_be_asked_has_said_so_and_is_told_to_staff_alone(city: SmallCity, lesson: str) -> None:
    actions.open_lesson(ref=lesson, audience="public", viewer=city.viewer("employee"), now=NOW)
    actions.offer(ref=lesson, viewer=city.viewer("employee"), now=NOW)

    def guides(viewer: object) -> list[str]:
        page = reads.find(viewer=viewer, now=NOW, kind="lesson")  # type: ignore[arg-type]
        return [guide.ref for row in page.rows for guide in row.guides]

    assert guides(city.viewer("hr")) == [city.persons["employee"].node.ref]
    assert guides(NOBODY) == []
    person = city.persons["employee"]
    Person.objects.filter(pk=person.pk).update(protected=True)
    thread.open_to(node=person.node, audience=Audience.NAMED)
    assert guides(city.viewer("hr")) == []  # R18


def test_what_one_may_not_read_is_not_found(city: SmallCity, lesson: str) -> None:
    assert reads.find(viewer=NOBODY, now=NOW, query="missade besök").rows == ()


def test_a_page_costs_the_same_however_many_there_are(city: SmallCity, lesson: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            reads.find(viewer=city.viewer("colleague"), now=NOW)
        return len(asked)

    cost()  # the words are read once
    one = cost()
    node = Node.objects.get(ref=lesson)
    for title in ("Två", "Tre"):
        other = thread.add_node(kind="lesson", title=title)
        Lesson.objects.create(node=other, unit=city.units["home"], set_at=NOW)
    assert Node.objects.filter(kind="lesson").count() == 3
    assert cost() == one
    assert node.ended is None
