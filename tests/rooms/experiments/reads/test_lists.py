"""Tests in lists."""

from datetime import timedelta

import pytest

from ledstjarna.rooms.experiments import reads
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import concluded, running


@pytest.mark.parametrize(
    ("stage", "days", "many"), [("running", 0, 1), ("running", 20, 0), ("review", 20, 1), ("", 0, 2)]
)
def test_tests_are_listed_by_their_stage_today(city: SmallCity, stage: str, days: int, many: int) -> None:
    running(city)
    concluded(city)
    found = reads.small_tests(viewer=city.viewer("hr"), now=NOW + timedelta(days=days), stage=stage)
    assert found.total == many


def test_a_test_is_found_by_its_words(city: SmallCity) -> None:
    running(city)
    assert reads.small_tests(viewer=city.viewer("hr"), now=NOW, query="kvällen").total == 1
    assert reads.small_tests(viewer=city.viewer("hr"), now=NOW, query="ubåt").total == 0
