"""Assessment: who assesses, what is given to whom, and what each of them says."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import insight, rules
from ledstjarna.rooms.accelerator.actions.shared import check_goes_on, check_office
from ledstjarna.rooms.accelerator.models import Assessor, Call, Declared, Member, Score, Seat
from ledstjarna.rooms.accelerator.room import Stage
from ledstjarna.rooms.accelerator.scope import found_call
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Missing, Refused


def _jury(ref: str, viewer: Viewer) -> Call:
    """The call of that ref, locked, while its assessors can be chosen."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    check_goes_on(call)
    return call


@transaction.atomic
def seat_assessor(*, ref: str, person: str, viewer: Viewer, now: datetime) -> str:
    """Let a person assess in a call; whoever is in an entry of it cannot."""
    call = _jury(ref, viewer)
    found = Person.objects.filter(node=reads.node(ref=person, viewer=viewer, kind="person")).first()
    if found is None or found.protected:
        raise Missing(person)
    entries = call.entries.exclude(standing="withdrawn").values("pk")
    if Member.objects.filter(node__in=entries, person=found).exists():
        raise Refused(_("That person cannot assess in this call."))
    Assessor.objects.get_or_create(call=call, person=found)
    thread.record(who=viewer.node_id, verb="accelerator.seated", node=call.node, at=now)
    return ref


@transaction.atomic
def unseat_assessor(*, ref: str, person: str, viewer: Viewer, now: datetime) -> str:
    """Let an assessor go who has not assessed anything; what they were given is given out anew."""
    call = _jury(ref, viewer)
    gone = Assessor.objects.filter(call=call, person__node__ref=person).first()
    if gone is None:
        raise Missing(person)
    if gone.seats.exclude(done_at=None).exists():
        raise Refused(_("They have assessed already, and what they said stands."))
    gone.seats.all().delete()
    gone.delete()
    thread.record(who=viewer.node_id, verb="accelerator.seated", node=call.node, at=now)
    return ref


def _assessing(call: Call) -> None:
    if call.stage != Stage.ASSESSMENT:
        raise Refused(_("Close the call for entries first."))
    if call.blind and call.released_at is None:
        raise Refused(_("Look through the copies without names and release them first."))


@transaction.atomic
def assign(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Give every entry its assessors: loads even, nobody too close; what is done or locked stays."""
    call = _jury(ref, viewer)
    _assessing(call)
    case = insight.case_of(call, timezone.localdate(now))
    try:
        pairs = insight.placed(case, call.pk)
    except insight.Stuck as stuck:
        raise Refused(_stuck(stuck, call)) from stuck
    kept = set(case.kept)
    call_seats = Seat.objects.filter(entry__call=call)
    call_seats.filter(done_at=None, locked=False).delete()
    Seat.objects.bulk_create(
        [Seat(entry_id=entry, assessor_id=one) for entry, one in pairs if (entry, one) not in kept],
        batch_size=500,
    )
    thread.record(who=viewer.node_id, verb="accelerator.assigned", node=call.node, at=now)
    return ref


def _stuck(stuck: insight.Stuck, call: Call) -> str:
    """Why there is no way, in words, with the entries that stand in it."""
    titles = list(Node.objects.filter(pk__in=stuck.entries).values_list("title", flat=True)[:3])
    if not titles:
        return _("There are too few assessors for %(seats)s on each entry.") % {"seats": call.seats}
    named = ", ".join(f"“{title}”" for title in titles)
    return _("Too few are free to assess %(titles)s. Choose more assessors.") % {"titles": named}


@transaction.atomic
def lock(*, ref: str, entry: str, person: str, viewer: Viewer, now: datetime) -> str:
    """Lock a place so that it stays when places are given anew, or unlock it."""
    call = _jury(ref, viewer)
    seats = Seat.objects.select_for_update().filter(entry__call=call, entry__node__ref=entry)
    seat = seats.filter(assessor__person__node__ref=person).first()
    if seat is None:
        raise Missing(entry)
    seat.locked = not seat.locked
    seat.save(update_fields=["locked"])
    thread.record(who=viewer.node_id, verb="accelerator.assigned", node=call.node, at=now)
    return ref


def _own_seat(ref: str, viewer: Viewer) -> Seat:
    """A viewer's own place on the entry of that ref, locked, if it has not been assessed.

    Raises:
        Missing: it was not given to them.
    """
    rows = Seat.objects.select_related("entry__call__node", "assessor").select_for_update(of=("self",))
    seat = rows.filter(entry__node__ref=ref, assessor__person_id=viewer.person_id).first()
    if seat is None or not rules.may_assess(viewer, seat.assessor.person_id):
        raise Missing(ref)
    if seat.done_at is not None:
        raise Refused(_("You have assessed it already. What you said stands, now that you see the others."))
    if seat.entry.call.stage != Stage.ASSESSMENT:
        raise Refused(_("It has been decided already."))
    return seat


@transaction.atomic
def assess(*, ref: str, scores: Sequence[str], comment: str = "", viewer: Viewer, now: datetime) -> str:
    """Say what an entry is worth by each criterion, once; after that the others' are open."""
    seat = _own_seat(ref, viewer)
    criteria = list(seat.entry.call.criteria.order_by("place"))
    allowed = {str(value) for value in range(rules.LOW, rules.HIGH + 1)}
    if len(scores) != len(criteria) or not set(scores) <= allowed:
        raise Refused(_("Choose a figure from 1 to 5 for every criterion."))
    Score.objects.bulk_create(
        [
            Score(seat=seat, criterion=one, value=int(value))
            for one, value in zip(criteria, scores, strict=True)
        ]
    )
    seat.done_at, seat.comment = now, comment
    seat.save(update_fields=["done_at", "comment"])
    # Told of the call, not of the entry: who assesses what is nobody else's.
    thread.record(who=None, verb="accelerator.assessed", node=seat.entry.call.node, at=now)
    return ref


@transaction.atomic
def declare(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Say that one is too close to an entry to assess it; nobody asks why."""
    seat = _own_seat(ref, viewer)
    call = seat.entry.call
    Declared.objects.get_or_create(assessor=seat.assessor, entry=seat.entry)
    seat.delete()
    thread.record(who=None, verb="accelerator.assigned", node=call.node, at=now)
    return call.node.ref
