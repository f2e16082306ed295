"""Loose threads: what ought to lead to the vision and does not, with one suggested act each."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.reads.sight import eyes
from ledstjarna.rooms.atlas.reads.strands import above
from ledstjarna.thread import reads, room
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.reads import Missing, Spot

SIZE = 20


@dataclass(frozen=True, slots=True)
class Weave:
    """How much of what ought to lead to a star does so, as far as one viewer can see."""

    starred: bool
    hanging: int
    loose: tuple[Spot, ...]

    @property
    def state(self) -> Literal["bare", "whole", "nearly", "thin"]:
        """Nothing is there yet, all of it hangs together, most of it, or less than half."""
        if not self.loose and not self.hanging:
            return "bare"
        if not self.loose:
            return "whole"
        return "nearly" if self.hanging >= len(self.loose) else "thin"


@dataclass(frozen=True, slots=True)
class Act:
    """The one thing suggested: words for a link and its address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A node without a path to the star: why it is listed, in words, and what to do."""

    spot: Spot
    reason: str
    act: Act


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The loose threads of one kind on this page, out of `total`."""

    kind: str
    label: str
    total: int
    rows: tuple[Loose, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind to show alone, or all kinds where `kind` is empty."""

    kind: str
    label: str
    total: int
    current: bool


@dataclass(frozen=True, slots=True)
class LoosePage:
    """One page of loose threads, gathered by kind."""

    starred: bool
    state: str
    hanging: int
    total: int
    kind: str
    choices: tuple[Choice, ...]
    sheaves: tuple[Sheaf, ...]
    number: int
    pages: int


def weave(*, viewer: Viewer) -> Weave:
    """What hangs together for this viewer and what does not; kept until the next fact."""
    return woven(viewer, eyes(viewer))


def woven(viewer: Viewer, key: Hashable) -> Weave:
    """As `weave`, where what the viewer sees is already known as a key."""
    return until_next_fact(("atlas.weave", key), lambda: _weave(viewer))


def _weave(viewer: Viewer) -> Weave:
    """Loose ends in the order in which the rooms declare their kinds, then by title."""
    stars = [kind.name for kind in room.kinds() if kind.star]
    order = {kind.name: place for place, kind in enumerate(room.kinds()) if kind.aims}
    starred = reads.seen_by(viewer).filter(kind__in=stars).exists()
    ought = reads.spots(viewer=viewer, kind=order)
    paths = reads.why(ids=[each.id for each in ought], viewer=viewer)
    loose = [each for each in ought if paths[each.id][0].kind not in stars]
    loose.sort(key=lambda each: order[each.kind])
    return Weave(starred, len(ought) - len(loose), tuple(loose))


def loose_threads(*, viewer: Viewer, kind: str = "", number: int = 1) -> LoosePage:
    """A page of loose threads, of one kind or of all.

    Raises:
        Missing: no kind of that name ought to lead to the star.
    """
    if kind and kind not in {each.name for each in room.kinds() if each.aims}:
        raise Missing(kind)
    whole = weave(viewer=viewer)
    loose = whole.loose if whole.starred else ()
    shown = [each for each in loose if kind in {"", each.kind}]
    pages = max(1, -(-len(shown) // SIZE))
    number = min(max(1, number), pages)
    return LoosePage(
        starred=whole.starred,
        state=whole.state,
        hanging=whole.hanging,
        total=len(loose),
        kind=kind,
        choices=tuple(_choices(loose, kind)),
        sheaves=_sheaves(shown, shown[(number - 1) * SIZE : number * SIZE], viewer),
        number=number,
        pages=pages,
    )


def _choices(loose: tuple[Spot, ...], current: str) -> Iterator[Choice]:
    yield Choice("", _("All kinds"), len(loose), current == "")
    for kind, total in _count(loose).items():
        yield Choice(kind, str(room.kind(kind).plural), total, current == kind)


def _count(spots: tuple[Spot, ...] | list[Spot]) -> dict[str, int]:
    many: dict[str, int] = {}
    for each in spots:
        many[each.kind] = many.get(each.kind, 0) + 1
    return many


def _sheaves(all_shown: list[Spot], here: list[Spot], viewer: Viewer) -> tuple[Sheaf, ...]:
    hangs = above(ids=[each.id for each in here], viewer=viewer)
    stops = {hang.low.pk: reads.spot(hang.high) for hang in hangs}
    totals = _count(all_shown)
    return tuple(
        Sheaf(
            kind=kind,
            label=str(room.kind(kind).plural),
            total=totals[kind],
            rows=tuple(_row(each, stops.get(each.id)) for each in here if each.kind == kind),
        )
        for kind in _count(here)
    )


def _row(spot: Spot, stop: Spot | None) -> Loose:
    if stop is None:
        return Loose(spot, _("Nothing ties it to anything nearer the vision."), _start(spot))
    reason = _("It hangs on “%(title)s”, which has no path to the vision either.") % {"title": stop.title}
    return Loose(spot, reason, Act(_("Follow the thread"), reverse("atlas:node", args=[stop.ref])))


def _start(spot: Spot) -> Act:
    """Where something nearer the star can be tied to it; else its own page."""
    for tie in room.ties():
        if tie.start and tie.up == "source" and spot.kind in tie.targets:
            return Act(str(tie.inverse), f"{reverse(tie.start)}?{urlencode({'to': spot.ref})}")
    return Act(_("Open"), spot.url or reverse("atlas:node", args=[spot.ref]))
