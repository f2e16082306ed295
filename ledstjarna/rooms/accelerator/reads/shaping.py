"""Where a call is shaped, and where its days are moved or it is called off."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Call
from ledstjarna.rooms.accelerator.reads.asked import CriterionRow, QuestionRow, criteria_of, questions_of
from ledstjarna.rooms.accelerator.reads.shared import Choices, choices, tied_to
from ledstjarna.rooms.accelerator.room import Stage, Standing
from ledstjarna.rooms.accelerator.scope import found_call
from ledstjarna.thread.reads import Missing

FIELDS = ("text", "inlet", "opens", "closes", "decides", "seats", "funds", "blind", "open_entries")


@dataclass(frozen=True, slots=True)
class CallDesk:
    """Where a call is shaped."""

    ref: str
    title: str
    seeks: Choices
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CallForm:
    """A call's own form and criteria, while they are being shaped."""

    ref: str
    title: str
    questions: tuple[QuestionRow, ...]
    criteria: tuple[CriterionRow, ...]


def call_desk(*, viewer: Viewer, now: datetime, ref: str = "", to: str = "") -> CallDesk:
    """An empty desk with the usual three weeks, or the one with a call that is being shaped on it.

    Raises:
        Missing: it is not there, or this viewer runs no calls.
    """
    if not rules.may_run(viewer):
        raise Missing(ref)
    seeks = choices("call", "seeks", viewer)
    if not ref:
        values: dict[str, Any] = {
            "seats": 3,
            "blind": True,
            "open_entries": True,
            "seeks": [to] if to else [],
        }
        values |= _usual_days(timezone.localdate(now))
        return CallDesk("", "", seeks, values | {"inlet": "challenge" if to else "idea"})
    one = found_call(ref=ref, viewer=viewer)
    values = {name: getattr(one, name) for name in FIELDS} | {"title": one.node.title}
    return CallDesk(ref, one.node.title, seeks, values | tied_to(one.pk, ["seeks"]))


def _usual_days(today: date) -> dict[str, date]:
    """Three weeks to enter, and six to read and decide."""
    closes = today + timedelta(weeks=3)
    return {"opens": today, "closes": closes, "decides": closes + timedelta(weeks=6)}


def call_form(*, ref: str, viewer: Viewer) -> CallForm:
    """A call's form while it is being shaped.

    Raises:
        Missing: it is not there, or it is being shaped no longer, or not by this viewer.
    """
    one = found_call(ref=ref, viewer=viewer)
    if not rules.may_run(viewer) or one.stage != Stage.DRAFT:
        raise Missing(ref)
    return CallForm(ref, one.node.title, questions_of(one.pk), criteria_of(one.pk))


@dataclass(frozen=True, slots=True)
class TurnDesk:
    """Where an open call is given more time, or any is called off; `sent` is how many entered it."""

    ref: str
    title: str
    lang: str
    stage: str
    closes: date
    decides: date
    sent: int
    values: dict[str, Any]


def _going_on(ref: str, viewer: Viewer) -> Call:
    one = found_call(ref=ref, viewer=viewer)
    if not rules.may_run(viewer) or rules.is_over(one.stage):
        raise Missing(ref)
    return one


def _turning(one: Call, values: dict[str, Any]) -> TurnDesk:
    sent = one.entries.filter(standing=Standing.SENT).count()
    node = one.node
    return TurnDesk(node.ref, node.title, node.lang, one.stage, one.closes, one.decides, sent, values)


def prolonging(*, ref: str, viewer: Viewer, now: datetime) -> TurnDesk:
    """The desk where an open call is given a later last day: a week is offered.

    Raises:
        Missing: it is not there, not open, or not this viewer's to run.
    """
    one = _going_on(ref, viewer)
    if one.stage != Stage.OPEN:
        raise Missing(ref)
    return _turning(one, {"closes": max(one.closes, timezone.localdate(now)) + timedelta(weeks=1)})


def calling_off(*, ref: str, viewer: Viewer) -> TurnDesk:
    """The desk where a call is called off.

    Raises:
        Missing: it is not there, is over, or is not this viewer's to run.
    """
    return _turning(_going_on(ref, viewer), {})
