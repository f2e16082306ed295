"""What a room declares can be asked for by name."""

import pytest

from ledstjarna.thread import room
from ledstjarna.thread.room import Kind, Room, Tie


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_rooms", {})
    room.announce(
        Room(
            name="north",
            kinds=(Kind("star", "Star", "Stars", star=True),),
            ties=(Tie("serves", "star", ("star",), "serves", "is served by"),),
            verbs={"north.lit": "was lit"},
        )
    )


@pytest.mark.usefixtures("alone")
def test_a_kind_is_found_by_its_name() -> None:
    assert room.kind("star").plural == "Stars"
    with pytest.raises(KeyError):
        room.kind("moon")


@pytest.mark.usefixtures("alone")
def test_a_verb_whose_room_has_left_is_told_by_its_bare_name() -> None:
    assert room.verb("north.lit") == "was lit"
    assert room.verb("south.lit") == "south.lit"


@pytest.mark.usefixtures("alone")
def test_a_room_announced_twice_is_there_once() -> None:
    room.announce(Room(name="north"))
    assert [one.name for one in room.rooms()] == ["north"]
    assert list(room.ties()) == []


def test_no_two_rooms_have_the_same_kind() -> None:
    names = [kind.name for kind in room.kinds()]
    assert sorted(names) == sorted(set(names))


def test_no_tie_is_declared_twice_from_the_same_kind() -> None:
    pairs = [(tie.name, tie.source) for tie in room.ties()]
    assert sorted(pairs) == sorted(set(pairs))
