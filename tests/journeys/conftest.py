"""The small city with its two rounds, for people to walk about in."""

import pytest

from tests.fixtures.city import SmallCity
from tests.house.world import World, build


@pytest.fixture
def world(transactional_db: None, city: SmallCity) -> World:
    """A round being voted on that residents see, and another for staff, drafted and endorsed."""
    return build(city)
