"""What the atlas declares."""

from django.urls import reverse

from ledstjarna.rooms.atlas.room import ROOM
from ledstjarna.thread import room


def test_the_atlas_is_announced_with_its_ways_and_no_kinds_of_its_own() -> None:
    assert ROOM in room.rooms()
    assert (ROOM.kinds, ROOM.ties) == ((), ())


def test_the_ways_lead_to_monday_to_the_thread_and_to_the_loose_threads() -> None:
    assert [reverse(way.route) for way in ROOM.ways] == ["/monday/", "/thread/", "/thread/loose/"]
