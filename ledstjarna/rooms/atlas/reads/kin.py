"""Kin: what others have begun that sounds like a title somebody is typing, so that they can join."""

from dataclasses import dataclass

from ledstjarna.people.viewer import Viewer
from ledstjarna.thread import room, search
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Spot, spot

MOST = 3


@dataclass(frozen=True, slots=True)
class Kin:
    """Something alike: where it is tried, and whether it has ended."""

    spot: Spot
    where: str
    ended: bool


@dataclass(frozen=True, slots=True)
class KinPage:
    """What was typed, and what is like it."""

    title: str
    kin: tuple[Kin, ...]


def kin(*, viewer: Viewer, title: str = "") -> KinPage:
    """At most three things that could be joined, or learnt from, instead of begun anew."""
    kinds = [kind.name for kind in room.kinds() if kind.joined]
    title = title.strip()[:200]
    near = (
        search.kin(title=title, viewer=viewer, kinds=kinds, most=MOST) if viewer.signed_in and kinds else ()
    )
    return KinPage(title, tuple(_kin(node) for node in near))


def _kin(node: Node) -> Kin:
    return Kin(spot(node), node.home.title if node.home else "", node.ended is not None)
