"""Where one writes: a signal, a reading of one, a parry, and who reads them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.horizon import rules
from ledstjarna.rooms.horizon.models import Group
from ledstjarna.rooms.horizon.room import CONCERNED
from ledstjarna.rooms.horizon.scope import group
from ledstjarna.thread import reads
from ledstjarna.thread.likeness import Alike, alike
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Spot

Choices = tuple[tuple[str, str], ...]
LIKE = 3
ENOUGH = 10  # letters typed, before anything is looked for


@dataclass(frozen=True, slots=True)
class NoticeDesk:
    """Where a signal is told of: what it may concern, and what is like it already."""

    concerns: Choices
    ticked: tuple[str, ...]
    alike: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class SignalDesk:
    """Where a signal is read together or parried."""

    signal: Spot
    deed: str
    concerns: Choices
    units: Choices
    unit: str
    today: date


@dataclass(frozen=True, slots=True)
class GroupDesk:
    """Who reads signals, and whom they may be given to."""

    units: Choices
    unit: str


def _concerns(viewer: Viewer, without: frozenset[str] = frozenset()) -> Choices:
    spots = reads.spots(viewer=viewer, kind=CONCERNED)
    spots.sort(key=lambda one: CONCERNED.index(one.kind))
    return tuple((one.ref, f"{one.label}: {one.title}") for one in spots if one.ref not in without)


def _units() -> Choices:
    return tuple(Unit.objects.order_by("name", "pk").values_list("node__ref", "name"))


def notice_desk(*, viewer: Viewer, text: str = "", to: str = "") -> NoticeDesk:
    """The desk for a signal; what is typed is looked up, and not kept.

    Raises:
        Missing: nobody is signed in.
    """
    if not rules.may_notice(viewer):
        raise Missing("new")
    enough = len(text.strip()) >= ENOUGH
    met = tuple(alike(text=text, viewer=viewer, kinds=["signal"], most=LIKE)) if enough else ()
    return NoticeDesk(_concerns(viewer), (to,) if to else (), met)


def signal_desk(*, ref: str, deed: str, viewer: Viewer, now: datetime) -> SignalDesk:
    """The desk for reading a signal together (`read`), or for telling how it was parried (`parry`).

    Raises:
        Missing: the signal is not there, or the deed is not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="signal")
    may = rules.may_read(viewer, group()) if deed == "read" else rules.may_notice(viewer)
    if not may:
        raise Missing(ref)
    tied = Strand.objects.filter(source=node, name="concerns", cut=False).values_list(
        "target__ref", flat=True
    )
    own = Unit.objects.filter(pk__in=viewer.unit_ids).order_by("pk").values_list("node__ref", flat=True)
    return SignalDesk(
        signal=reads.spot(node),
        deed=deed,
        concerns=_concerns(viewer, frozenset(tied)) if deed == "read" else (),
        units=_units() if deed == "parry" else (),
        unit=own.first() or "",
        today=timezone.localdate(now),
    )  # fmt: skip


def group_desk(*, viewer: Viewer) -> GroupDesk:
    """Who reads signals.

    Raises:
        Missing: this viewer does not say who does.
    """
    if not rules.may_appoint(viewer):
        raise Missing("group")
    return GroupDesk(_units(), Group.objects.values_list("unit__node__ref", flat=True).first() or "")
