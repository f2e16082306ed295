"""Sundhamn's accelerator, as the demo tells it."""

from collections import Counter
from datetime import timedelta

from ledstjarna.demo import accelerator
from ledstjarna.rooms.accelerator.models import Call, Challenge, Copy, Entry, Initiative, Seat
from ledstjarna.thread import actions as thread
from tests.fixtures.city import NOW, SmallCity


def test_it_has_calls_at_every_stage_and_a_third_of_its_initiatives_were_stopped_and_taught_something(
    city: SmallCity,
) -> None:
    star = thread.add_node(kind="vision", title="Sundhamn", audience="public")
    area = thread.add_node(kind="area", title="Den nära staden", audience="public")
    thread.tie(source=area, name="belongs_to", target=star)
    later = NOW + timedelta(days=1100)
    accelerator.fill(city.viewer("city_director"), later, lambda *_told: None)
    assert Challenge.objects.count() == 15
    stages = Counter(Call.objects.values_list("stage", flat=True))
    assert stages == {"decided": 2, "assessment": 1, "open": 1, "draft": 1, "off": 1}
    assert not Entry.objects.filter(call__stage="decided", standing="sent", reason="").exists()
    states = Counter(Initiative.objects.values_list("state", flat=True))
    assert states["stopped"] * 3 == sum(states.values())
    assert not Initiative.objects.exclude(state="running").filter(lesson="").exists()
    assert set(Initiative.objects.values_list("step", flat=True)) == {1, 2, 3, 4}
    assert Seat.objects.exclude(done_at=None).exists()
    assert any("[namn]" in copy.answers[0] for copy in Copy.objects.all())
