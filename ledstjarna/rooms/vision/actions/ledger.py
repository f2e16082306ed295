"""The parties' words, and the council's decision."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Party
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.actions.rounds import nodes_of
from ledstjarna.rooms.vision.actions.voting import counted
from ledstjarna.rooms.vision.models import Endorsement, Round, Vision
from ledstjarna.rooms.vision.room import Phase, Stance
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Refused


@transaction.atomic
def endorse(*, ref: str, stance: str, words: str, viewer: Viewer, now: datetime) -> str:
    """A party takes a stand on the vision through one of its members; a new word replaces the old."""
    node = reads.node(ref=ref, viewer=viewer, kind="vision")
    vision = Vision.objects.select_related("node").select_for_update(of=("self",)).get(node=node)
    round_ = vision.rounds.order_by("-opened_at").first()
    if not rules.may_endorse(viewer, round_.phase if round_ else "", viewer.party_id):
        raise Refused(
            _("An elected member speaks for the own party, when the draft is ready."), forbidden=True
        )
    party = Party.objects.select_related("node").get(pk=viewer.party_id)
    said = thread.add_node(
        kind="endorsement", title=f"{party.name}: {Stance(stance).label}", audience=vision.node.audience
    )
    new = Endorsement.objects.create(
        node=said,
        vision=vision,
        party=party,
        stance=stance,
        words=words,
        spokesperson_id=viewer.person_id,
        said_on=timezone.localdate(now),
    )
    vision.endorsements.filter(party=party, replaced_by=None).exclude(pk=new.pk).update(replaced_by=new)
    thread.tie(source=said, name="endorses", target=vision.node)
    thread.tie(source=said, name="spoken_by", target=party.node)
    thread.record(who=viewer.node_id, verb="vision.endorsed", node=said, other=vision.node, at=now)
    return said.ref


@transaction.atomic
def ask_again(*, ref: str, elected_on: date, viewer: Viewer, now: datetime) -> str:
    """After an election, ask every party to reaffirm what it has said."""
    node = reads.node(ref=ref, viewer=viewer, kind="vision")
    if not rules.may_open(viewer):
        raise Refused(_("Only those who open vision rounds ask the parties again."), forbidden=True)
    if elected_on > timezone.localdate(now):
        raise Refused(_("The election has not been held yet."))
    Vision.objects.filter(node=node).update(elected_on=elected_on)
    thread.record(who=viewer.node_id, verb="vision.asked_again", node=node, at=now)
    return ref


@transaction.atomic
def decide(
    *,
    ref: str,
    decided_on: date,
    reference: str,
    votes_for: int,
    votes_against: int,
    abstained: int,
    viewer: Viewer,
    now: datetime,
) -> str:
    """Enter the council's decision: the vision becomes public, and the round's secret is destroyed."""
    node = reads.node(ref=ref, viewer=viewer, kind="round")
    round_ = (
        Round.objects.select_related("node", "vision__node").select_for_update(of=("self",)).get(node=node)
    )
    if not rules.may_decide(viewer, round_.phase):
        raise Refused(
            _("The decision is entered after the parties have been asked, by the registrar."), forbidden=True
        )
    if decided_on > timezone.localdate(now):
        raise Refused(_("The day of the decision is still to come."))
    counted(round_, last=True)
    vision = round_.vision
    vision.decided_on, vision.reference = decided_on, reference
    vision.votes_for, vision.votes_against, vision.abstained = votes_for, votes_against, abstained
    vision.save()
    round_.phase, round_.secret, round_.closed_at, round_.until = Phase.DECIDED, None, now, None
    round_.save()
    thread.open_all(ids=nodes_of(round_), audience="public")
    thread.record(who=viewer.node_id, verb="vision.decided", node=vision.node, other=round_.node, at=now)
    return vision.node.ref
