"""Statements: said, moderated, joined."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.actions.rounds import found
from ledstjarna.rooms.vision.models import Round, Statement
from ledstjarna.rooms.vision.room import Standing
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Refused


@transaction.atomic
def say(*, ref: str, text: str, lang: str, viewer: Viewer, now: datetime) -> str:
    """Add a statement to a round. What a resident says is looked at before it is voted on."""
    round_ = found(ref=ref, viewer=viewer)
    if not rules.may_say(viewer, round_.phase, paused=round_.paused, public=round_.open_to_public):
        raise Refused(_("This round does not take new statements now."), forbidden=True)
    text = " ".join(text.split())
    if round_.statements.filter(text__iexact=text).exists():
        raise Refused(_("Somebody has already said exactly this. Vote on it instead."))
    last = round_.statements.aggregate(last=Max("slot"))["last"]
    node = thread.add_node(kind="statement", title=text, lang=lang, audience=_audience(round_, viewer))
    Statement.objects.create(
        node=node,
        round=round_,
        slot=0 if last is None else last + 1,
        text=text,
        standing=Standing.IN if viewer.signed_in else Standing.WAITING,
        author_id=viewer.person_id,
        said_on=timezone.localdate(now),
    )
    thread.index(node, text)
    thread.record(who=None, verb="vision.said", node=node, other=round_.node, at=now)
    return node.ref


def _audience(round_: Round, viewer: Viewer) -> str:
    return round_.node.audience if viewer.signed_in else "city"


def _moderated(ref: str, viewer: Viewer) -> Statement:
    node = reads.node(ref=ref, viewer=viewer, kind="statement")
    if not rules.may_open(viewer):
        raise Refused(_("Only those who open vision rounds moderate statements."), forbidden=True)
    statement = Statement.objects.select_related("node", "round__node").get(node=node)
    if statement.round.phase == "decided":
        raise Refused(_("The round is decided and closed."))
    return statement


@transaction.atomic
def moderate(*, ref: str, standing: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """Take a statement out, or in again, and say why; its votes are kept either way."""
    statement = _moderated(ref, viewer)
    if standing == Standing.OUT and not reason:
        raise Refused(_("Say why, so that whoever wrote it understands."))
    statement.standing, statement.reason = standing, reason
    statement.save(update_fields=["standing", "reason"])
    if standing == Standing.IN:
        thread.open_to(node=statement.node, audience=statement.round.node.audience)
    thread.record(who=viewer.node_id, verb="vision.moderated", node=statement.node, at=now)
    return ref


@transaction.atomic
def merge(*, ref: str, into: str, viewer: Viewer, now: datetime) -> str:
    """Join a statement with one that says the same; ballots are left as they are, votes count together."""
    statement, target = _moderated(ref, viewer), _moderated(into, viewer)
    if statement.round_id != target.round_id or statement.pk == target.pk:
        raise Refused(_("Choose another statement of the same round."))
    if target.merged_into_id:
        raise Refused(_("That statement has itself been joined with another. Choose the one that remains."))
    statement.merged_into = target
    statement.save(update_fields=["merged_into"])
    Statement.objects.filter(merged_into=statement).update(merged_into=target)
    thread.record(who=viewer.node_id, verb="vision.merged", node=statement.node, other=target.node, at=now)
    return target.node.ref
