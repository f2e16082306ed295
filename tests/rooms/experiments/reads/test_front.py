"""Who is ahead: by theme, in order of the alphabet, never ranked."""

from datetime import timedelta

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.experiments import reads
from ledstjarna.rooms.experiments.models import Adoption, Experiment, Lesson
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import lesson_of, running


def grouped(city: SmallCity, group: str) -> None:
    """A running test for somebody."""
    ref = running(city)
    Experiment.objects.filter(node__ref=ref).update(group=group)


def test_places_are_listed_by_theme_and_alphabet(city: SmallCity) -> None:
    lesson_of(city)
    Lesson.objects.update(group="older")
    grouped(city, "older")
    grouped(city, "staff")
    for code in ("school", "north"):
        Adoption.objects.create(
            lesson=Lesson.objects.get(), unit=city.units[code], state="uses", since=NOW.date()
        )
    themes = reads.front_runners(viewer=city.viewer("employee"), now=NOW).themes
    assert len(themes) == 2
    assert sorted(theme.label for theme in themes) == [theme.label for theme in themes]
    places = {len(theme.rows): [row.unit.title for row in theme.rows] for theme in themes}
    assert places == {3: ["Hemtjänsten", "Norra skolan", "Skolförvaltningen"], 1: ["Hemtjänsten"]}


def test_what_was_taken_into_use_long_ago_or_only_tried_is_not_ahead(city: SmallCity) -> None:
    lesson_of(city)
    Lesson.objects.update(group="older")
    old = NOW.date() - timedelta(days=400)
    Adoption.objects.create(lesson=Lesson.objects.get(), unit=city.units["school"], state="uses", since=old)
    Adoption.objects.create(
        lesson=Lesson.objects.get(), unit=city.units["north"], state="tries", since=NOW.date()
    )
    assert reads.front_runners(viewer=city.viewer("employee"), now=NOW).themes == ()


def test_nothing_is_shown_of_what_one_may_not_read(city: SmallCity) -> None:
    grouped(city, "older")
    assert reads.front_runners(viewer=NOBODY, now=NOW).themes == ()
