"""Which end of a strand hangs on which."""

from ledstjarna.rooms.atlas.reads.strands import above, below
from ledstjarna.thread.models import Strand
from tests.rooms.atlas.conftest import Sky, colleague


def test_a_source_hangs_on_its_target_where_the_tie_leads_up_to_the_target(sky: Sky) -> None:
    vision = sky.vision()
    area = sky.area("Area", vision)
    (hang,) = below(ids=[vision.pk], viewer=colleague())
    assert (hang.low, hang.high) == (area, vision)
    assert above(ids=[area.pk], viewer=colleague()) == [hang]
    assert above(ids=[vision.pk], viewer=colleague()) == []


def test_a_target_hangs_on_its_source_where_the_tie_leads_up_to_the_source(sky: Sky) -> None:
    area = sky.area("Area")
    statement = sky.grown(area, "Statement")
    (hang,) = below(ids=[area.pk], viewer=colleague())
    assert (hang.low, hang.high) == (statement, area)
    assert above(ids=[statement.pk], viewer=colleague()) == [hang]


def test_low_ends_can_be_of_one_kind_alone(sky: Sky) -> None:
    vision = sky.vision()
    sky.area("Area", vision)
    shift = sky.node("shift", "Shift", ("moves", vision))
    assert [hang.low for hang in below(ids=[vision.pk], viewer=colleague(), kind="shift")] == [shift]


def test_a_strand_that_no_room_declares_any_more_is_left_out(sky: Sky) -> None:
    vision = sky.vision()
    area = sky.area("Area")
    Strand.objects.create(source=area, name="once_meant", target=vision)
    Strand.objects.create(source=vision, name="belongs_to", target=area)
    assert below(ids=[vision.pk, area.pk], viewer=colleague()) == []


def test_no_more_strands_are_read_than_asked_for(sky: Sky) -> None:
    vision = sky.vision()
    for number in range(3):
        sky.area(f"Area {number}", vision)
    assert len(below(ids=[vision.pk], viewer=colleague(), most=2)) == 2
