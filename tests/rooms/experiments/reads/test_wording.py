"""Where a lesson is worded."""

import pytest

from ledstjarna.rooms.experiments import reads
from ledstjarna.thread.reads import Missing
from tests.fixtures.city import SmallCity
from tests.rooms.experiments.stage import TAUGHT, lesson_of, running


def test_a_desk_is_for_those_who_answer_for_it(city: SmallCity) -> None:
    ref = lesson_of(city)
    assert reads.lesson_desk(ref=ref, viewer=city.viewer("employee")).values["claim"] == TAUGHT["claim"]
    with pytest.raises(Missing):
        reads.lesson_desk(ref=ref, viewer=city.viewer("colleague"))
    own = running(city)
    assert (
        reads.teach_desk(ref=own, viewer=city.viewer("employee")).values["worked"].startswith("Hemtjänsten")
    )
    with pytest.raises(Missing):
        reads.teach_desk(ref=own, viewer=city.viewer("hr"))
