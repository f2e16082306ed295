"""A goal with a unit below it, and what is in the way of both, for the tests of the obstacles room."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.obstacles import actions
from ledstjarna.rooms.obstacles.models import Obstacle
from ledstjarna.thread import actions as thread
from tests.fixtures.city import SmallCity

TEXT = "Nyckeln till förrådet finns bara i centrum. Vi kör dit varje morgon."


@dataclass(frozen=True)
class Desk:
    """The people of a city, its units by ref, and a goal that can be hindered."""

    city: SmallCity
    now: datetime
    goal: str

    def ref(self, code: str) -> str:
        """The ref of a unit."""
        return self.city.units[code].node.ref

    def by(self, role: str, days: int = 0) -> dict[str, Any]:
        """Who acts, and how many days from now."""
        return {"viewer": self.city.viewer(role), "now": self.now + timedelta(days=days)}

    def report(self, role: str = "employee", days: int = 0, **more: Any) -> str:
        """Something in the way at home care, reported by name."""
        words: dict[str, Any] = {"text": TEXT, "where": self.ref("home"), "receiver": "", "alone": False}
        return actions.report(**(words | more), **self.by(role, days))

    def post(self, days: int = 0, **more: Any) -> str:
        """The same without a name: the secret."""
        words: dict[str, Any] = {"text": TEXT, "where": self.ref("home"), "receiver": "", "alone": False}
        return actions.post(**(words | more), **self.by("employee", days))

    def answer(self, ref: str, outcome: str = "removed", days: int = 1, **more: Any) -> None:
        """The manager answers."""
        words: dict[str, Any] = {"outcome": outcome, "answer": "Nyckeln är kopierad.", "until": None}
        actions.answer(ref=ref, **(words | more), **self.by("manager", days))

    def one(self, ref: str) -> Obstacle:
        """The obstacle of that ref as it stands."""
        return Obstacle.objects.select_related("node", "receiver").get(node__ref=ref)


@pytest.fixture
def desk(city: SmallCity, now: datetime) -> Desk:
    """A city where premises are looked after by the harbour company's unit."""
    goal = thread.add_node(kind="board_goal", title="Fler vågar gå ut", audience="public")
    thread.record(who=None, verb="missions.set", node=goal, at=now)
    made = Desk(city, now, goal.ref)
    actions.appoint(
        name="Lokaler", name_en="Premises", unit=made.ref("quay"), days=5, **made.by("administrator")
    )
    return made
