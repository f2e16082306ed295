"""A world that stands for a whole module: hundreds of rows ask about it, and each takes back what it did."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.fixtures.city import SmallCity, build
from tests.house import world


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[SmallCity, world.World]]:
    """The small city and one of everything in it, made once and gone after the module.

    Every test runs in a transaction of its own within this one, which is rolled back as always.
    """
    with django_db_blocker.unblock():
        block: Any = transaction.atomic()
        block._from_testcase = True  # it is the test's own, not the code's
        with block:
            city = build()
            yield city, world.build(city)
            transaction.set_rollback(True)


@pytest.fixture
def city(db: None, standing: tuple[SmallCity, world.World]) -> SmallCity:
    """The city that stands."""
    return standing[0]


@pytest.fixture
def built(db: None, standing: tuple[SmallCity, world.World]) -> world.World:
    """What stands in it."""
    return standing[1]
