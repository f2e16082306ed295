"""An area of a vision, and signals that concern it, for the tests of the horizon room."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.horizon import actions
from ledstjarna.thread import actions as thread
from tests.fixtures.city import SmallCity

SEEN: dict[str, Any] = {
    "title": "Butiker lämnar ut paket ur skåp dygnet runt",
    "sort": "trend",
    "seen_in": "Dagstidningen",
    "link": "https://tidning.example/skap",
    "text": "Biblioteket kunde lämna ut böcker så.",
}
READ: dict[str, Any] = {
    "met": "Framtidsgruppen, nio personer",
    "thinks": "Den som arbetar skift får en väg in.",
    "strength": "clear",
    "surety": "likely",
    "course": "act",
}


@dataclass(frozen=True)
class Lookout:
    """The people of a city whose northern school reads the signals, and the refs of a small vision."""

    city: SmallCity
    now: datetime
    star: str
    area: str

    def by(self, role: str, days: int = 0) -> dict[str, Any]:
        """Who acts, and how many days from now."""
        return {"viewer": self.city.viewer(role), "now": self.now + timedelta(days=days)}

    def notice(self, days: int = 0, **more: Any) -> str:
        """An employee notices a signal that concerns the area."""
        return actions.notice(**(SEEN | {"concerns": [self.area]} | more), **self.by("employee", days))

    def read(self, ref: str, days: int = 1, **more: Any) -> str:
        """The group reads it together."""
        words: dict[str, Any] = {"held_on": (self.now + timedelta(days=days)).date(), "concerns": []}
        return actions.read_together(ref=ref, **(words | READ | more), **self.by("colleague", days))

    def parry(self, ref: str, days: int = 5, **more: Any) -> str:
        """Home care tries something small."""
        words: dict[str, Any] = {
            "title": "Ett skåp med tjugo böcker", "text": "Vid entrén, i fyra veckor.",
            "unit": self.city.units["home"].node.ref, "begun_on": (self.now + timedelta(days=days)).date(),
        }  # fmt: skip
        return actions.parry(ref=ref, **(words | more), **self.by("employee", days))


@pytest.fixture
def lookout(city: SmallCity, now: datetime) -> Lookout:
    """A vision with an area, and a group that reads."""
    star = thread.add_node(kind="vision", title="Sundhamn 2040", audience="public")
    area = thread.add_node(kind="area", title="Den nära staden", audience="public")
    thread.tie(source=area, name="part_of", target=star)
    made = Lookout(city, now, star.ref, area.ref)
    actions.appoint(unit=city.units["north"].node.ref, **made.by("city_director"))
    return made
