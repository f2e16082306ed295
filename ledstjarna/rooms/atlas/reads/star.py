"""The star map: a vision in the middle, what hangs on it, and what hangs on that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import ngettext

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.insight import placed
from ledstjarna.rooms.atlas.reads.loose import Act, weave
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

Chart = dict[str, Any]


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

    @property
    def chart(self) -> Chart:
        """The map as a drawing wants it: dots in rings around it, and lines."""
        return _drawn(self.star.spot, self.rays) if self.star else {}


def star_map(*, viewer: Viewer, now: datetime, star: str = "") -> StarMap:
    """The map around the star of that ref; else around the newest decided one, else the newest.

    Consultations brought in from elsewhere are listed, but chosen only where there is nothing else.

    Raises:
        Missing: no star of that ref is there for this viewer.
    """
    key = eyes(viewer)
    whole = weave(viewer=viewer, now=now)
    stars, rays, cut = until_next_fact(("atlas.star", star, key), lambda: _sky(viewer, star))
    current = next((each for each in stars if each.current), None)
    begin = _begin() if current is None else None
    return StarMap(current, stars, rays, cut, whole.state, whole.hanging, whole.loose, begin)


def _sky(viewer: Viewer, ref: str) -> tuple[tuple[Star, ...], tuple[Ray, ...], bool]:
    stars = _stars(viewer, ref)
    if ref and not any(each.current for each in stars):
        raise Missing(ref)
    current = [each.spot.id for each in stars if each.current]
    near = below(ids=current, viewer=viewer)
    far = below(ids=[hang.low.pk for hang in near], viewer=viewer)
    return stars, _rays(near, far), MOST in {len(near), len(far)}


def _stars(viewer: Viewer, ref: str) -> tuple[Star, ...]:
    """Every star this viewer may see, newest first, with the one of that ref marked."""
    spots = reads.spots(viewer=viewer, kind=[kind.name for kind in room.kinds() if kind.star])
    decided = _fates(DECIDED, spots)
    imported = _fates(IMPORTED, spots)
    ranked = sorted(spots, key=lambda each: (each.id not in imported, decided.get(each.id, 0), each.id))
    chosen = ref or (ranked[-1].ref if ranked else "")
    return tuple(
        Star(each, each.id in decided, each.id in imported, each.ref == chosen) for each in reversed(ranked)
    )


def _fates(verb: str, spots: Iterable[Spot]) -> dict[int, int]:
    """For each of these nodes, the number of the latest fact of that verb about it."""
    ids = {each.id for each in spots}
    facts = Fact.objects.filter(Q(node_id__in=ids) | Q(other_id__in=ids), verb=verb).order_by("number")
    rows = facts.values_list("node_id", "other_id", "number")
    return {pk: number for node, other, number in rows for pk in (node, other) if pk in ids}


def _rays(near: list[Hang], far: list[Hang]) -> tuple[Ray, ...]:
    """What hangs on the star by kind, in the order in which the rooms declare their kinds."""
    voices = {hang.high.pk: hang.low for hang in far if hang.name == SPOKEN}
    stale, grown = _replaced(voices), _grown(far)
    once = {hang.low.pk: hang for hang in near if hang.low.pk not in stale}
    things: dict[str, list[Thing]] = {}
    for pk, hang in sorted(once.items(), key=lambda item: _voice(voices.get(item[0]))):
        found = Thing(reads.spot(hang.low), hang.from_low, tuple(grown.get(pk, ())))
        things.setdefault(hang.low.kind, []).append(found)
    return tuple(
        Ray(kind.name, str(kind.plural), tuple(things[kind.name]))
        for kind in room.kinds()
        if kind.name in things
    )


def _grown(far: list[Hang]) -> dict[int, list[Spot]]:
    """What hangs on each thing in turn; a party is named in its word already."""
    grown: dict[int, list[Spot]] = {}
    for hang in far:
        if hang.name != SPOKEN:
            grown.setdefault(hang.high.pk, []).append(reads.spot(hang.low))
    return grown


def _replaced(voices: dict[int, Node]) -> set[int]:
    """The words that the same voice has replaced with newer ones."""
    latest: dict[int, int] = {}
    for word, voice in voices.items():
        latest[voice.pk] = max(word, latest.get(voice.pk, 0))
    return set(voices) - set(latest.values())


def _voice(voice: Node | None) -> str:
    return voice.title.casefold() if voice else ""


def _begin() -> Act | None:
    """The first way into the room whose kind the star is."""
    for one in room.rooms():
        if one.ways and any(kind.star for kind in one.kinds):
            return Act(str(one.ways[0].label), reverse(one.ways[0].route))
    return None


def _drawn(middle: Spot, rays: Iterable[Ray]) -> Chart:
    """The star and two rings around it, in the columns that the sky is drawn from."""
    things = [thing for ray in rays for thing in ray.things]
    dots = {middle.ref: (middle, -1, 0)} | {thing.spot.ref: (thing.spot, 0, 1) for thing in things}
    place = {ref: row for row, ref in enumerate(dots)}
    for thing in things:
        for each in thing.below:
            dots.setdefault(each.ref, (each, place[thing.spot.ref], 2))
    spots, up, rings = zip(*dots.values(), strict=True)
    x, y = placed(np.array(rings, dtype=np.int32), np.array(up, dtype=np.int32))
    kinds = list(dict.fromkeys(spot.label for spot in spots))
    return {
        "kinds": kinds,
        "kind": [kinds.index(spot.label) for spot in spots],
        "x": x.round(4).tolist(),
        "y": y.round(4).tolist(),
        "up": list(up),
        "name": [spot.title for spot in spots],
        "ref": [spot.ref for spot in spots],
        "url": [spot.url or reverse("atlas:node", args=[spot.ref]) for spot in spots],
        "summary": _summary(middle, len(spots) - 1),
    }


def _summary(middle: Spot, around: int) -> str:
    words = ngettext(
        "“%(title)s” in the middle, and %(around)s thing that hangs on it. Each dot is a link.",
        "“%(title)s” in the middle, and %(around)s things that hang on it. Each dot is a link.",
        around,
    )
    return words % {"title": middle.title, "around": number_format(around)}
