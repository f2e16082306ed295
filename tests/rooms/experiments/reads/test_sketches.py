"""Where a test is sketched or mended, half filled from what it is for."""

import pytest

from ledstjarna.rooms.experiments import reads
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import SmallCity
from tests.house import world
from tests.rooms.experiments.stage import IDEA, lesson_of, running, sketched


def test_a_lesson_tried_here_half_fills_the_sketch(city: SmallCity) -> None:
    desk = reads.new_desk(viewer=city.viewer("colleague"), to=lesson_of(city))
    assert desk.adopts is not None
    assert (desk.values["measure"], desk.values["need"]) == (IDEA["measure"], IDEA["need"])


def test_a_test_is_begun_from_what_it_can_serve_and_from_nothing_else(city: SmallCity) -> None:
    refs = world.build(city).refs
    desk = reads.new_desk(viewer=city.viewer("employee"), to=refs["goal"])
    assert desk.values == {"serves": refs["goal"]}
    with pytest.raises(Missing):
        reads.new_desk(viewer=city.viewer("employee"), to=refs["unit_home"])


def test_who_may_not_sketch_meets_no_desk(city: SmallCity) -> None:
    for who in ("elected", "resident"):
        with pytest.raises(Missing):
            reads.new_desk(viewer=city.viewer(who))


def test_what_has_started_has_no_desk_to_mend_at(city: SmallCity) -> None:
    assert reads.mend_desk(ref=sketched(city), viewer=city.viewer("employee")).values["worth"] == 20
    with pytest.raises(Missing):
        reads.mend_desk(ref=running(city), viewer=city.viewer("employee"))
