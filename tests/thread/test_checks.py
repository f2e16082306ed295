"""The start-up checks find what a room declares and does not keep."""

import pytest

from ledstjarna.thread import checks, room
from ledstjarna.thread.room import Kind, Room, Tie, Way

GOOD = Kind("star", "Star", "Stars")


def faults(monkeypatch: pytest.MonkeyPatch, declared: Room) -> list[str | None]:
    monkeypatch.setattr(room, "_rooms", {})
    room.announce(declared)
    return [fault.id for fault in checks.declarations(None)]


@pytest.mark.parametrize(
    ("declared", "fault"),
    [
        (Room("north", kinds=(Kind("star", "Star", "Stars", "north:star"),)), "thread.E1"),
        (
            Room("north", (GOOD,), (Tie("serves", "star", ("star",), "a", "b", start="north:new"),)),
            "thread.E2",
        ),
        (
            Room("north", (GOOD,), (Tie("serves", "star", ("star",), "a", "b", may="north.rules.may"),)),
            "thread.E6",
        ),
        (Room("north", ways=(Way("North", "north:home"),)), "thread.E3"),
        (Room("north", (GOOD,), (Tie("serves", "star", ("moon",), "a", "b"),)), "thread.E4"),
        (Room("north", (GOOD,), (Tie("serves", "moon", ("star",), "a", "b"),)), "thread.E4"),
        (Room("north", verbs={"south.lit": "was lit"}), "thread.E5"),
    ],
)
def test_a_broken_promise_is_found(monkeypatch: pytest.MonkeyPatch, declared: Room, fault: str) -> None:
    assert faults(monkeypatch, declared) == [fault]


def test_a_room_that_keeps_its_word_has_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Room("north", (GOOD,), (Tie("serves", "star", ("star",), "a", "b"),), {"north.lit": "was lit"})
    assert faults(monkeypatch, kept) == []


def test_every_room_of_the_house_keeps_its_word() -> None:
    assert checks.declarations(None) == []
