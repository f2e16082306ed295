"""Whose a test or a lesson is."""

from ledstjarna.rooms.experiments import scope
from ledstjarna.rooms.experiments.models import Lesson, Member
from ledstjarna.thread.models import Node
from tests.fixtures.city import NOW, SmallCity
from tests.house import world
from tests.rooms.experiments.stage import lesson_of, row, running


def test_the_line_of_a_unit_is_itself_and_all_above(city: SmallCity) -> None:
    assert scope.line_of(city.units["home"].pk) == {city.units["home"].pk, city.units["care"].pk}


def test_the_team_is_the_maker_and_those_who_ticked_themselves_in(city: SmallCity) -> None:
    one = row(running(city))
    Member.objects.create(experiment=one, person=city.persons["colleague"], since=NOW)
    assert scope.team_of(one) == {city.persons["employee"].pk, city.persons["colleague"].pk}
    assert scope.team_of(None) == frozenset()


def test_what_steers_a_unit_is_its_plan_and_its_boards_goals(city: SmallCity) -> None:
    refs = world.build(city).refs
    found = scope.steering(city.units["home"])
    assert set(Node.objects.filter(pk__in=found).values_list("ref", flat=True)) == {
        refs["plan"],
        refs["goal"],
        refs["mission"],
    }
    assert scope.steering(city.units["north"]) == frozenset()


def test_who_leads_somebody_and_who_works_where(city: SmallCity) -> None:
    assert scope.led_by(city.persons["employee"].pk, NOW.date()) == city.persons["manager"].pk
    assert scope.led_by(city.persons["colleague"].pk, NOW.date()) is None
    assert city.persons["colleague"].pk in scope.staff_of(city.units["north"].pk, NOW.date())


def test_the_unit_and_those_above_answer_for_its_lesson(city: SmallCity) -> None:
    lesson_of(city)
    one = Lesson.objects.select_related("experiment").get()
    answers = [
        who
        for who in ("employee", "manager", "director", "colleague", "hr")
        if scope.teaches(one, city.viewer(who))
    ]
    assert answers == ["employee", "manager", "director"]
