"""Entries: begun, written, sent and withdrawn by those who are in them."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.shared import check_tells, let_be, own_unit, tied
from ledstjarna.rooms.accelerator.models import Answer, Assessor, Call, Entry, Question
from ledstjarna.rooms.accelerator.room import Part, Standing
from ledstjarna.rooms.accelerator.scope import found_call, found_entry, insiders
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience, Strand
from ledstjarna.thread.reads import Refused


def _check_open(call: Call, now: datetime) -> None:
    if not rules.is_open(call.stage, call.closes, timezone.localdate(now)):
        raise Refused(_("The call is not open."))


@transaction.atomic
def enter(*, ref: str, title: str, idea: str = "", named: bool = False, viewer: Viewer, now: datetime) -> str:
    """Begin an entry in a call, perhaps out of an idea; nobody else reads it until it is sent."""
    check_tells(viewer)
    call = found_call(ref=ref, viewer=viewer)
    _check_open(call, now)
    if Assessor.objects.filter(call=call, person_id=viewer.person_id).exists():
        raise Refused(_("You assess in this call, and so you cannot enter it."))
    ideas = tied("entry", "grows_out_of", [idea], viewer)
    node = thread.add_node(kind="entry", title=title, audience=Audience.NAMED, lang=settings.LANGUAGE_CODE)
    Entry.objects.create(node=node, call=call, unit_id=own_unit(viewer), begun_at=now)
    let_be(node, viewer.person_id or 0, Part.IN, named=named)
    thread.tie(source=node, name="entered_in", target=call.node_id)
    thread.tie_exactly(source=node, name="grows_out_of", targets=ideas)
    sought = Strand.objects.filter(source_id=call.pk, name="seeks", cut=False)
    thread.tie_exactly(source=node, name="answers", targets=sought.values_list("target_id", flat=True))
    thread.record(who=None, verb="accelerator.entered", node=node, at=now)
    return node.ref


def _own(ref: str, viewer: Viewer) -> Entry:
    """The entry of that ref, locked, if this viewer is in it."""
    entry = found_entry(ref=ref, viewer=viewer, lock=True)
    if not rules.may_write(viewer, insiders(entry.pk)):
        raise Refused(_("This is done by those who are in it."), forbidden=True)
    if entry.standing == Standing.WITHDRAWN:
        raise Refused(_("It has been withdrawn."))
    return entry


def _check_answers(questions: Sequence[Question], answers: Sequence[str], *, whole: bool) -> None:
    for fault in rules.faults_of(questions, answers, whole=whole):
        if fault.why == "count":
            raise Refused(_("The form is another than this one."))
        asked = {"question": questions[fault.place].text}
        raise Refused(_("“%(question)s” is not answered as it asks.") % asked)


@transaction.atomic
def write_entry(
    *, ref: str, title: str, answers: Sequence[str], send: bool = False, viewer: Viewer, now: datetime
) -> str:
    """Answer what a call asks: a draft until it is sent, and to be bettered as long as the call is open."""
    entry = _own(ref, viewer)
    _check_open(entry.call, now)
    questions = list(entry.call.questions.order_by("place"))
    sent = send or entry.standing == Standing.SENT
    _check_answers(questions, answers, whole=sent)
    Answer.objects.filter(entry=entry).delete()
    rows = [Answer(entry=entry, question=q, text=a.strip()) for q, a in zip(questions, answers, strict=True)]
    Answer.objects.bulk_create(rows)
    thread.retitle(node=entry.node, title=title)
    if sent:
        _send(entry, now)
        thread.index(entry.node, " ".join((title, *answers)))
    verb = "accelerator.sent" if send else "accelerator.changed"
    thread.record(who=None, verb=verb, node=entry.node, at=now)
    return ref


def _send(entry: Entry, now: datetime) -> None:
    entry.standing, entry.sent_at = Standing.SENT, entry.sent_at or now
    entry.save(update_fields=["standing", "sent_at"])
    if entry.call.open_entries:
        thread.open_to(node=entry.node, audience=Audience.CITY)


@transaction.atomic
def withdraw(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Take an entry back, at any time before the call is decided; its assessments fall with it."""
    entry = _own(ref, viewer)
    if entry.call.stage == "decided":
        raise Refused(_("It has been decided already."))
    entry.standing = Standing.WITHDRAWN
    entry.save(update_fields=["standing"])
    entry.seats.all().delete()
    thread.open_to(node=entry.node, audience=Audience.NAMED)
    thread.end(node=entry.node, at=now)
    thread.record(who=None, verb="accelerator.withdrawn", node=entry.node, at=now)
    return ref
