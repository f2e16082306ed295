"""The whole thread as a picture that is walked."""

from datetime import timedelta

import pytest

from ledstjarna.people.viewer import NOBODY
from ledstjarna.rooms.atlas import reads
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Missing
from tests.rooms.atlas.conftest import NOW, Sky, colleague


def test_the_list_says_the_same_as_the_picture(sky: Sky) -> None:
    vision = sky.vision()
    area = sky.area("Area", vision)
    sky.node("direction", "Direction", ("serves", area))
    page = reads.sky(viewer=colleague(), now=NOW)
    assert page.middle is not None
    assert (page.middle.title, page.total) == (vision.title, 2)
    assert page.chart["name"] == [vision.title, "Area", "Direction"]
    assert page.chart["up"] == [-1, 0, 1]
    assert [(one.spot.title, one.below) for bough in page.boughs for one in bough.branches] == [("Area", 1)]
    lower = reads.sky(viewer=colleague(), now=NOW, ref=area.ref)
    assert [spot.title for spot in lower.why] == [vision.title, "Area"]
    assert [one.spot.title for bough in lower.boughs for one in bough.branches] == ["Direction"]


def test_the_thread_is_shown_as_it_was_on_a_day(sky: Sky) -> None:
    vision = sky.node("vision", "Harbour", days_ago=20)
    area = sky.node("area", "Stopped", ("belongs_to", vision), days_ago=20)
    thread.end(node=area, at=NOW)
    sky.fact("vision.drafted", area)
    assert reads.sky(viewer=colleague(), now=NOW).total == 0
    assert reads.sky(viewer=colleague(), now=NOW, day=(NOW - timedelta(days=5)).date()).total == 1
    assert reads.sky(viewer=colleague(), now=NOW, day=(NOW - timedelta(days=50)).date()).middle is None


def test_what_a_resident_may_not_see_is_not_there(sky: Sky) -> None:
    vision = sky.vision()
    with pytest.raises(Missing):
        reads.sky(viewer=NOBODY, now=NOW, ref=vision.ref)
    assert reads.sky(viewer=NOBODY, now=NOW).middle is None
