"""Calls: shaped, opened, closed for entries, and read without names."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.blinding import blinded, known_of
from ledstjarna.rooms.accelerator.actions.shared import check_office, tied
from ledstjarna.rooms.accelerator.models import Answer, Call, Copy, Criterion, Entry, Member, Question
from ledstjarna.rooms.accelerator.room import Sort, Stage, Standing
from ledstjarna.rooms.accelerator.scope import found_call, found_entry
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused

MOST = 20


def _check_days(opens: date, closes: date, decides: date) -> None:
    if not rules.is_in_order(opens, closes, decides):
        raise Refused(_("It opens, closes and is decided in that order, the decision after the last day."))


@transaction.atomic
def set_call(
    *,
    title: str,
    text: str,
    inlet: str,
    opens: date,
    closes: date,
    decides: date,
    seats: int,
    funds: int = 0,
    blind: bool = False,
    open_entries: bool = False,
    seeks: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """A call to be shaped; the office alone sees it until it is opened."""
    check_office(viewer)
    _check_days(opens, closes, decides)
    rows = tied("call", "seeks", seeks, viewer)
    readers = [viewer.node_id] if viewer.node_id else []
    node = thread.add_node(
        kind="call", title=title, audience=Audience.NAMED, lang=settings.LANGUAGE_CODE, readers=readers
    )
    Call.objects.create(
        node=node, text=text, inlet=inlet, opens=opens, closes=closes, decides=decides, seats=seats,
        funds=funds, blind=blind, open_entries=open_entries,
    )  # fmt: skip
    thread.tie_exactly(source=node, name="seeks", targets=rows)
    thread.index(node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="accelerator.set", node=node, at=now)
    return node.ref


def _shaping(ref: str, viewer: Viewer) -> Call:
    """The call of that ref, locked, if it is still being shaped."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    if call.stage != Stage.DRAFT:
        raise Refused(_("It has been opened, and what was promised stands."))
    return call


@transaction.atomic
def change_call(
    *,
    ref: str,
    title: str,
    text: str,
    inlet: str,
    opens: date,
    closes: date,
    decides: date,
    seats: int,
    funds: int = 0,
    blind: bool = False,
    open_entries: bool = False,
    seeks: Sequence[str] = (),
    viewer: Viewer,
    now: datetime,
) -> str:
    """Other words, days or terms for a call that is still being shaped."""
    call = _shaping(ref, viewer)
    _check_days(opens, closes, decides)
    thread.tie_exactly(source=call.node, name="seeks", targets=tied("call", "seeks", seeks, viewer))
    call.text, call.inlet, call.opens, call.closes, call.decides = text, inlet, opens, closes, decides
    call.seats, call.funds, call.blind, call.open_entries = seats, funds, blind, open_entries
    call.save()
    thread.retitle(node=call.node, title=title)
    thread.index(call.node, f"{title} {text}")
    thread.record(who=viewer.node_id, verb="accelerator.changed", node=call.node, at=now)
    return ref


@transaction.atomic
def add_question(
    *,
    ref: str,
    text: str,
    sort: str,
    hint: str = "",
    options: str = "",
    needed: bool = False,
    viewer: Viewer,
    now: datetime,
) -> str:
    """A further question last in a call's form."""
    call = _shaping(ref, viewer)
    if sort == Sort.CHOICE and len(rules.options_of(options)) < 2:
        raise Refused(_("Write at least two things to choose among, one on each line."))
    place = call.questions.count()
    if place >= MOST:
        raise Refused(_("A form of more than %(most)s questions is answered by nobody.") % {"most": MOST})
    Question.objects.create(
        call=call, place=place, text=text, hint=hint, sort=sort, options=options, needed=needed
    )
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


@transaction.atomic
def add_criterion(
    *, ref: str, title: str, low: str, high: str, weight: int, viewer: Viewer, now: datetime
) -> str:
    """A further criterion that entries are weighed by."""
    call = _shaping(ref, viewer)
    place = call.criteria.count()
    if place >= MOST:
        raise Refused(_("More than %(most)s criteria weigh nothing.") % {"most": MOST})
    Criterion.objects.create(call=call, place=place, title=title, low=low, high=high, weight=weight)
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


@transaction.atomic
def usual_form(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """The template: the usual questions and criteria, for an empty form to begin with."""
    call = _shaping(ref, viewer)
    if call.questions.exists() or call.criteria.exists():
        raise Refused(_("There is something in the form already."))
    with translation.override(settings.LANGUAGE_CODE):
        asked = (
            (_("What do you want to do?"), Sort.LONG, True),
            (_("How will you notice that it works?"), Sort.LONG, True),
            (_("How many does it concern?"), Sort.NUMBER, False),
        )
        weighed = (
            (_("The need"), _("Somebody thinks so"), _("Those concerned have said so themselves"), 3),
            (_("Can be tried small"), _("Needs a whole system"), _("Can begin on Monday"), 2),
            (_("Can spread"), _("Only here"), _("Ten other places have the same need"), 2),
        )
    for place, (text, sort, needed) in enumerate(asked):
        Question.objects.create(call=call, place=place, text=text, sort=sort, needed=needed)
    for place, (title, low, high, weight) in enumerate(weighed):
        Criterion.objects.create(call=call, place=place, title=title, low=low, high=high, weight=weight)
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


@transaction.atomic
def drop_part(*, ref: str, what: str, place: int, viewer: Viewer, now: datetime) -> str:
    """Take a question or a criterion away by its place, from 0; those after it move up."""
    call = _shaping(ref, viewer)
    question = what == "question"
    if not (_moved_up(call.questions.all(), place) if question else _moved_up(call.criteria.all(), place)):
        raise Refused(_("It is not there any more."))
    thread.record(who=viewer.node_id, verb="accelerator.shaped", node=call.node, at=now)
    return ref


def _moved_up(rows: QuerySet[Question] | QuerySet[Criterion], place: int) -> bool:
    """Take the row at a place away and let those after it move up; whether there was one."""
    gone = rows.filter(place=place).delete()[0]
    rows.filter(place__gt=place).update(place=F("place") - 1)
    return bool(gone)


@transaction.atomic
def open_call(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Open a call for all to read and for the city to enter; the decision is promised by its day."""
    call = _shaping(ref, viewer)
    if not rules.is_next(call.stage, Stage.OPEN):
        raise Refused(_("It is open already."))
    if not call.questions.exists() or not call.criteria.exists():
        raise Refused(_("It needs a question to answer and a criterion to be weighed by."))
    call.stage = Stage.OPEN
    call.save(update_fields=["stage"])
    thread.open_to(node=call.node, audience=Audience.PUBLIC)
    thread.promise(node=call.node, due=call.decides)
    thread.record(who=viewer.node_id, verb="accelerator.opened", node=call.node, at=now)
    return ref


@transaction.atomic
def close_call(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Close a call for entries on its last day or later; copies without names are made of them."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    if not rules.is_next(call.stage, Stage.ASSESSMENT):
        raise Refused(_("It is not open."))
    if timezone.localdate(now) < call.closes:
        raise Refused(_("It is open to its last day: that was promised."))
    call.stage = Stage.ASSESSMENT
    call.save(update_fields=["stage"])
    _copy_all(call, timezone.localdate(now))
    thread.record(who=viewer.node_id, verb="accelerator.closed", node=call.node, at=now)
    return ref


def _copy_all(call: Call, today: date) -> None:
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
    if not rules.may_decide(viewer, _crew(entry)):
        raise Refused(_("You are in this entry yourself. Somebody else takes it."), forbidden=True)
    copy = Copy.objects.select_for_update().get(entry=entry)
    if len(answers) != len(copy.answers):
        raise Refused(_("The form is another than this one."))
    copy.title, copy.answers, copy.mended = title, list(answers), True
    copy.save()
    thread.record(who=viewer.node_id, verb="accelerator.changed", node=entry.node, at=now)
    return ref


def _crew(entry: Entry) -> set[int]:
    return set(Member.objects.filter(node_id=entry.pk).values_list("person_id", flat=True))


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
