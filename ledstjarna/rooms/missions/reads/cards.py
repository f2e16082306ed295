"""Mission cards as their two sides see them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from ledstjarna.people.models import Employment, Person
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Card
from ledstjarna.rooms.missions.room import ROOM
from ledstjarna.rooms.missions.scope import crosses, led_by, line_of
from ledstjarna.thread import reads
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Spot
from ledstjarna.web.passages import VersionRow, passages

FIELDS = ("purpose", "whom", "contribution", "alone", "together", "asks", "money")
LISTS = ("alone", "together", "asks")


@dataclass(frozen=True, slots=True)
class CardPage:
    """A mission card: what it is for, its three kinds of room, and who has agreed."""

    ref: str
    title: str
    lang: str
    holder: str
    manager: str
    why: tuple[Spot, ...]
    serves: tuple[Spot, ...]
    purpose: str
    whom: str
    contribution: str
    alone: tuple[str, ...]
    together: tuple[str, ...]
    asks: tuple[str, ...]
    money: int | None
    review: date | None
    number: int
    holder_agreed_at: datetime | None
    manager_agreed_at: datetime | None
    agreed: bool
    may_agree: bool
    crosses: bool
    versions: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class CardDesk:
    """Where a mission card is written: whose, and what it may serve."""

    ref: str
    name: str
    back: str
    choices: tuple[tuple[str, str], ...]
    values: dict[str, Any]


def _found(ref: str, viewer: Viewer) -> Card:
    node = reads.node(ref=ref, viewer=viewer, kind="card")
    return Card.objects.select_related("node", "holder__node", "manager").get(node=node)


def _items(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def card(*, ref: str, viewer: Viewer) -> CardPage:
    """The mission card of that ref; missing for all but its holder and their manager."""
    one = _found(ref, viewer)
    near = reads.neighbours(node=one.node, viewer=viewer)
    mine = one.holder_agreed_at if viewer.person_id == one.holder_id else one.manager_agreed_at
    return CardPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        holder=one.holder.name,
        manager=one.manager.name,
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        serves=tuple(each.spot for each in near if each.tie == "serves"),
        purpose=one.purpose,
        whom=one.whom,
        contribution=one.contribution,
        alone=_items(one.alone),
        together=_items(one.together),
        asks=_items(one.asks),
        money=one.money,
        review=one.node.due,
        number=one.number,
        holder_agreed_at=one.holder_agreed_at,
        manager_agreed_at=one.manager_agreed_at,
        agreed=rules.is_agreed(one.holder_agreed_at, one.manager_agreed_at),
        may_agree=mine is None and rules.may_shape(viewer, one.holder_id, one.manager_id),
        crosses=crosses(one),
        versions=_versions(one),
    )


def _said(body: dict[str, Any]) -> str:
    return "\n".join(str(body[name]) for name in ("title", *FIELDS) if body[name] not in {None, ""})


def _versions(one: Card) -> tuple[VersionRow, ...]:
    rows: list[VersionRow] = []
    after = _said({"title": one.node.title} | {name: getattr(one, name) for name in FIELDS})
    for kept in one.versions.order_by("-number"):
        before = _said(kept.body)
        rows.append(VersionRow(kept.number, kept.until, kept.why, passages(before, after)))
        after = before
    return tuple(rows)


def _choices(person: int, viewer: Viewer, today: date) -> tuple[tuple[str, str], ...]:
    """What the card of somebody may serve: the plans above them, and their board's goals and mission."""
    works = Employment.objects.filter(in_force(today), person_id=person).select_related("unit").first()
    if works is None:
        return ()
    fit = [name for tie in ROOM.ties if (tie.name, tie.source) == ("serves", "card") for name in tie.targets]
    line = line_of(works.unit_id)
    aims = Aim.objects.filter(node__kind__in=fit, node__ended=None, authority_id=works.unit.authority_id)
    near = {one.pk for one in aims if one.unit_id is None or one.unit_id in line}
    spots = sorted(reads.spots(viewer=viewer, kind=fit, ids=near), key=lambda spot: fit.index(spot.kind))
    return tuple((spot.ref, f"{spot.label}: {spot.title}") for spot in spots)


def card_desk(*, ref: str, viewer: Viewer, now: datetime) -> CardDesk:
    """An empty card for the person of that ref.

    Raises:
        Missing: they have one already, or this viewer is neither they nor their manager.
    """
    person = Person.objects.get(node=reads.node(ref=ref, viewer=viewer, kind="person"))
    today = timezone.localdate(now)
    may = rules.may_shape(viewer, person.pk, led_by(person.pk, today))
    if not may or person.cards.filter(node__ended=None).exists():
        raise Missing(ref)
    return CardDesk(ref, person.name, "", _choices(person.pk, viewer, today), {})


def card_again(*, ref: str, viewer: Viewer, now: datetime) -> CardDesk:
    """The desk with a card on it."""
    one = _found(ref, viewer)
    standing = Strand.objects.filter(source=one.node, name="serves", cut=False)
    values = {name: getattr(one, name) for name in FIELDS} | {"title": one.node.title, "review": one.node.due}
    values["serves"] = list(standing.values_list("target__ref", flat=True))
    choices = _choices(one.holder_id, viewer, timezone.localdate(now))
    return CardDesk(ref, one.holder.name, ref, choices, values)


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody one leads, and how far their card has come."""

    ref: str
    name: str
    title: str
    card: str
    agreed: bool


def own_card(*, viewer: Viewer) -> CardPage | None:
    """The viewer's own card, if there is one."""
    rows = Card.objects.filter(holder_id=viewer.person_id, node__ended=None)
    ref = rows.values_list("node__ref", flat=True).first() if viewer.person_id else None
    return card(ref=ref, viewer=viewer) if ref else None


def led(*, viewer: Viewer, today: date) -> tuple[Holding, ...]:
    """Those whom the viewer leads, by name; protected persons are in no list (R18)."""
    if viewer.person_id is None:
        return ()
    works = Employment.objects.filter(in_force(today), manager_id=viewer.person_id, person__protected=False)
    rows = works.select_related("person__node").order_by("person__family", "person__given")
    cards = {
        one.holder_id: one
        for one in Card.objects.select_related("node").filter(
            node__in=reads.seen_by(viewer), node__ended=None, manager_id=viewer.person_id
        )
    }
    return tuple(
        Holding(
            row.person.node.ref,
            row.person.name,
            row.title,
            kept.node.ref if kept else "",
            kept is not None and rules.is_agreed(kept.holder_agreed_at, kept.manager_agreed_at),
        )
        for row in rows
        for kept in [cards.get(row.person_id)]
    )
