"""What a room declares of itself: its kinds, ties and verbs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.utils.functional import Promise

Words = str | Promise


Level = Literal["unit", "manager", "employee"]


@dataclass(frozen=True, slots=True)
class Signal:
    """That nodes of a kind ask something of those they are given to.

    `levels` says of whom, and `minutes` is a first estimate of what one costs each of them in a year.
    """

    levels: tuple[Level, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of node: what it is called, and the page where one can be read.

    `route` takes the node's ref. `star` marks what the whole city steers by; `aims` says that a
    node of this kind ought to have a path to the star, so that one without it is a loose thread.
    A `sealed` kind shows its label, never its title, to those outside.

    For the atlas: a `deed` is something done and a `word` something said; what `wants` ought to have
    a deed below it, and what is `leaned` on ought to be named by something that is lived. `due` is what
    it means that the promised day has passed, and what is `asked` is owed an answer by that day. A
    `signal` asks something of those it is given to. What is `human` is a person, and in no picture of the
    city. What can be `joined` is shown to whoever types the title of something like it.
    """

    name: str
    label: Words
    plural: Words
    route: str | None = None
    star: bool = False
    aims: bool = False
    sealed: bool = False
    deed: bool = False
    word: bool = False
    wants: bool = False
    leaned: bool = False
    human: bool = False
    asked: bool = False
    joined: bool = False
    due: Words = ""
    signal: Signal | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A strand that may be spun, in the present tense: `source` name `target`.

    `up` is the end nearer the star, or neither. `start` is a route where a new source is made for a
    target, `begin` the words that lead there, and `may` the dotted name of the rule that says who meets
    them; without one, everybody who is signed in. A tie that `reaches` gives its source to the target and
    to all that is part of the target.
    `pull` is 1 where the source wants more of the target, and -1 where it wants less.
    """

    name: str
    source: str
    targets: tuple[str, ...]
    label: Words
    inverse: Words
    up: Literal["source", "target", "neither"] = "target"
    start: str | None = None
    begin: Words = ""
    may: str = ""
    reaches: bool = False
    pull: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class Way:
    """A place in the masthead: its words, its route, who meets it, and whether it stands behind “More”.

    The day of those who hold one of the roles in `begins` begins there when they sign in.
    """

    label: Words
    route: str
    signed_in: bool = False
    aside: bool = False
    begins: tuple[str, ...] = ()


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
