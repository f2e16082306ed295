"""What a room declares of itself: its kinds, ties and verbs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of node: what it is called, and the page where one can be read.

    `route` takes the node's ref. `star` marks what the whole city steers by; `aims` says that a
    node of this kind ought to have a path to the star, so that one without it is a loose thread.
    A `sealed` kind shows its label, never its title, to those outside.
    """

    name: str
    label: Words
    plural: Words
    route: str | None = None
    star: bool = False
    aims: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A strand that may be spun, in the present tense: `source` name `target`.

    `up` is the end nearer the star. `start` is a route where a new source is made for a target.
    """

    name: str
    source: str
    targets: tuple[str, ...]
    label: Words
    inverse: Words
    up: Literal["source", "target"] = "target"
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A place in the masthead: its words, its route, and who meets it."""

    label: Words
    route: str
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """All that a room says of itself to the house.

    `tick` is the dotted name of a function that the worker calls every other second with the moment:
    what a room wants done by the clock, since nobody listens.
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    ties: tuple[Tie, ...] = ()
    verbs: Mapping[str, Words] = field(default_factory=dict)
    ways: tuple[Way, ...] = ()
    tick: str = ""


_rooms: dict[str, Room] = {}


def announce(room: Room) -> None:
    """Make a room known; called once from each app's `ready`."""
    _rooms[room.name] = room


def rooms() -> tuple[Room, ...]:
    """The rooms in the order in which they were announced."""
    return tuple(_rooms.values())


def kinds() -> Iterator[Kind]:
    """Every kind of node in the house."""
    return (kind for room in rooms() for kind in room.kinds)


def ties() -> Iterator[Tie]:
    """Every tie in the house."""
    return (tie for room in rooms() for tie in room.ties)


def kind(name: str) -> Kind:
    """The kind of that name.

    Raises:
        KeyError: no room has announced it.
    """
    for one in kinds():
        if one.name == name:
            return one
    raise KeyError(name)


def verb(name: str) -> Words:
    """The words of a verb, or its bare name where its room has left the house."""
    for room in rooms():
        if name in room.verbs:
            return room.verbs[name]
    return name
