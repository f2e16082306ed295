"""What the room does by the clock, at little cost."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledstjarna.rooms.experiments.actions.clock import tick
from ledstjarna.rooms.experiments.models import Dealing
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import sketched


def test_an_idle_tick_asks_three_things_and_writes_nothing(city: SmallCity) -> None:
    tick(NOW)
    with CaptureQueriesContext(connection) as made:
        tick(NOW)
    asked = [one["sql"] for one in made.captured_queries if "SAVEPOINT" not in one["sql"]]
    assert (len(asked), [one[:6] for one in asked]) == (3, ["SELECT"] * 3)


def test_one_person_at_a_tick_is_dealt_to_when_a_month_is_new(city: SmallCity) -> None:
    for who in ("employee", "colleague"):
        sketched(city, who)
    later = NOW + timedelta(days=40)
    for left in (2, 1, 0, 0):
        assert Dealing.objects.exclude(on=later.date()).count() == left
        tick(later)
