"""A challenge, a call and its entries in the small city, taken as far as a test needs."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from ledstjarna.rooms.accelerator import actions
from ledstjarna.rooms.accelerator.models import Call, Entry, Seat
from ledstjarna.thread import actions as thread
from tests.fixtures.city import SmallCity

LATER = timedelta(days=20)
CALL: dict[str, Any] = {
    "title": "Färre fall hemma",
    "text": "Vi söker sätt att falla mindre.",
    "inlet": "challenge",
    "seats": 2,
    "funds": 300_000,
    "blind": True,
    "open_entries": True,
}
ANSWERS = ["Vi går hem till var och en.", "3", "Ja"]


@dataclass(frozen=True)
class Lab:
    """The refs of a challenge and a call, and the people of their city."""

    city: SmallCity
    now: datetime
    area: str
    challenge: str
    call: str

    def by(self, role: str) -> dict[str, Any]:
        """Who acts, and when."""
        return {"viewer": self.city.viewer(role), "now": self.now}

    def person(self, name: str) -> str:
        """The ref of a person."""
        return self.city.persons[name].node.ref

    def at(self, now: datetime) -> "Lab":
        """The same at another moment."""
        return replace(self, now=now)

    def later(self) -> "Lab":
        """The same when the last day has come."""
        return self.at(self.now + LATER)

    def stage(self) -> str:
        """How far the call has come."""
        return Call.objects.get(node__ref=self.call).stage

    def entry(self, role: str = "employee", title: str = "Hallen först", send: bool = True) -> str:
        """An entry of somebody's, sent."""
        ref = actions.enter(ref=self.call, title=title, named=True, **self.by(role))
        return actions.write_entry(ref=ref, title=title, answers=ANSWERS, send=send, **self.by(role))

    def jury(self, *names: str) -> None:
        """These people assess."""
        for name in names:
            actions.seat_assessor(ref=self.call, person=self.person(name), **self.by("communicator"))

    def closed(self) -> "Lab":
        """The call closed on its last day, with its copies released."""
        then = self.later()
        actions.close_call(ref=self.call, **then.by("communicator"))
        actions.release_copies(ref=self.call, **then.by("communicator"))
        return then

    def assigned(self) -> "Lab":
        """The call closed and every entry given its assessors."""
        then = self.closed()
        actions.assign(ref=self.call, **then.by("communicator"))
        return then

    def assessors(self, entry: str) -> list[str]:
        """Who assesses an entry, by what they are called in the small city."""
        rows = Seat.objects.filter(entry__node__ref=entry).order_by("pk")
        return list(rows.values_list("assessor__person__number", flat=True))

    def decided(self, *entries: str) -> "Lab":
        """The call decided, with yes to these entries and no to the rest."""
        rows = Entry.objects.filter(call__node__ref=self.call, standing="sent").values_list(
            "node__ref", flat=True
        )
        for ref in rows:
            outcome = "granted" if ref in entries else "declined"
            actions.weigh(
                ref=ref, outcome=outcome, reason="Tydligt behov.", amount=50_000, **self.by("communicator")
            )
        actions.decide_call(ref=self.call, **self.by("communicator"))
        return self


def laid(city: SmallCity, now: datetime, **more: Any) -> Lab:
    """A challenge, and a call that is open."""
    star = thread.add_node(kind="vision", title="Sundhamn 2040", audience="public")
    area = thread.add_node(kind="area", title="Den nära staden", audience="public")
    thread.tie(source=area, name="belongs_to", target=star)
    top: dict[str, Any] = {"viewer": city.viewer("communicator"), "now": now}
    challenge = actions.set_challenge(
        title="Trygg hemma", preamble="Många faller hemma.", serves=[area.ref],
        focus="Nätter\nHallen", contacts="Idécoach, vård och omsorg", unit=city.units["care"].node.ref, **top,
    )  # fmt: skip
    day = now.date()
    call = actions.set_call(
        **(CALL | more), opens=day, closes=day + LATER, decides=day + 2 * LATER, seeks=[challenge], **top
    )
    for text, sort, options in (("Vad gör ni?", "long", ""), ("Hur många?", "number", "")):
        actions.add_question(ref=call, text=text, sort=sort, options=options, needed=True, **top)
    actions.add_question(ref=call, text="Prövat förut?", sort="choice", options="Ja\nNej", **top)
    actions.add_criterion(ref=call, title="Nytta", low="För ingen", high="För många", weight=3, **top)
    actions.add_criterion(ref=call, title="Nytt", low="Som förr", high="Aldrig prövat", weight=1, **top)
    actions.open_call(ref=call, **top)
    return Lab(city, now, area.ref, challenge, call)


@pytest.fixture
def lab(city: SmallCity, now: datetime) -> Lab:
    """A challenge, and a call that is open."""
    return laid(city, now)
