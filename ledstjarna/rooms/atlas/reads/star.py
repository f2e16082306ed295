"""The star map: a vision in the middle, what hangs on it, and what hangs on that."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.reads.loose import Act, woven
from ledstjarna.rooms.atlas.reads.sight import eyes
from ledstjarna.rooms.atlas.reads.strands import MOST, Hang, below
from ledstjarna.thread import reads, room
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.models import Fact, Node
from ledstjarna.thread.reads import Missing, Spot

# Words of other rooms, met on the thread; where those rooms have left the house, nothing bears them.
DECIDED = "vision.decided"
IMPORTED = "vision.imported"
SPOKEN = "spoken_by"


@dataclass(frozen=True, slots=True)
class Star:
    """Something the city steers by, and what has become of it."""

    spot: Spot
    decided: bool
    imported: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Thing:
    """What hangs on the star, in words, and what hangs on that in turn."""

    spot: Spot
    words: str
    below: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Ray:
    """The things of one kind that hang on the star."""

    kind: str
    label: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class StarMap:
    """A star and its rays, the other stars to choose among, and how the whole weave stands."""

    star: Star | None
    stars: tuple[Star, ...]
    rays: tuple[Ray, ...]
    cut: bool
    state: str
    hanging: int
    loose: int
    begin: Act | None
