"""Lessons in lists."""

from typing import Any

import pytest

from ledstjarna.rooms.experiments import reads
from tests.fixtures.city import NOW, SmallCity
from tests.rooms.experiments.stage import concluded


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_as_often_whatever_the_lessons_are(
    city: SmallCity, many: int, django_assert_num_queries: Any
) -> None:
    for _n in range(many):
        concluded(city)
    viewer = city.viewer("employee")
    with django_assert_num_queries(4):
        assert reads.lessons(viewer=viewer, now=NOW).total == many
