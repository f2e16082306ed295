"""Calls of twenty minutes about lessons, as the two between whom they are see them; nobody else does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ledstjarna.people.models import Person
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.experiments import rules, scope
from ledstjarna.rooms.experiments.models import Call, Guide
from ledstjarna.rooms.experiments.reads.shared import Choices, named
from ledstjarna.rooms.experiments.room import Booking
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience
from ledstjarna.thread.reads import Missing, Spot

LENGTH = timedelta(minutes=rules.MINUTES)
SHOWN = 20


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as one of the two sees it: `asks` says that they are the one who asks, `other` is the other."""

    ref: str
    lesson: Spot | None
    asks: bool
    other: str
    other_url: str
    state: str
    label: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class CallPage:
    """A call, what was asked and answered, and what may be done about it now; `times` may still be picked."""

    row: CallRow
    wish: str
    words: str
    place: str
    times: Choices
    may_reply: bool
    may_propose: bool
    may_call_off: bool


@dataclass(frozen=True, slots=True)
class CallDesk:
    """Where somebody asks for a call: whom they may ask about the lesson."""

    ref: str
    claim: str
    lang: str
    guides: Choices
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CallDate:
    """A booked call as it stands in a calendar."""

    ref: str
    title: str
    text: str
    place: str
    begins: datetime
    ends: datetime


def said(moment: datetime) -> str:
    """A moment as it is said in the city: the day of the week, the date, the hour."""
    return date_format(timezone.localtime(moment), "l j F, H:i")


def _row(one: Call, viewer: Viewer, seen: Iterable[int]) -> CallRow:
    asks = one.asker_id == viewer.person_id
    other: Person = one.guide if asks else one.asker
    return CallRow(
        ref=one.ref,
        lesson=reads.spot(one.lesson.node) if one.lesson_id in seen else None,
        asks=asks,
        other=named(other),
        other_url="" if other.protected else reads.spot(other.node).url,
        state=one.state,
        label=str(Booking(one.state).label),
        at=one.at,
    )


def calls(*, viewer: Viewer, now: datetime, lesson: int | None = None) -> tuple[CallRow, ...]:
    """The viewer's own calls that are not over, about one lesson or about all, the latest asked for first."""
    rows = Call.objects.select_related("lesson__node", "asker__node", "guide__node")
    mine = rows.filter(scope.with_me(viewer), until__gte=timezone.localdate(now))
    mine = mine.filter(lesson_id=lesson) if lesson else mine
    found = list(mine.exclude(state=Booking.BOOKED, at__lte=now - LENGTH).order_by("-pk")[:SHOWN])
    seen = _seen({one.lesson_id for one in found}, viewer)
    return tuple(_row(one, viewer, seen) for one in found)


def _seen(lessons: Iterable[int], viewer: Viewer) -> frozenset[int]:
    """Which of these lessons the viewer may still read."""
    rows = reads.seen_by(viewer).filter(pk__in=list(lessons))
    return frozenset(rows.values_list("pk", flat=True))


def call(*, ref: str, viewer: Viewer, now: datetime) -> CallPage:
    """The call of that ref, for the two between whom it is.

    Raises:
        Missing: it is between others, or its day has passed.
    """
    one = scope.call_found(ref=ref, viewer=viewer)
    if one.until < timezone.localdate(now):
        raise Missing(ref)
    times = rules.ahead(map(datetime.fromisoformat, one.times), now)
    return CallPage(
        row=_row(one, viewer, _seen([one.lesson_id], viewer)),
        wish=one.wish,
        words=one.words,
        place=one.place,
        times=tuple((moment.isoformat(), said(moment)) for moment in times),
        may_reply=rules.may_reply(viewer, one.guide_id, one.state),
        may_propose=rules.may_propose(viewer, one.asker_id, one.state),
        may_call_off=rules.may_call_off(viewer, one.asker_id, one.guide_id, one.state, one.at, now),
    )


def guides_of(lesson: int, viewer: Viewer) -> tuple[Spot, ...]:
    """Those who have said that they can be asked; for those signed in, and never a protected person (R18)."""
    if not viewer.signed_in:
        return ()
    open_to_all = reads.seen_by(viewer).exclude(audience=Audience.NAMED)
    rows = Guide.objects.select_related("person__node").filter(lesson=lesson, person__node__in=open_to_all)
    return tuple(reads.spot(row.person.node) for row in rows.order_by("pk"))


def to_ask(guides: Iterable[Spot], lesson: int, viewer: Viewer, now: datetime) -> tuple[Spot, ...]:
    """Of those who can be asked about a lesson, the ones that this viewer has not asked already."""
    asked = Call.objects.filter(
        lesson=lesson, asker_id=viewer.person_id or 0, until__gte=timezone.localdate(now)
    )
    rows = frozenset(asked.exclude(state=Booking.CANCELLED).values_list("guide_id", flat=True))
    return tuple(one for one in guides if rules.may_call(viewer, one.id) and one.id not in rows)


def call_desk(*, ref: str, viewer: Viewer, now: datetime, to: str = "") -> CallDesk:
    """The desk where one who can be asked about a lesson is asked for a call; `to` is ticked to begin with.

    Raises:
        Missing: nobody is left to ask about it, or it is not for this viewer.
    """
    one = scope.lesson_found(ref=ref, viewer=viewer)
    others = to_ask(guides_of(one.pk, viewer), one.pk, viewer, now)
    if one.node.ended or not others:
        raise Missing(ref)
    guides = tuple((each.ref, each.title) for each in others)
    chosen = to if to in dict(guides) else guides[0][0]
    return CallDesk(ref, one.node.title, one.node.lang, guides, {"guide": chosen})


def call_date(*, ref: str, viewer: Viewer) -> CallDate:
    """A booked call as it is put into one's calendar.

    Raises:
        Missing: it is between others, or not booked.
    """
    one = scope.call_found(ref=ref, viewer=viewer)
    if one.state != Booking.BOOKED or one.at is None:
        raise Missing(ref)
    row = _row(one, viewer, _seen([one.lesson_id], viewer))
    about = row.lesson.title if row.lesson else _("a lesson")
    return CallDate(
        ref=ref,
        title=_("Call with %(name)s: %(about)s") % {"name": row.other, "about": about},
        text=one.wish,
        place=one.place,
        begins=one.at,
        ends=one.at + LENGTH,
    )
