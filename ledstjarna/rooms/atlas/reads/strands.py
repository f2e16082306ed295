"""Strands with a direction: which end hangs on which, the star being highest."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from ledstjarna.people.viewer import Viewer
from ledstjarna.thread import reads, room
from ledstjarna.thread.models import Node, Strand

MOST = 500


@dataclass(frozen=True, slots=True)
class Hang:
    """One strand: `low` hangs on `high`, with the words as read from either end."""

    name: str
    low: Node
    high: Node
    from_low: str
    from_high: str


def below(*, ids: Iterable[int], viewer: Viewer, kind: str = "", most: int = MOST) -> list[Hang]:
    """The strands whose high end is one of these nodes, perhaps with low ends of one kind alone."""
    rows = list(ids)
    low_source = Q(target_id__in=rows, name__in=_names("target"))
    low_target = Q(source_id__in=rows, name__in=_names("source"))
    if kind:
        low_source, low_target = low_source & Q(source__kind=kind), low_target & Q(target__kind=kind)
    return _hangs(low_source | low_target, viewer, most)


def above(*, ids: Iterable[int], viewer: Viewer, most: int = MOST) -> list[Hang]:
    """The strands whose low end is one of these nodes."""
    rows = list(ids)
    high_target = Q(source_id__in=rows, name__in=_names("target"))
    high_source = Q(target_id__in=rows, name__in=_names("source"))
    return _hangs(high_target | high_source, viewer, most)


def _names(up: str) -> list[str]:
    return [tie.name for tie in room.ties() if tie.up == up]


def _hangs(where: Q, viewer: Viewer, most: int) -> list[Hang]:
    strands = Strand.objects.filter(where).filter(reads.both_seen(viewer))
    ties = {(tie.name, tie.source): tie for tie in room.ties()}
    return [
        _hang(strand, ties[strand.name, strand.source.kind])
        for strand in strands.select_related("source", "target").order_by("pk")[:most]
        if (strand.name, strand.source.kind) in ties
    ]


def _hang(strand: Strand, tie: room.Tie) -> Hang:
    label, inverse = str(tie.label), str(tie.inverse)
    if tie.up == "target":
        return Hang(tie.name, strand.source, strand.target, label, inverse)
    return Hang(tie.name, strand.target, strand.source, inverse, label)
