"""One node among its neighbours: why it is there, what hangs on it, who else hangs on the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.reads.strands import above, below
from ledstjarna.thread import reads, room
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Event, Neighbour, Spot

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Side:
    """The neighbours on one side, and whether there are more than are shown."""

    near: tuple[Neighbour, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A node with its path from the star, its neighbours up, down and sideways, and its facts."""

    spot: Spot
    why: tuple[Spot, ...]
    aims: bool
    hangs: bool
    pictured: bool
    up: Side
    down: Side
    beside: Side
    events: tuple[Event, ...]


def surroundings(*, ref: str, viewer: Viewer) -> Surroundings:
    """What surrounds the node of that ref.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer)
    why = reads.why(ids=[node.pk], viewer=viewer)[node.pk]
    up = above(ids=[node.pk], viewer=viewer, most=SHOWN + 1)
    down = below(ids=[node.pk], viewer=viewer, most=SHOWN + 1)
    return Surroundings(
        spot=reads.spot(node),
        why=why,
        aims=room.kind(node.kind).aims,
        hangs=room.kind(why[0].kind).star,
        pictured=bool(down) and reads.in_fabric(node),
        up=_side((hang.from_low, hang.name, hang.high) for hang in up),
        down=_side((hang.from_high, hang.name, hang.low) for hang in down),
        beside=_beside(node, [hang.high.pk for hang in up], viewer),
        events=tuple(reads.events(viewer=viewer, nodes=[node.pk])),
    )


def _side(found: Iterable[tuple[str, str, Node]]) -> Side:
    near = tuple(Neighbour(name, words, reads.spot(other)) for words, name, other in found)
    return Side(near[:SHOWN], more=len(near) > SHOWN)


def _beside(node: Node, shared: list[int], viewer: Viewer) -> Side:
    """Others of its kind that hang on the same; the words are what they share."""
    hangs = below(ids=shared, viewer=viewer, kind=node.kind)
    once = {hang.low.pk: hang for hang in hangs if hang.low.pk != node.pk}
    return _side((reads.spot(hang.high).title, hang.name, hang.low) for hang in once.values())
