"""Decisions: a reason to everyone, and then all at once."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.shared import check_decides, check_goes_on, check_office
from ledstjarna.rooms.accelerator.models import Call, Entry, Fund, Initiative, Member
from ledstjarna.rooms.accelerator.room import Money, Outcome, Part, Stage, Standing
from ledstjarna.rooms.accelerator.scope import found_call, found_entry
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Node, Strand
from ledstjarna.thread.reads import Refused


@transaction.atomic
def weigh(*, ref: str, outcome: str, reason: str, amount: int = 0, viewer: Viewer, now: datetime) -> str:
    """Write what is decided of an entry and why; the office alone sees it until all are decided."""
    check_office(viewer)
    entry = found_entry(ref=ref, viewer=viewer, lock=True)
    check_decides(entry, viewer)
    if entry.call.stage != Stage.ASSESSMENT or entry.standing != Standing.SENT:
        raise Refused(_("It is decided while its call is being assessed, and only if it stands."))
    entry.outcome, entry.reason = outcome, reason
    entry.amount = amount if outcome == Outcome.GRANTED else 0
    _check_funds(entry)
    entry.save(update_fields=["outcome", "reason", "amount"])
    thread.record(who=viewer.node_id, verb="accelerator.weighed", node=entry.call.node, at=now)
    return ref


def _check_funds(entry: Entry) -> None:
    others = entry.call.entries.filter(standing=Standing.SENT).exclude(pk=entry.pk)
    over = entry.amount + sum(others.values_list("amount", flat=True)) - entry.call.funds
    if over > 0:
        raise Refused(_("That is %(over)s kronor more than the call has left to grant.") % {"over": over})


@transaction.atomic
def decide_call(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let everybody know at once, those who got no as well; what got yes becomes an initiative."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    check_goes_on(call)
    if not rules.is_next(call.stage, Stage.DECIDED):
        raise Refused(_("Close the call for entries first."))
    entries = list(call.entries.select_related("node", "copy").filter(standing=Standing.SENT).order_by("pk"))
    lacking = [entry for entry in entries if not entry.outcome or not entry.reason.strip()]
    if lacking:
        raise Refused(
            _("%(count)s have no decision with a reason yet. Everyone gets one, those who get no too.")
            % {"count": len(lacking)}
        )
    call.stage, call.decided_at = Stage.DECIDED, now
    call.save(update_fields=["stage", "decided_at"])
    thread.promise(node=call.node, due=None)
    _begin_all(call, [entry for entry in entries if entry.outcome == Outcome.GRANTED], now)
    thread.record(who=viewer.node_id, verb="accelerator.decided", node=call.node, at=now)
    return ref


def _begin_all(call: Call, granted: list[Entry], now: datetime) -> None:
    """An initiative out of each entry that got yes, with those who were in it and what it was granted."""
    made = [_began(call, entry, now) for entry in granted]
    crews = Member.objects.filter(node_id__in=[entry.pk for entry in granted], part=Part.IN)
    node_of = {entry.pk: one.node for entry, one in zip(granted, made, strict=True)}
    Member.objects.bulk_create(
        [
            Member(node=node_of[one.node_id], person_id=one.person_id, part=one.part, named=one.named)
            for one in crews.order_by("pk")
        ]
    )
    kept = {"sort": Money.GRANTED, "on": timezone.localdate(now), "comment": call.node.title}
    pairs = [pair for pair in zip(granted, made, strict=True) if pair[0].amount]
    Fund.objects.bulk_create([Fund(initiative=one, amount=entry.amount, **kept) for entry, one in pairs])


def _began(call: Call, entry: Entry, now: datetime) -> Initiative:
    """An initiative for all to read: in the words of the entry's copy, where nobody is named."""
    asked = call.questions.order_by("place").values_list("sort", flat=True)
    texts = [text for sort, text in zip(asked, entry.copy.answers, strict=True) if sort == "long" and text]
    title = entry.copy.title
    what = texts[0] if texts else title
    node = begun_node(title, what, entry.node, entry.unit_id)
    return Initiative.objects.create(
        node=node, call=call, unit_id=entry.unit_id, what=what, how="\n\n".join(texts[1:]), begun_at=now
    )


def begun_node(title: str, text: str, source: Node, unit: int | None) -> Node:
    """The node of an initiative: public, tied to what it grew out of, what it answers and who keeps it."""
    node = thread.add_node(
        kind="initiative", title=title, audience=Audience.PUBLIC, lang=settings.LANGUAGE_CODE
    )
    answered = Strand.objects.filter(source=source, name="answers", cut=False)
    thread.tie(source=node, name="grows_out_of", target=source)
    thread.tie_exactly(source=node, name="answers", targets=answered.values_list("target_id", flat=True))
    thread.tie_exactly(source=node, name="kept_by", targets=[unit] if unit else [])
    thread.index(node, f"{title} {text}")
    return node
