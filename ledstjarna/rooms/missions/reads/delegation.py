"""Registers of rights to decide, and the decisions taken by them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils import timezone

from ledstjarna.people.models import Authority
from ledstjarna.people.room import AuthorityKind
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Delegation
from ledstjarna.rooms.missions.room import HOLDERS
from ledstjarna.rooms.missions.scope import may_decide_by
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot

SIZE = 50


@dataclass(frozen=True, slots=True)
class Item:
    """A right in a register."""

    ref: str
    item: str
    subject: str
    lang: str
    legal: str
    post: str
    limit: str
    revoked_on: date | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Register:
    """The rights that a board has delegated, or the instructions of a company."""

    spot: Spot
    company: bool
    rows: tuple[Item, ...]
    total: int
    query: str
    number: int
    pages: int
    may_delegate: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision by delegation."""

    id: int
    on: date
    text: str
    report_by: date
    reported_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class DelegationPage:
    """A right to decide, and what has been decided by it."""

    ref: str
    row: Item
    holder: Spot
    company: bool
    passes_on: bool
    begins: date
    why: tuple[Spot, ...]
    decisions: tuple[Taken, ...]
    may_decide: bool
    may_revoke: bool


def _row(one: Delegation, waiting: int) -> Item:
    return Item(
        one.node.ref,
        one.item,
        one.subject,
        one.node.lang,
        one.legal,
        one.post,
        one.limit,
        one.revoked_on,
        waiting,
    )


def register(*, ref: str, viewer: Viewer, query: str = "", number: int = 1) -> Register:
    """The register of the board or company of that ref; a word narrows it to item, subject or post."""
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in HOLDERS:
        raise Missing(ref)
    rows = Delegation.objects.select_related("node").filter(authority_id=node.pk)
    if query:
        fits = Q(item__istartswith=query) | Q(subject__icontains=query) | Q(post__icontains=query)
        rows = rows.filter(fits)
    total = rows.count()
    pages = max(1, -(-total // SIZE))
    number = min(max(1, number), pages)
    told = rows.annotate(waiting=Count("decisions", filter=Q(decisions__reported_on=None)))
    here = told.order_by("item", "pk")[(number - 1) * SIZE : number * SIZE]
    return Register(
        spot=reads.spot(node),
        company=node.kind == AuthorityKind.COMPANY,
        rows=tuple(_row(one, one.waiting) for one in here),
        total=total,
        query=query,
        number=number,
        pages=pages,
        may_delegate=rules.may_charge(viewer),
    )


def delegation(*, ref: str, viewer: Viewer, now: datetime) -> DelegationPage:
    """The right of that ref; decisions are told to staff alone."""
    node = reads.node(ref=ref, viewer=viewer, kind="delegation")
    one = Delegation.objects.select_related("node", "authority__node").get(node=node)
    today = timezone.localdate(now)
    taken = one.decisions.order_by("-on", "-pk")[:SIZE] if viewer.signed_in else one.decisions.none()
    decisions = tuple(
        Taken(
            each.pk, each.on, each.text, each.report_by, each.reported_on,
            each.reported_on is None and rules.is_overdue(each.report_by, today),
        )
        for each in taken
    )  # fmt: skip
    authority: Authority = one.authority
    return DelegationPage(
        ref=ref,
        row=_row(one, sum(each.reported_on is None for each in decisions)),
        holder=reads.spot(authority.node),
        company=authority.kind == AuthorityKind.COMPANY,
        passes_on=one.passes_on,
        begins=one.begins,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        decisions=decisions,
        may_decide=viewer.signed_in and may_decide_by(one, viewer),
        may_revoke=one.revoked_on is None and rules.may_charge(viewer),
    )
