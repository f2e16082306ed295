"""Ideas, and who is in them."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.shared import check_tells, let_be, own_unit, tied
from ledstjarna.rooms.accelerator.models import Entry, Idea, Member
from ledstjarna.rooms.accelerator.room import Part, Standing
from ledstjarna.rooms.accelerator.scope import insiders, judging
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node, Reader
from ledstjarna.thread.reads import Missing, Refused

SHARED = ("idea", "entry", "initiative")


@transaction.atomic
def tell_idea(
    *,
    title: str,
    text: str,
    inlet: str,
    answers: Sequence[str] = (),
    named: bool = False,
    viewer: Viewer,
    now: datetime,
) -> str:
    """An idea, for all in the city to read and join; who told it is said only where they wish it."""
    check_tells(viewer)
    rows = tied("idea", "answers", answers, viewer)
    node = thread.add_node(kind="idea", title=title, audience=Audience.CITY, lang=settings.LANGUAGE_CODE)
    Idea.objects.create(node=node, text=text, inlet=inlet, unit_id=own_unit(viewer), told_at=now)
    let_be(node, viewer.person_id or 0, Part.IN, named=named)
    thread.tie_exactly(source=node, name="answers", targets=rows)
    thread.index(node, f"{title} {text}")
    # Who told it is not in the log: the log cannot take a name back.
    thread.record(who=None, verb="accelerator.said", node=node, at=now)
    return node.ref


def _shared(ref: str, viewer: Viewer) -> Node:
    """The thing of that ref, if it is one that people can be in and still can join."""
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind not in SHARED:
        raise Missing(ref)
    entry = Entry.objects.select_related("call").filter(node=node).first()
    if entry is not None and (entry.standing == Standing.WITHDRAWN or entry.call.stage != "open"):
        raise Refused(_("It can be joined only while the call is open."))
    if entry is not None and judging(entry, viewer):
        raise Refused(_("You assess in this call, and so you cannot join an entry."))
    return node


@transaction.atomic
def join(*, ref: str, named: bool = False, viewer: Viewer, now: datetime) -> str:
    """Ask to join a thing; who is invited is in at once, and so is whoever joins an idea."""
    check_tells(viewer)
    node = _shared(ref, viewer)
    person = viewer.person_id or 0
    stands = Member.objects.filter(node=node, person_id=person).values_list("part", flat=True).first()
    if stands == Part.IN:
        raise Refused(_("You are in it already."))
    open_door = stands == Part.INVITED or node.kind == "idea"
    let_be(node, person, Part.IN if open_door else Part.ASKS, named=named)
    thread.record(who=None, verb="accelerator.joined", node=node, at=now)
    return ref


@transaction.atomic
def leave(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Leave a thing, or say no to an invitation; the last one stays, or withdraws it."""
    check_tells(viewer)
    node = _shared(ref, viewer)
    if insiders(node.pk) == {viewer.person_id} and node.kind == "entry":
        raise Refused(_("You are the last one in it. Withdraw it instead."))
    gone = Member.objects.filter(node=node, person_id=viewer.person_id)
    if not gone.exists():
        raise Refused(_("You are not in it."))
    gone.delete()
    Reader.objects.filter(node=node, person_id=viewer.person_id).delete()
    thread.record(who=None, verb="accelerator.left", node=node, at=now)
    return ref


@transaction.atomic
def invite(*, ref: str, person: str, viewer: Viewer, now: datetime) -> str:
    """Invite somebody to a thing, or let in somebody who asks; nobody is named but by their own word."""
    node = _shared(ref, viewer)
    if not rules.may_write(viewer, insiders(node.pk)):
        raise Refused(_("This is done by those who are in it."), forbidden=True)
    found = reads.node(ref=person, viewer=viewer, kind="person")
    if Person.objects.filter(pk=found.pk, protected=True).exists():
        raise Missing(person)
    stands = Member.objects.filter(node=node, person_id=found.pk).first()
    if stands is not None and stands.part != Part.ASKS:
        raise Refused(_("That person is in it already, or has been invited."))
    named = stands is not None and stands.named
    let_be(node, found.pk, Part.IN if stands else Part.INVITED, named=named)
    thread.record(who=None, verb="accelerator.joined", node=node, at=now)
    return ref
