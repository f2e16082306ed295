"""The whole thread as a picture that is walked, with a list beside it that says the same."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import ngettext

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas.insight import City, Sky, sky_of
from ledstjarna.rooms.atlas.reads.cities import city, common, row_of, spot_at
from ledstjarna.thread import reads
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.reads import Spot

LISTED = 100
Chart = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Branch:
    """Something that hangs on the middle, and how many hang on it in turn."""

    spot: Spot
    below: int


@dataclass(frozen=True, slots=True)
class Bough:
    """The branches of one kind, those that most hangs on first; `more` are not listed."""

    label: str
    branches: tuple[Branch, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SkyPage:
    """A middle, the way to it from the star, and everything that hangs on it."""

    middle: Spot | None
    why: tuple[Spot, ...]
    total: int
    more: int
    boughs: tuple[Bough, ...]
    chart: Chart
    at: datetime | None


def sky(*, viewer: Viewer, now: datetime, ref: str = "", day: date | None = None) -> SkyPage:
    """Everything that hangs on the node of that ref, or on the star that most hangs on; now or on a day.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    past = day is not None and day < timezone.localdate(now)
    at = timezone.make_aware(datetime.combine(day, time.max)) if day and past else None
    whole = city(viewer, at)
    if not ref and not whole.stars.size:
        return SkyPage(None, (), 0, 0, (), {}, at)
    middle = row_of(whole, ref) if ref else max(whole.stars.tolist(), key=lambda row: int(whole.below[row]))
    seen = until_next_fact(("atlas.sky", common(viewer), at, middle), lambda: sky_of(whole, middle))
    spot = spot_at(whole, middle)
    why = reads.why(ids=[spot.id], viewer=viewer).get(spot.id, (spot,)) if at is None else (spot,)
    total = len(seen.rows) - 1 + seen.more
    return SkyPage(spot, why, total, seen.more, _boughs(whole, middle), _chart(whole, seen, spot), at)


def _boughs(whole: City, middle: int) -> tuple[Bough, ...]:
    """What hangs directly on the middle, by kind in the order in which the rooms declare them."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for row in sorted(set(whole.low(middle).tolist())):
        by_kind[str(whole.kinds[row].plural)].append(row)
    boughs = []
    for label, rows in by_kind.items():
        ranked = sorted(rows, key=lambda row: (-int(whole.below[row]), whole.fabric.titles[row]))
        listed = tuple(Branch(spot_at(whole, row), int(whole.below[row])) for row in ranked[:LISTED])
        boughs.append(Bough(label, listed, max(0, len(ranked) - LISTED)))
    return tuple(boughs)


def _chart(whole: City, seen: Sky, spot: Spot) -> Chart:
    """Dots as columns, so that twenty thousand of them are quickly sent and drawn."""
    rows = seen.rows.tolist()
    labels = [str(whole.kinds[row].plural) for row in rows]
    kinds = list(dict.fromkeys(labels))
    number = {label: place for place, label in enumerate(kinds)}
    return {
        "kinds": kinds,
        "kind": [number[label] for label in labels],
        "x": [round(x, 4) for x in seen.x.tolist()],
        "y": [round(y, 4) for y in seen.y.tolist()],
        "up": seen.parent.tolist(),
        "name": [whole.fabric.titles[row][:80] for row in rows],
        "ref": [whole.fabric.refs[row] for row in rows],
        "walk": reverse("atlas:sky"),
        "summary": _summary(spot, len(rows) - 1),
    }


def _summary(spot: Spot, around: int) -> str:
    words = ngettext(
        "“%(title)s” in the middle, and %(around)s thing in rings around it. A dot leads on.",
        "“%(title)s” in the middle, and %(around)s things in rings around it. A dot leads on.",
        around,
    )
    return words % {"title": spot.title, "around": number_format(around)}
