"""A vision with an area, an approach and a policy, for the tests of the principles room."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from ledstjarna.rooms.principles import actions
from ledstjarna.thread import actions as thread
from tests.fixtures.city import SmallCity

APPROACH: dict[str, Any] = {
    "title": "Den närmaste avgör",
    "text": "Vi litar på den som är där.",
    "employee": "Gör först\nBerättar sedan",
    "leader": "Frågar vad som behövs",
}
POLICY: dict[str, Any] = {
    "title": "Medarbetarpolicy",
    "sort": "policy",
    "decided_by": "Kommunfullmäktige",
    "reference": "KF 2026 § 4",
    "valid_from": date(2026, 1, 1),
    "valid_to": None,
    "review": date(2028, 1, 1),
    "owner": "HR-direktör",
    "text": "Inledning.\n# Möten\nVi möts över gränser.\n# Beslut\nVi fattar dem nära.",
}


@dataclass(frozen=True)
class Ground:
    """The refs of what is leaned on, and the people of its city."""

    city: SmallCity
    now: datetime
    star: str
    area: str
    approach: str
    policy: str

    def by(self, role: str) -> dict[str, Any]:
        """Who acts, and when."""
        return {"viewer": self.city.viewer(role), "now": self.now}


@pytest.fixture
def ground(city: SmallCity, now: datetime) -> Ground:
    """An approach and a policy that serve an area of the vision."""
    star = thread.add_node(kind="vision", title="Sundhamn 2040", audience="public")
    area = thread.add_node(kind="area", title="Den nära staden", audience="public")
    thread.tie(source=area, name="part_of", target=star)
    thread.index(area, "Den nära staden Korta väntetider för alla")
    top: dict[str, Any] = {"viewer": city.viewer("city_director"), "now": now}
    approach = actions.set_approach(serves=[area.ref], **APPROACH, **top)
    policy = actions.set_document(serves=[area.ref], leans_on=[approach], **POLICY, **top)
    return Ground(city, now, star.ref, area.ref, approach, policy)
