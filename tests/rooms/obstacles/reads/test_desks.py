"""Which function removes what."""

import pytest
from django.utils import translation

from ledstjarna.rooms.obstacles import reads
from ledstjarna.thread.reads import Missing
from tests.rooms.obstacles.conftest import Desk


def test_a_function_is_called_in_the_reader_s_language(desk: Desk) -> None:
    labels = []
    for language in ("sv", "en"):
        with translation.override(language):
            labels += [row.label for row in reads.desks(viewer=desk.city.viewer("employee")).rows]
    assert labels == ["Lokaler", "Premises"]


def test_units_are_offered_to_the_one_who_keeps_the_table_alone(desk: Desk) -> None:
    assert len(reads.desks(viewer=desk.city.viewer("administrator")).units) == 5
    assert reads.desks(viewer=desk.city.viewer("manager")).units == ()
    with pytest.raises(Missing):
        reads.desks(viewer=desk.city.viewer("resident"))
