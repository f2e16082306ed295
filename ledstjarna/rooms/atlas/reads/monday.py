"""Monday: the whole city on one page, as one viewer sees it."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import Budget, City
from ledstjarna.rooms.atlas.insight.signals import most_by_place
from ledstjarna.rooms.atlas.reads.budget import ceilings
from ledstjarna.rooms.atlas.reads.cities import budget, path_to, spot_at
from ledstjarna.rooms.atlas.reads.dial import by_place
from ledstjarna.rooms.atlas.reads.dials import Dial, dials
from ledstjarna.rooms.atlas.reads.loose import Loose, Weave, told
from ledstjarna.rooms.atlas.reads.measured import Measured, measured
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.reads import Missing, Spot

SHOWN = 3
DROPPED = 5


@dataclass(frozen=True, slots=True)
class Balance:
    """A board, a company or the city as a whole: what it asked of others and promised, what it did itself."""

    spot: Spot
    asked: int
    done: int
    own: bool
    url: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """Something that was done lately, with the thread that it hangs on."""

    spot: Spot
    why: tuple[Spot, ...]
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Overload:
    """Where most signals reach among what one leads; `url` tries it without those longest unstirred."""

    spot: Spot
    signals: int
    most: int
    over: bool
    dropped: int
    url: str


@dataclass(frozen=True, slots=True)
class Monday:
    """The page of the week."""

    day: date
    week: int
    begun: bool
    headline: str
    dials: tuple[Dial, ...]
    loose: tuple[Loose, ...]
    loose_total: int
    balances: tuple[Balance, ...]
    learnt: tuple[Learnt, ...]
    overload: Overload | None


def monday(*, viewer: Viewer, now: datetime) -> Monday:
    """The city as it hangs together this week.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("monday")
    key = "atlas.monday", viewer, timezone.localdate(now), get_language()
    return until_next_fact(key, lambda: _monday(viewer, now))


def _monday(viewer: Viewer, now: datetime) -> Monday:
    whole, loads, today = measured(viewer, now), budget(viewer), timezone.localdate(now)
    woven, loose = told(loads.city, viewer, now, SHOWN)
    shown = dials(whole)
    return Monday(
        day=today,
        week=today.isocalendar().week,
        begun=woven.starred,
        headline=_headline(woven, shown),
        dials=shown,
        loose=loose,
        loose_total=woven.loose,
        balances=_balances(whole, viewer),
        learnt=_learnt(whole, loads.city),
        overload=_overload(loads, viewer),
    )


def _headline(woven: Weave, shown: tuple[Dial, ...]) -> str:
    """What is the case, said in a few words."""
    asking = [one.name for one in shown if one.tone == "asks"]
    if not woven.starred:
        return _("No star in the sky yet")
    if len(asking) > 1:
        words = ngettext(
            "%(many)s pitfall asks for attention", "%(many)s pitfalls ask for attention", len(asking)
        )
        return words % {"many": len(asking)}
    if asking:
        return {
            "all-in": _("Too much of it hangs loose"),
            "leadership": _("We ask for more than we do ourselves"),
            "endurance": _("We begin more than we follow"),
            "story": _("It hangs together, but we forget to tell"),
        }[asking[0]]
    return _("Everything hangs together – almost") if woven.loose else _("Everything hangs together")


def _balances(whole: Measured, viewer: Viewer) -> tuple[Balance, ...]:
    """One's own first, then the others in order of name: nobody is ranked."""
    base = reverse("atlas:dial", args=["leadership"])
    found = []
    for row, (done, asked) in by_place(whole, "leadership").items():
        spot = whole.spot(row)
        url = f"{base}?{urlencode({'place': spot.ref})}"
        found.append(Balance(spot, asked, done, _is_own(whole, row, viewer), url))
    return tuple(sorted(found, key=lambda one: (not one.own, one.spot.title)))


def _is_own(whole: Measured, row: int, viewer: Viewer) -> bool:
    if viewer.holds("city_director"):
        return whole.past.kinds[row].name == "organisation"
    return whole.past.told.ids[row] in viewer.authority_ids


def _learnt(whole: Measured, now: City) -> tuple[Learnt, ...]:
    """What was done latest, each with the shortest thread from the star down to it."""
    past = whole.past
    deeds = [row for row in whole.cases["story"].rows.tolist() if past.told.ids[row] in now.row]
    latest = sorted(deeds, key=lambda row: (-past.born[row], row))[:SHOWN]
    rows = [now.row[past.told.ids[row]] for row in latest]
    return tuple(
        Learnt(spot_at(now, row), tuple(spot_at(now, one) for one in path_to(now, row)), now.fabric.born[row])
        for row in rows
    )


def _overload(whole: Budget, viewer: Viewer) -> Overload | None:
    """Where most signals reach: among boards and companies for the whole city, else in one's own."""
    enough = ceilings().get("unit")
    own = rules.leads(viewer.roles)
    reach = most_by_place(whole, {})["unit"].tolist()
    kinds, ids = whole.city.kinds, whole.city.fabric.ids
    places = [
        (many, -number, row)
        for number, (many, row) in enumerate(zip(reach, whole.places, strict=True))
        if (ids[row] in own if own else kinds[row].name != "unit")
    ]
    if enough is None or not places:
        return None
    signals, _order, row = max(places)
    spot = spot_at(whole.city, row)
    dropped = _quiet(whole, row)
    over = rules.is_over(signals, enough)
    query = f"?{urlencode([('drop', ref) for ref in dropped])}" if over else ""
    url = reverse("atlas:signals_at", args=[spot.ref]) + query
    return Overload(spot, signals, enough, over, len(dropped), url)


def _quiet(whole: Budget, place: int) -> list[str]:
    """The refs of the signals to a unit there that nobody has touched for longest."""
    cloth, kinds = whole.city.fabric, whole.city.kinds
    asks = [one for one in whole.at(place) if (signal := kinds[one].signal) and "unit" in signal.levels]
    stirred = [(at.timestamp() if (at := cloth.stirred[one]) else 0.0, one) for one in asks]
    return [cloth.refs[one] for _at, one in sorted(stirred)[:DROPPED]]
