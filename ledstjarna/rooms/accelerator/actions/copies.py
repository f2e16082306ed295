"""Entries' copies without names: made when a call closes, mended by hand, and released to assessors."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator.actions.blinding import blinded, known_of
from ledstjarna.rooms.accelerator.actions.shared import check_decides, check_office
from ledstjarna.rooms.accelerator.models import Answer, Call, Copy
from ledstjarna.rooms.accelerator.room import Stage, Standing
from ledstjarna.rooms.accelerator.scope import found_call, found_entry
from ledstjarna.thread import actions as thread
from ledstjarna.thread.reads import Refused


def copy_all(call: Call, today: date) -> None:
    """A copy of each entry with names taken out: for assessors who read so, and for all if it gets yes."""
    entries = list(call.entries.select_related("node").filter(standing=Standing.SENT))
    known = known_of({entry.pk: entry.unit_id for entry in entries}, today)
    texts: dict[int, list[str]] = {entry.pk: [entry.node.title] for entry in entries}
    rows = Answer.objects.filter(entry__in=entries).order_by("question__place")
    for pk, text in rows.values_list("entry_id", "text"):
        texts[pk].append(text)
    made = []
    for entry in entries:
        title, *answers = blinded(known[entry.pk], texts[entry.pk])
        made.append(Copy(entry=entry, title=title[:300], answers=answers))
    Copy.objects.bulk_create(made, batch_size=200)


def _unreleased(call: Call) -> None:
    if not call.blind or call.stage != Stage.ASSESSMENT:
        raise Refused(_("There are no copies without names to mend."))
    if call.released_at is not None:
        raise Refused(_("The copies have been released, and stand as they are."))


@transaction.atomic
def mend_copy(*, ref: str, title: str, answers: Sequence[str], viewer: Viewer, now: datetime) -> str:
    """Mend by hand what an entry's copy without names says, before it is released."""
    check_office(viewer)
    entry = found_entry(ref=ref, viewer=viewer, lock=True)
    _unreleased(entry.call)
    check_decides(entry, viewer)
    copy = Copy.objects.select_for_update().get(entry=entry)
    if len(answers) != len(copy.answers):
        raise Refused(_("The form is another than this one."))
    copy.title, copy.answers, copy.mended = title, list(answers), True
    copy.save()
    thread.record(who=viewer.node_id, verb="accelerator.changed", node=entry.node, at=now)
    return ref


@transaction.atomic
def release_copies(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Let the copies without names be given to assessors; they cannot be mended after that."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    _unreleased(call)
    call.released_at = now
    call.save(update_fields=["released_at"])
    thread.record(who=viewer.node_id, verb="accelerator.released", node=call.node, at=now)
    return ref
