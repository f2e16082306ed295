"""Mission cards as their two sides see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _

from ledstjarna.people.models import Employment, Person
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Card, Delegation
from ledstjarna.rooms.missions.room import ROOM, Part
from ledstjarna.rooms.missions.scope import crosses, led_by, line_of
from ledstjarna.thread import reads, room
from ledstjarna.thread.models import Strand
from ledstjarna.thread.reads import Missing, Spot
from ledstjarna.web.papers import Block, Paper, blocks
from ledstjarna.web.passages import VersionRow, passages

FIELDS = ("purpose", "whom", "contribution", "alone", "freely", "together", "asks", "money")


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
    freely: tuple[str, ...]
    delegated: tuple[Spot, ...]
    together: tuple[str, ...]
    asks: tuple[str, ...]
    money: int | None
    review: date | None
    number: int
    holder_agreed_at: datetime | None
    manager_agreed_at: datetime | None
    agreed: bool
    hangs: bool
    profile: Spot | None
    questions: tuple[Spot, ...]
    may_agree: bool
    may_hand: bool
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


def items(text: str) -> tuple[str, ...]:
    """The lines of a text, one thing each."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def card(*, ref: str, viewer: Viewer, now: datetime) -> CardPage:
    """The mission card of that ref; missing for all but its holder and their manager."""
    one, today = _found(ref, viewer), timezone.localdate(now)
    near = reads.neighbours(node=one.node, viewer=viewer)
    why = reads.why(ids=[one.pk], viewer=viewer)[one.pk]
    mine = one.holder_agreed_at if viewer.person_id == one.holder_id else one.manager_agreed_at
    return CardPage(
        ref=ref,
        title=one.node.title,
        lang=one.node.lang,
        holder=one.holder.name,
        manager=one.manager.name,
        why=why,
        serves=tuple(each.spot for each in near if each.tie == "serves"),
        purpose=one.purpose,
        whom=one.whom,
        contribution=one.contribution,
        alone=items(one.alone),
        freely=items(one.freely),
        delegated=_delegated(one.holder_id, viewer, today),
        together=items(one.together),
        asks=items(one.asks),
        money=one.money,
        review=one.node.due,
        number=one.number,
        holder_agreed_at=one.holder_agreed_at,
        manager_agreed_at=one.manager_agreed_at,
        agreed=rules.is_agreed(one.holder_agreed_at, one.manager_agreed_at),
        hangs=room.kind(why[0].kind).star,
        profile=next((each.spot for each in near if each.tie == "drawn_from"), None),
        questions=tuple(each.spot for each in near if each.tie == "asks_about"),
        may_agree=mine is None and rules.may_shape(viewer, one.holder_id, one.manager_id),
        may_hand=rules.may_hand(viewer, one.holder_id, one.manager_id, led_by(one.holder_id, today)),
        crosses=crosses(one),
        versions=_versions(one),
    )


def _delegated(holder: int, viewer: Viewer, today: date) -> tuple[Spot, ...]:
    """What the boards and companies that somebody works for have delegated to their post (R4)."""
    works = Employment.objects.filter(in_force(today), person_id=holder).exclude(unit__authority=None)
    posts = {
        (authority, title.casefold()) for authority, title in works.values_list("unit__authority_id", "title")
    }
    rows = Delegation.objects.select_related("node").filter(
        reads.visible(viewer, "node__"), authority_id__in={authority for authority, _title in posts}
    )
    return tuple(
        reads.spot(one.node)
        for one in rows.order_by("item", "pk")
        if (one.authority_id, one.post.casefold()) in posts
        and rules.is_in_force(one.begins, one.revoked_on, today)
    )


def _said(body: dict[str, Any]) -> str:
    return "\n".join(str(body[name]) for name in ("title", *FIELDS) if body.get(name) not in {None, ""})


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


def own_card(*, viewer: Viewer, now: datetime) -> CardPage | None:
    """The viewer's own card, if there is one."""
    rows = Card.objects.filter(holder_id=viewer.person_id, node__ended=None)
    ref = rows.values_list("node__ref", flat=True).first() if viewer.person_id else None
    return card(ref=ref, viewer=viewer, now=now) if ref else None


def led(*, viewer: Viewer, today: date) -> tuple[Holding, ...]:
    """Those whom the viewer leads, by name; protected persons are in no list (R18)."""
    if viewer.person_id is None:
        return ()
    works = Employment.objects.filter(in_force(today), manager_id=viewer.person_id, person__protected=False)
    rows = works.select_related("person__node").order_by("person__family", "person__given")
    cards = {
        one.holder_id: one
        for one in Card.objects.select_related("node").filter(
            reads.visible(viewer, "node__"), node__ended=None, manager_id=viewer.person_id
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


def card_paper(*, ref: str, viewer: Viewer, now: datetime) -> Paper:
    """The card on one page, to have at hand."""
    page = card(ref=ref, viewer=viewer, now=now)
    money = _("Up to %(money)s kronor.") % {"money": localize(page.money)} if page.money is not None else ""
    parts = (
        (Part.ALONE.label, (*page.alone, money)),
        (_("Delegated to my post"), tuple(spot.title for spot in page.delegated)),
        (Part.FREELY.label, page.freely),
        (Part.TOGETHER.label, page.together),
        (Part.ASKS.label, page.asks),
    )
    return Paper(
        title=page.title,
        lang=page.lang,
        one_page=True,
        blocks=(
            *blocks("quiet", [f"{_('Mission card')} · {page.holder} · {_('together with')} {page.manager}"]),
            *blocks("quiet", [" – ".join(spot.title for spot in page.why[:-1])]),
            *blocks("heading", [_("Why this work is there")]),
            *blocks("text", [page.purpose]),
            *blocks("heading", [_("For whom")]),
            *blocks("text", [page.whom]),
            *blocks("heading", [_("What it adds to")]),
            *blocks("text", [page.contribution]),
            *(block for words, items in parts for block in _listed(str(words), items)),
            *blocks("quiet", [_agreement(page)]),
        ),
    )


def _listed(heading: str, items: Sequence[str]) -> tuple[Block, ...]:
    points = blocks("point", items)
    return (*blocks("heading", [heading] if points else []), *points)


def _agreement(page: CardPage) -> str:
    """Whether both have agreed, and since when."""
    latest = max(filter(None, (page.holder_agreed_at, page.manager_agreed_at)), default=None)
    if not page.agreed or latest is None:
        return _("A draft: both have not agreed yet.")
    return _("Both have agreed. %(day)s") % {"day": date_format(timezone.localdate(latest), "j F Y")}
