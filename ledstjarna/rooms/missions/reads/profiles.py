"""Profiles of posts, and how far the cards that they gave a draft to have come."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from ledstjarna.people.models import Employment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.plumbing.paging import paged
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Profile
from ledstjarna.rooms.missions.reads.cards import FIELDS, items
from ledstjarna.rooms.missions.room import ROOM
from ledstjarna.rooms.missions.scope import line_of, within, working
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Spot

SIZE = 50


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A profile in a list, where it holds, and how many cards were drafted from it."""

    ref: str
    post: str
    lang: str
    unit: Spot
    cards: int


@dataclass(frozen=True, slots=True)
class Profiles:
    """Profiles by post, and the units for which this viewer may word one."""

    rows: tuple[ProfileRow, ...]
    total: int
    query: str
    number: int
    pages: int
    own: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """What a post is there for; `people` have it today, `cards` were drafted, `agreed` hold."""

    ref: str
    post: str
    lang: str
    unit: Spot
    why: tuple[Spot, ...]
    serves: tuple[Spot, ...]
    purpose: str
    whom: str
    contribution: str
    alone: tuple[str, ...]
    freely: tuple[str, ...]
    together: tuple[str, ...]
    asks: tuple[str, ...]
    money: int | None
    ended: datetime | None
    told: bool
    people: int
    cards: int
    agreed: int
    may_draft: bool


@dataclass(frozen=True, slots=True)
class ProfileDesk:
    """Where a profile is worded."""

    ref: str
    unit: Spot
    back: str
    choices: tuple[tuple[str, str], ...]
    posts: tuple[tuple[str, str], ...]
    values: dict[str, Any]


def profiles(*, viewer: Viewer, query: str = "", number: int = 1) -> Profiles:
    """The profiles that stand, by post; a word narrows them to post or unit.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("profiles")
    rows = Profile.objects.filter(reads.visible(viewer, "node__"), node__ended=None)
    if query:
        rows = rows.filter(Q(post__icontains=query) | Q(unit__name__icontains=query))
    told = (
        rows.annotate(many=Count("cards"))
        .select_related("node", "unit__node")
        .order_by("post", "unit__name", "pk")
    )
    page = paged(told, number, SIZE)
    return Profiles(
        rows=tuple(
            ProfileRow(one.node.ref, one.post, one.node.lang, reads.spot(one.unit.node), one.many)
            for one in page
        ),
        total=page.paginator.count,
        query=query,
        number=page.number,
        pages=page.paginator.num_pages,
        own=_own_units(viewer),
    )


def _own_units(viewer: Viewer) -> tuple[Spot, ...]:
    """The units that this viewer leads; for those who may everywhere, the departments."""
    led = {held.unit_id for held in viewer.roles if held.role in {"manager", "director"} and held.unit_id}
    units = Unit.objects.select_related("node").filter(valid_to=None)
    units = units.filter(parent=None) if rules.may_profile(viewer, frozenset()) else units.filter(pk__in=led)
    return tuple(reads.spot(one.node) for one in units.order_by("name"))


def _found(ref: str, viewer: Viewer) -> Profile:
    node = reads.node(ref=ref, viewer=viewer, kind="profile")
    return Profile.objects.select_related("node", "unit__node").get(node=node)


def profile(*, ref: str, viewer: Viewer, now: datetime) -> ProfilePage:
    """The profile of that ref; how many have the post and how far their cards are, where they are enough."""
    one = _found(ref, viewer)
    near = reads.neighbours(node=one.node, viewer=viewer)
    people = len(working(one, timezone.localdate(now)))
    cards = one.cards.filter(node__ended=None)
    agreed = cards.exclude(holder_agreed_at=None).exclude(manager_agreed_at=None).count()
    return ProfilePage(
        ref=ref,
        post=one.post,
        lang=one.node.lang,
        unit=reads.spot(one.unit.node),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        serves=tuple(each.spot for each in near if each.tie == "serves"),
        purpose=one.purpose,
        whom=one.whom,
        contribution=one.contribution,
        alone=items(one.alone),
        freely=items(one.freely),
        together=items(one.together),
        asks=items(one.asks),
        money=one.money,
        ended=one.node.ended,
        told=rules.is_told(people),
        people=people,
        cards=cards.count(),
        agreed=agreed,
        may_draft=one.node.ended is None and rules.may_profile(viewer, line_of(one.unit_id)),
    )


def profile_desk(*, ref: str, viewer: Viewer, now: datetime) -> ProfileDesk:
    """An empty profile for a post in the unit of that ref, or the profile of that ref again.

    Raises:
        Missing: it is neither, or this viewer words no profile there.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in {"unit", "profile"} or node.ended:
        raise Missing(ref)
    one = _found(ref, viewer) if node.kind == "profile" else None
    unit = one.unit if one else Unit.objects.select_related("node").get(node=node)
    if not rules.may_profile(viewer, line_of(unit.pk)):
        raise Missing(ref)
    posts = _posts(unit.pk, timezone.localdate(now))
    return ProfileDesk(
        ref, reads.spot(unit.node), ref if one else "", _choices(unit, viewer), posts, _values(one)
    )


def _posts(unit: int, today: date) -> tuple[tuple[str, str], ...]:
    """The titles of those who work in a unit or a part of it, most common first, with how many have each.

    A title that few have is shown without their number.
    """
    rows = Employment.objects.filter(in_force(today), unit_id__in=within([unit])).exclude(manager=None)
    many = Counter(rows.values_list("title", flat=True))
    return tuple(
        (title, f"{title} ({people})" if rules.is_told(people) else title)
        for title, people in sorted(many.items(), key=lambda one: (-one[1], one[0]))
    )


def _choices(unit: Unit, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """What a profile of a post in a unit may serve: its plans, its board's goals and mission, directions."""
    fit = [
        name for tie in ROOM.ties if (tie.name, tie.source) == ("serves", "profile") for name in tie.targets
    ]
    line = line_of(unit.pk)
    aims = Aim.objects.filter(node__kind__in=fit, node__ended=None)
    near = {
        one.pk
        for one in aims.select_related("node")
        if one.node.kind == "direction"
        or (one.authority_id == unit.authority_id and (one.unit_id is None or one.unit_id in line))
    }
    spots = sorted(reads.spots(viewer=viewer, kind=fit, ids=near), key=lambda spot: fit.index(spot.kind))
    return tuple((spot.ref, f"{spot.label}: {spot.title}") for spot in spots)


def _values(one: Profile | None) -> dict[str, Any]:
    if one is None:
        return {}
    standing = Strand.objects.filter(source_id=one.pk, name="serves", cut=False)
    values = {name: getattr(one, name) for name in (*FIELDS, "post")}
    return values | {"serves": list(standing.values_list("target__ref", flat=True))}
