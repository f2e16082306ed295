"""Registers of rights to decide, and the decisions taken by them."""

import json
from dataclasses import astuple, dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Authority
from ledstjarna.people.room import AuthorityKind
from ledstjarna.people.viewer import Viewer
from ledstjarna.plumbing import sheets
from ledstjarna.plumbing.paging import paged
from ledstjarna.plumbing.sheets import Unreadable
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Delegation
from ledstjarna.rooms.missions.room import FAULTS, HOLDERS
from ledstjarna.rooms.missions.scope import may_decide_by, right_of
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Refused, Spot

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
    told = rows.annotate(waiting=Count("decisions", filter=Q(decisions__reported_on=None)))
    page = paged(told.order_by("item", "pk"), number, SIZE)
    return Register(
        spot=reads.spot(node),
        company=node.kind == AuthorityKind.COMPANY,
        rows=tuple(_row(one, one.waiting) for one in page),
        total=page.paginator.count,
        query=query,
        number=page.number,
        pages=page.paginator.num_pages,
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


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would do to a register; nothing has been changed.

    `rights` is the list itself as a form sends it back, `wrong` each row that cannot be a right and why.
    """

    spot: Spot
    company: bool
    new: tuple[rules.Right, ...]
    anew: tuple[rules.Right, ...]
    same: int
    left: int
    wrong: tuple[tuple[int, str], ...]
    columns: tuple[tuple[str, str], ...]
    rights: str


def _kept(ref: str, viewer: Viewer) -> Authority:
    """The board or company of that ref, if this viewer keeps its register.

    Raises:
        Missing: they do not.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in HOLDERS or not rules.may_charge(viewer):
        raise Missing(ref)
    return Authority.objects.select_related("node").get(node=node)


def register_preview(*, ref: str, viewer: Viewer, data: bytes, begins: date) -> Preview:
    """What a file would do to the register of the board or company of that ref.

    Raises:
        Refused: it cannot be read as a list, or no column says which post may decide what.
    """
    authority = _kept(ref, viewer)
    company = authority.kind == AuthorityKind.COMPANY
    try:
        table = sheets.read(data, rows=rules.MOST_RIGHTS)
    except Unreadable as error:
        raise Refused(str(error)) from error
    found = rules.register_columns(table.header)
    if missing := [label_of(field) for field in rules.NEEDED if field not in found]:
        raise Refused(
            _("No column was found for: %(columns)s. Name the columns in the first row.")
            % {"columns": ", ".join(missing)}
        )
    rights, wrong = rules.rights_of(
        table.header, [(line.number, line.cells) for line in table.lines], begins, company=company
    )
    standing = {row.item: right_of(row) for row in authority.delegations.filter(revoked_on=None)}
    seen = rules.compared(rights, standing)
    return Preview(
        spot=reads.spot(authority.node),
        company=company,
        new=seen.new,
        anew=seen.anew,
        same=len(seen.same),
        left=seen.left,
        wrong=tuple((one.row, str(FAULTS[one.why]) % {"words": one.words}) for one in wrong),
        columns=tuple((label_of(field), table.header[place]) for field, place in found.items()),
        rights=json.dumps([astuple(one) for one in (*seen.new, *seen.anew)], default=date.isoformat),
    )


def label_of(field: str) -> str:
    """What a column of a register is called."""
    return {
        "item": _("Number"),
        "subject": _("What may be decided"),
        "legal": _("Legal reference"),
        "post": _("To which post"),
        "limit": _("Limit"),
        "passes_on": _("May be passed on to somebody under them"),
        "begins": _("From"),
    }[field]


def register_file(*, ref: str, viewer: Viewer) -> bytes:
    """The register in force as a spreadsheet, which can be changed and brought back.

    Raises:
        Missing: it is no board or company, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in HOLDERS:
        raise Missing(ref)
    rows = Delegation.objects.filter(authority_id=node.pk, revoked_on=None).order_by("item", "pk")
    return sheets.written(
        node.title,
        [label_of(field) for field in rules.REGISTER],
        (
            (
                one.item, one.subject, one.legal, one.post, one.limit, _("yes") if one.passes_on else "",
                one.begins.isoformat(),
            )
            for one in rows
        ),
    )  # fmt: skip
