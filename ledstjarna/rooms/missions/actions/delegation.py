"""Rights to decide: given to one post, used and reported, and taken back from now on (R4, R5)."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ledstjarna.people.models import Authority
from ledstjarna.people.room import AuthorityKind
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Decision, Delegation
from ledstjarna.rooms.missions.room import HOLDERS
from ledstjarna.rooms.missions.scope import may_decide_by
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Missing, Refused

RESERVED = {
    "goals": gettext_lazy("The board itself decides on goals, direction, scope and quality (KL 6:38)."),
    "council": gettext_lazy("The board itself answers the council (KL 6:38)."),
    "principle": gettext_lazy("The board itself decides what is of principle or greater weight (KL 6:38)."),
    "proposal": gettext_lazy("The board itself decides on citizens’ proposals (KL 6:38)."),
}


def _check(authority: Authority, subject: str, post: str, legal: str) -> None:
    """R4; a company gives instructions under private law, to which the reservations do not apply."""
    if words := rules.group_in(post):
        raise Refused(
            _("“%(words)s” makes it more than one. Name one post: the law allows no group.")
            % {"words": words}
        )
    if authority.kind == AuthorityKind.COMPANY:
        return
    if not legal:
        raise Refused(_("Give the legal reference: without one it is no delegation."))
    words, which = rules.reserved_in(subject)
    if words:
        raise Refused(f"“{words}”: {RESERVED[which]}")


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
    holder = reads.node(ref=ref, viewer=viewer)
    if holder.kind not in HOLDERS:
        raise Missing(ref)
    if not rules.may_charge(viewer):
        raise Refused(_("The register is kept by those who enter the board’s decisions."), forbidden=True)
    authority = Authority.objects.get(node=holder)
    _check(authority, subject, post, legal)
    if authority.delegations.filter(item=item).exists():
        raise Refused(_("There is an item %(item)s already. Give this one another number.") % {"item": item})
    node = thread.add_node(
        kind="delegation", title=f"{item} {subject}", audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE
    )
    Delegation.objects.create(
        node=node, authority=authority, item=item, subject=subject, legal=legal, post=post, limit=limit,
        passes_on=passes_on, begins=begins,
    )  # fmt: skip
    thread.tie(source=node, name="delegated_by", target=holder)
    thread.index(node, f"{item} {subject} {legal} {post}")
    thread.record(who=viewer.node_id, verb="missions.delegated", node=node, other=holder, at=now)
    return node.ref


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
