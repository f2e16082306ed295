"""A chain from a vision to a unit's plan, for the tests of the missions room."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import actions
from ledstjarna.thread import actions as thread
from tests.fixtures.city import SmallCity

WORDS: dict[str, Any] = {"title": "Nära hela livet", "text": "Vi möts där livet levs."}
GOAL: dict[str, Any] = {
    "title": "Fler äldre vågar gå ut",
    "text": "Äldre känner sig trygga ute.",
    "whom": "Äldre i Sundhamn",
    "target": "",
    "ends": None,
}
PLAN: dict[str, Any] = {
    "title": "Samma ansikten",
    "text": "Var och en möter få av oss.",
    "stands": "I dag möter en person tolv av oss.",
    "how": "Vi delar in oss i små lag.",
    "ends": None,
}


CARD: dict[str, Any] = {
    "title": "Vara den som kommer",
    "purpose": "Att den som bor hemma kan göra det tryggt.",
    "whom": "De jag besöker",
    "contribution": "Att få ansikten möter var och en.",
    "alone": "När jag kommer\nVad vi gör först",
    "together": "Schemat",
    "asks": "Inköp: Kim",
    "money": 500,
    "review": date(2027, 3, 1),
}


ITEM: dict[str, Any] = {
    "item": "4.12",
    "subject": "Hemtjänst upp till 20 timmar i veckan",
    "legal": "SoL 4:1",
    "post": "Manager",
    "limit": "20 timmar",
    "passes_on": False,
    "begins": date(2026, 1, 1),
}


@dataclass(frozen=True)
class Chain:
    """The refs of a chain, and the people of its city."""

    city: SmallCity
    now: datetime
    star: str
    board: str
    unit: str
    programme: str
    direction: str
    mission: str
    goal: str
    plan: str

    def by(self, role: str) -> dict[str, Any]:
        """Who acts, and when."""
        return {"viewer": self.city.viewer(role), "now": self.now}

    def viewer(self, role: str) -> Viewer:
        """The viewer of that role."""
        return self.city.viewer(role)


@pytest.fixture
def chain(city: SmallCity, now: datetime) -> Chain:
    """Vision, programme, direction, mission, goal and plan, each hanging on the one before."""
    star = thread.add_node(kind="vision", title="Sundhamn 2040", audience="public").ref
    top: dict[str, Any] = {"viewer": city.viewer("city_director"), "now": now}
    board, unit = city.authorities["care_board"].node.ref, city.units["home"].node.ref
    programme = actions.set_programme(
        ref=star, serves=[star], begins=date(2026, 1, 1), ends=date(2030, 12, 31), **WORDS, **top
    )
    direction = actions.set_direction(ref=programme, serves=[programme], given_to=[], **WORDS, **top)
    mission = actions.set_mission(
        ref=board, title="Ett gott liv", text="Stöd när det behövs.", whom="Äldre", serves=[direction], **top
    )
    goal = actions.set_goal(ref=board, serves=[mission], **GOAL, **top)
    plan = actions.set_plan(ref=unit, serves=[goal], **PLAN, viewer=city.viewer("manager"), now=now)
    return Chain(city, now, star, board, unit, programme, direction, mission, goal, plan)
