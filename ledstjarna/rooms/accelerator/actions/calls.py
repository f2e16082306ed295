"""Calls: set, opened, given more time, closed for entries, or called off."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.actions.copies import copy_all
from ledstjarna.rooms.accelerator.actions.shared import check_goes_on, check_office, shaping, tied
from ledstjarna.rooms.accelerator.models import Call, Turn
from ledstjarna.rooms.accelerator.room import Stage
from ledstjarna.rooms.accelerator.scope import found_call
from ledstjarna.thread import actions as thread
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Refused


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
    call = shaping(ref, viewer)
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
def open_call(*, ref: str, viewer: Viewer, now: datetime) -> str:
    """Open a call for all to read and for the city to enter; the decision is promised by its day."""
    call = shaping(ref, viewer)
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
    if not rules.is_closing(call.stage, call.closes, timezone.localdate(now)):
        raise Refused(_("It is open to its last day: that was promised."))
    call.stage = Stage.ASSESSMENT
    call.save(update_fields=["stage"])
    copy_all(call, timezone.localdate(now))
    thread.record(who=viewer.node_id, verb="accelerator.closed", node=call.node, at=now)
    return ref


@transaction.atomic
def prolong_call(
    *, ref: str, closes: date, reason: str, decides: date | None = None, viewer: Viewer, now: datetime
) -> str:
    """Give an open call a later last day, and say why; without a day of its own the decision moves as far."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    if call.stage != Stage.OPEN:
        raise Refused(_("Only a call that is open can be given more time."))
    if not rules.is_later(closes, call.closes, timezone.localdate(now)):
        raise Refused(_("Choose a day later than the last day that stands, and not one that has gone by."))
    decided = decides or rules.moved_with(call.decides, call.closes, closes)
    _check_days(call.opens, closes, decided)
    Turn.objects.create(call=call, at=now, was=call.closes, closes=closes, decides=decided, reason=reason)
    call.closes, call.decides = closes, decided
    call.save(update_fields=["closes", "decides"])
    thread.promise(node=call.node, due=decided)
    thread.record(who=viewer.node_id, verb="accelerator.prolonged", node=call.node, at=now)
    return ref


@transaction.atomic
def call_off(*, ref: str, reason: str, viewer: Viewer, now: datetime) -> str:
    """End a call that comes to nothing, and say why; what was entered stays with those who wrote it."""
    check_office(viewer)
    call = found_call(ref=ref, viewer=viewer, lock=True)
    check_goes_on(call)
    Turn.objects.create(call=call, at=now, reason=reason)
    call.stage = Stage.OFF
    call.save(update_fields=["stage"])
    thread.end(node=call.node, at=now)
    thread.record(who=viewer.node_id, verb="accelerator.called_off", node=call.node, at=now)
    return ref
