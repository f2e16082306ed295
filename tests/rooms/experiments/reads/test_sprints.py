"""A sprint on one page, and its review."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.experiments import actions, reads
from ledstjarna.rooms.experiments.models import Experiment, Site
from ledstjarna.rooms.experiments.reads.sprints import said
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import row, running, sketched


def seen(city: SmallCity, ref: str, days: int = 0) -> reads.SprintPage:
    return reads.sprint(ref=ref, viewer=city.viewer("employee"), now=NOW + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (0, "Do as usual today, and count. The change begins on 5 September."),
        (4, "Today the change begins: do it, and count."),
        (6, "Do it, and count."),
        (14, "The sprint is over. Look at what you saw, and decide."),
    ],
)
def test_each_day_has_one_step(city: SmallCity, days: int, step: str) -> None:
    assert seen(city, running(city), days).step == step


def test_what_was_counted_today_is_summed(city: SmallCity) -> None:
    ref = running(city)
    assert (seen(city, ref).counted, seen(city, ref).may_undo) == (False, False)
    for _n in range(3):
        actions.log(ref=ref, value=1, viewer=city.viewer("employee"), now=NOW)
    page = seen(city, ref)
    assert (page.today, page.many, page.may_undo) == ("3", 3, True)
    assert seen(city, ref, 1).counted is False


def test_a_day_is_said_as_its_measure_is() -> None:
    assert [said("yes_no", 3, 5, 2), said("count", 3, 3, 3), said("amount", 9, 2, 2)] == [
        "3 of 5",
        "3",
        "4.5",
    ]


def test_a_place_is_told_when_it_begins(city: SmallCity) -> None:
    ref = sketched(city)
    Experiment.objects.update(design="staggered", days=28)
    Site.objects.bulk_create([Site(experiment=row(ref), name=f"Lag {n}") for n in range(2)])
    actions.start(ref=ref, viewer=city.viewer("employee"), now=NOW)
    assert all(site.step.startswith("begins") for site in seen(city, ref).sites)
    assert {site.step for site in seen(city, ref, 27).sites} == {"with the change"}


def test_what_has_not_started_has_no_sprint(city: SmallCity) -> None:
    with pytest.raises(Missing):
        seen(city, sketched(city))
