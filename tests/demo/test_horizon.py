"""What Sundhamn saw outside."""

from datetime import UTC, date, datetime

import pytest

from ledstjarna.demo import draft, horizon
from ledstjarna.demo.city import city
from ledstjarna.people import founding
from ledstjarna.people.viewer import steward
from ledstjarna.rooms.experiments.models import Experiment
from ledstjarna.rooms.horizon import reads as outside
from ledstjarna.rooms.horizon.models import Parry, Reading, Signal
from ledstjarna.thread import reads

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_every_signal_concerns_an_area_of_the_vision_and_there_are_enough_of_them() -> None:
    assert {seen.area for seen in horizon.SEEN} <= {area[0] for area in draft.AREAS}
    assert len(horizon.SEEN) * 3 >= horizon.SIGNALS


@pytest.mark.django_db
def test_they_are_read_together_and_some_are_parried_so_that_a_speed_can_be_told() -> None:
    organisation = city(scale=0.07)
    founding.found(
        organisation=organisation, since=date(2020, 1, 1), viewer=steward("", date(2020, 1, 1)), now=NOW
    )
    heard: list[int] = []
    horizon.fill(NOW, lambda _step, done, _total: heard.append(done))
    assert (heard[-1], Signal.objects.count()) == (horizon.SIGNALS, horizon.SIGNALS)
    assert len(set(Signal.objects.values_list("node__title", flat=True))) == horizon.SIGNALS
    assert set(Signal.objects.values_list("course", flat=True)) == {"new", "watch", "act", "parked"}
    assert Reading.objects.count() > horizon.SIGNALS / 2
    speed = outside.speed(viewer=steward("", NOW.date()), now=NOW).speed
    told, tested = Parry.objects.count(), Experiment.objects.exclude(begins=None).count()
    assert 30 <= speed.parried == told + tested < horizon.SIGNALS
    assert min(told, tested) > 10
    assert set(Experiment.objects.values_list("verdict", flat=True)) >= {"adapt", "park"}
    assert not Experiment.objects.exclude(node__outward__name="parries").exists()
    assert speed.median is not None
    assert reads.verify().broken_at is None
