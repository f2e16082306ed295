"""A cohort: the initiatives of a call side by side."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator.models import Initiative
from ledstjarna.rooms.accelerator.room import State, Step
from ledstjarna.rooms.accelerator.scope import found_call
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An initiative on a cohort's board."""

    ref: str
    title: str
    lang: str
    step: str
    state: str
    label: str
    coach: str
    next_on: date | None
    late: bool
    latest: str
    obstacle: str


@dataclass(frozen=True, slots=True)
class Board:
    """The initiatives of a call side by side."""

    ref: str
    title: str
    rows: tuple[BoardRow, ...]


def board(*, ref: str, viewer: Viewer, now: datetime) -> Board:
    """A cohort: the initiatives of a call with coach, next gate, obstacles and the latest.

    Raises:
        Missing: the call is not there, or nobody is signed in.
    """
    call = found_call(ref=ref, viewer=viewer)
    if not viewer.signed_in:
        raise Missing(ref)
    today = timezone.localdate(now)
    seen = Initiative.objects.filter(reads.visible(viewer, "node__"), call=call)
    rows = seen.select_related("node", "coach").order_by("state", "node__due", "pk")
    return Board(
        ref,
        call.node.title,
        tuple(
            BoardRow(
                one.node.ref, one.node.title, one.node.lang, str(Step(one.step).label), one.state,
                str(State(one.state).label),
                one.coach.name if one.coach and not one.coach.protected else "",
                one.node.due, one.node.due is not None and one.node.due < today, one.latest, one.obstacle,
            )
            for one in rows
        ),
    )  # fmt: skip
