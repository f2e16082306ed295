"""Rights to decide: given to one post, used and reported, and taken back from now on (R4, R5)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Authority
from ledstjarna.people.room import AuthorityKind
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Decision, Delegation
from ledstjarna.rooms.missions.room import FAULTS, HOLDERS
from ledstjarna.rooms.missions.scope import may_decide_by, right_of
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Missing, Refused


def _check(authority: Authority, subject: str, post: str, legal: str) -> None:
    """R4."""
    company = authority.kind == AuthorityKind.COMPANY
    why, words = rules.wrong_with(subject, post, legal, company=company)
    if why:
        raise Refused(str(FAULTS[why]) % {"words": words})


def _holder(ref: str, viewer: Viewer) -> Authority:
    """The board or company of that ref, if this viewer keeps its register."""
    holder = reads.node(ref=ref, viewer=viewer)
    if holder.kind not in HOLDERS:
        raise Missing(ref)
    if not rules.may_charge(viewer):
        raise Refused(_("The register is kept by those who enter the board’s decisions."), forbidden=True)
    return Authority.objects.select_related("node").get(node=holder)


@transaction.atomic
def delegate(
    *,
    ref: str,
    item: str,
    subject: str,
    legal: str,
    post: str,
    limit: str,
    passes_on: bool,
    begins: date,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Give one post the right to decide in the place of the board or company of that ref."""
    authority = _holder(ref, viewer)
    _check(authority, subject, post, legal)
    if authority.delegations.filter(item=item, revoked_on=None).exists():
        raise Refused(_("There is an item %(item)s already. Give this one another number.") % {"item": item})
    right = rules.Right(0, item, subject, legal, post, limit, passes_on, begins)
    node = _given(authority, [right])[0]
    thread.record(who=viewer.node_id, verb="missions.delegated", node=node, other=authority.node, at=now)
    return node.ref


def _given(authority: Authority, rights: Sequence[rules.Right]) -> list[Node]:
    """These rights as nodes of their own, many at once."""
    nodes = thread.add_nodes(
        [
            Node(
                kind="delegation", title=f"{one.item} {one.subject}"[:300], audience=Audience.PUBLIC,
                lang=settings.LANGUAGE_CODE,
            )
            for one in rights
        ]
    )  # fmt: skip
    pairs = list(zip(nodes, rights, strict=True))
    Delegation.objects.bulk_create(
        [
            Delegation(
                node=node, authority=authority, item=one.item, subject=one.subject, legal=one.legal,
                post=one.post, limit=one.limit, passes_on=one.passes_on, begins=one.begins,
            )
            for node, one in pairs
        ],
        batch_size=500,
    )  # fmt: skip
    thread.tie_all((node.pk, "delegated_by", authority.pk) for node in nodes)
    thread.index_all((node, f"{one.item} {one.subject} {one.legal} {one.post}") for node, one in pairs)
    return nodes


@transaction.atomic
def take_register(*, ref: str, rights: Sequence[rules.Right], viewer: Viewer, now: datetime) -> str:
    """Take a list of rights into the register of the board or company of that ref.

    One that is worded anew takes the old one back from the day that it holds from, today at the earliest:
    what was decided by the old one stands (R5). What the list does not name stands as it is.
    """
    authority = _holder(ref, viewer)
    for one in rights:
        _check(authority, one.subject, one.post, one.legal)
    held = authority.delegations.select_for_update().filter(revoked_on=None)
    standing = {row.item: row for row in held}
    seen = rules.compared(rights, {item: right_of(row) for item, row in standing.items()})
    if not (seen.new or seen.anew):
        raise Refused(_("The list says nothing that the register does not say already."))
    today = timezone.localdate(now)
    for one in seen.anew:
        standing[one.item].revoked_on = max(today, one.begins)
    Delegation.objects.bulk_update([standing[one.item] for one in seen.anew], ["revoked_on"], batch_size=500)
    later = [replace(one, begins=max(today, one.begins)) for one in seen.anew]
    _given(authority, [*seen.new, *later])
    thread.record(who=viewer.node_id, verb="missions.listed", node=authority.node, at=now)
    return ref


def _found(ref: str, viewer: Viewer) -> Delegation:
    node = reads.node(ref=ref, viewer=viewer, kind="delegation")
    return Delegation.objects.select_related("node").select_for_update(of=("self",)).get(node=node)


@transaction.atomic
def revoke(*, ref: str, on: date, viewer: Viewer, now: datetime) -> str:
    """Take a right back from a day on; what has been decided stands (R5)."""
    one = _found(ref, viewer)
    if not rules.may_charge(viewer):
        raise Refused(_("The register is kept by those who enter the board’s decisions."), forbidden=True)
    if one.revoked_on is not None:
        raise Refused(_("It has been taken back already."))
    if on < timezone.localdate(now):
        raise Refused(_("A right is taken back from today at the earliest, never backwards."))
    one.revoked_on = on
    one.save(update_fields=["revoked_on"])
    thread.record(who=viewer.node_id, verb="missions.revoked", node=one.node, at=now)
    return ref


@transaction.atomic
def decide_by(*, ref: str, on: date, text: str, viewer: Viewer, now: datetime) -> str:
    """Enter a decision taken by delegation; it is to be reported by a day (R5)."""
    one = _found(ref, viewer)
    if not (may_decide_by(one, viewer) and rules.may_ask(viewer)):
        raise Refused(_("A decision is entered by the one whose post it is."), forbidden=True)
    if on > timezone.localdate(now):
        raise Refused(_("The day of the decision has not come yet."))
    if not rules.is_in_force(one.begins, one.revoked_on, on):
        raise Refused(_("The right was not in force on that day."))
    Decision.objects.create(
        delegation=one, on=on, text=text, by_id=viewer.person_id, report_by=rules.report_by(on)
    )
    _promise(one)
    thread.record(who=viewer.node_id, verb="missions.decided", node=one.node, at=now)
    return ref


@transaction.atomic
def report(*, ref: str, decision: int, on: date, viewer: Viewer, now: datetime) -> str:
    """A decision has been reported to its board."""
    one = _found(ref, viewer)
    if not (may_decide_by(one, viewer) and rules.may_ask(viewer)):
        raise Refused(
            _("A decision is reported by the one whose post it is, or the registrar."), forbidden=True
        )
    taken = one.decisions.filter(pk=decision, reported_on=None).first()
    if taken is None:
        raise Refused(_("It has been reported already."))
    if on < taken.on or on > timezone.localdate(now):
        raise Refused(_("It is reported after it was taken, and no later than today."))
    taken.reported_on = on
    taken.save(update_fields=["reported_on"])
    _promise(one)
    thread.record(who=viewer.node_id, verb="missions.reported", node=one.node, at=now)
    return ref


def _promise(one: Delegation) -> None:
    """The node bears the first day on which a report is due."""
    waiting = one.decisions.filter(reported_on=None).order_by("report_by")
    thread.promise(node=one.node, due=waiting.values_list("report_by", flat=True).first())
