"""Where one tells what is in the way: who gets it and when they answer, hints, and who has the same."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.reads.desks import units
from ledstjarna.rooms.obstacles.room import HINDERED
from ledstjarna.rooms.obstacles.rules import Hint
from ledstjarna.rooms.obstacles.scope import units_of, ways
from ledstjarna.thread import memory, reads
from ledstjarna.thread.likeness import Alike, alike
from ledstjarna.thread.reads import Missing, Spot
from ledstjarna.thread.stems import WORD

Choices = tuple[tuple[str, str], ...]
LIKE = 3
ENOUGH = 12  # letters typed, before anything is looked for


@dataclass(frozen=True, slots=True)
class Telling:
    """The desk: the places, the ways that a report from one may go, and what its words met."""

    where: str
    units: Choices
    ways: Choices
    receiver: str
    promised: date
    hints: tuple[Hint, ...]
    alike: tuple[Alike, ...]
    hinders: Spot | None
    typed: bool
    named: bool


def _place(where: str, viewer: Viewer) -> Unit:
    """The unit of that ref, else the viewer's own, else the first of the city."""
    named = units_of([where]).get(where) if where else None
    own = Unit.objects.select_related("node").order_by("pk")
    found = named or own.filter(pk__in=viewer.unit_ids).first() or own.first()
    if found is None:
        raise Missing("units")
    return found


def _known(choices: Choices) -> frozenset[str]:
    """The words that are names of units and places."""
    return memory.until(
        len(choices),
        "obstacles.places",
        lambda: frozenset(word for _ref, name in choices for word in WORD.findall(name.lower())),
    )


def telling(
    *,
    viewer: Viewer,
    now: datetime,
    where: str = "",
    receiver: str = "",
    text: str = "",
    to: str = "",
    named: bool = False,
) -> Telling:
    """The desk with what has been typed so far; nothing of it is kept.

    Raises:
        Missing: nobody is signed in, or what it is to be in the way of is not there.
    """
    if not rules.may_report(viewer):
        raise Missing("new")
    unit, today, choices = _place(where, viewer), timezone.localdate(now), units()
    offered = ways(unit, today)
    chosen = next((one for one in offered if one.ref == receiver), offered[0])
    node = reads.node(ref=to, viewer=viewer) if to else None
    if node is not None and node.kind not in HINDERED:
        raise Missing(to)
    enough = len(text.strip()) >= ENOUGH
    return Telling(
        where=unit.node.ref,
        units=choices,
        ways=tuple((one.ref, one.words) for one in offered),
        receiver=chosen.ref,
        promised=chosen.promised,
        hints=rules.hints(text, _known(choices)),
        alike=tuple(alike(text=text, viewer=viewer, kinds=["obstacle"], most=LIKE)) if enough else (),
        hinders=reads.spot(node) if node else None,
        typed=bool(text.strip()),
        named=named,
    )
