"""What waits for an assessor, and what was given."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import insight, rules
from ledstjarna.rooms.accelerator.models import Call, Copy, Entry, Score, Seat
from ledstjarna.rooms.accelerator.reads.asked import CriterionRow, criteria_of, questions_of
from ledstjarna.rooms.accelerator.reads.entries import Said, answers_of
from ledstjarna.rooms.accelerator.room import Stage, Standing
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Missing, Spot


@dataclass(frozen=True, slots=True)
class DutyRow:
    """An entry that somebody is to assess, as they may know it."""

    ref: str
    title: str
    done: bool


@dataclass(frozen=True, slots=True)
class DutyCall:
    """What one has to assess in a call: how much is done and how much is left."""

    call: Spot
    decides: date
    done: int
    left: int
    rows: tuple[DutyRow, ...]
    mildness: float | None


@dataclass(frozen=True, slots=True)
class Duties:
    """All that one has to assess."""

    calls: tuple[DutyCall, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave an entry: the figures in order of the criteria, the whole, and their words."""

    scores: tuple[int, ...]
    total: float
    comment: str


@dataclass(frozen=True, slots=True)
class Duty:
    """An entry to assess; the others' assessments are there when one's own is in."""

    ref: str
    title: str
    lang: str
    call: Spot
    blind: bool
    said: tuple[Said, ...]
    criteria: tuple[CriterionRow, ...]
    own: Given | None
    others: tuple[Given, ...]


def _seats(viewer: Viewer) -> QuerySet[Seat]:
    """A viewer's own places, where there is something to read."""
    rows = Seat.objects.select_related("entry__node", "entry__call__node", "entry__copy", "assessor")
    own = rows.filter(assessor__person_id=viewer.person_id or 0, entry__standing=Standing.SENT)
    return own.filter(Q(entry__call__blind=False) | Q(entry__call__released_at__isnull=False))


def _title(seat: Seat) -> str:
    """What an entry is called to whoever assesses it."""
    return seat.entry.copy.title if seat.entry.call.blind else seat.entry.node.title


def waiting(viewer: Viewer) -> int:
    """How many entries wait to be assessed by a viewer."""
    return _seats(viewer).filter(done_at=None, entry__call__stage=Stage.ASSESSMENT).count()


def duties(*, viewer: Viewer) -> Duties:
    """What a viewer has to assess, in the calls that are being assessed.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("duties")
    rows = list(_seats(viewer).filter(entry__call__stage=Stage.ASSESSMENT).order_by("done_at", "pk"))
    by_call: dict[int, list[Seat]] = {}
    for seat in sorted(rows, key=lambda one: one.done_at is not None):
        by_call.setdefault(seat.entry.call_id, []).append(seat)
    return Duties(tuple(_duty_call(seats) for seats in by_call.values()))


def _duty_call(seats: list[Seat]) -> DutyCall:
    call = seats[0].entry.call
    rows = tuple(DutyRow(one.entry.node.ref, _title(one), one.done_at is not None) for one in seats)
    done = sum(row.done for row in rows)
    mild = _mildness(call, seats[0].assessor_id) if done == len(rows) else None
    return DutyCall(reads.spot(call.node), call.decides, done, len(rows) - done, rows, mild)


def _mildness(call: Call, assessor: int) -> float | None:
    """How much milder one is than others on the same entries; for oneself alone, when all is in."""
    evening = insight.evened(totals(call))
    return evening.mildness.get(assessor) if evening.done else None


def totals(call: Call) -> list[tuple[int, int, float]]:
    """What every assessment came to, as rows (entry, assessor, total)."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    rows = Score.objects.filter(seat__entry__call=call, seat__entry__standing=Standing.SENT)
    rows = rows.filter(seat__done_at__isnull=False).order_by("seat_id", "criterion__place")
    columns = ("seat__entry_id", "seat__assessor_id", "value", "criterion__weight")
    for entry, assessor, value, weight in rows.values_list(*columns):
        found.setdefault((entry, assessor), []).append((value, weight))
    return [
        (entry, assessor, rules.total_of([v for v, _w in each], [w for _v, w in each]))
        for (entry, assessor), each in found.items()
    ]


def given_in(seats: QuerySet[Seat]) -> list[tuple[int, Given]]:
    """What was given in these places that are done, with each place's row."""
    rows = seats.filter(done_at__isnull=False).prefetch_related("scores__criterion").order_by("done_at", "pk")
    made = []
    for seat in rows:
        scores = sorted(seat.scores.all(), key=lambda one: one.criterion.place)
        values = tuple(one.value for one in scores)
        weights = tuple(one.criterion.weight for one in scores)
        made.append((seat.pk, Given(values, rules.total_of(values, weights), seat.comment)))
    return made


def _open_to(viewer: Viewer, entry: int) -> QuerySet[Seat]:
    """The places on an entry that a viewer may look into: their own, and all once their own is done."""
    own = Q(assessor__person_id=viewer.person_id)
    done = Seat.objects.filter(own, done_at__isnull=False).values("entry_id")
    return Seat.objects.filter(own | Q(entry_id__in=done), entry_id=entry)


def duty(*, ref: str, viewer: Viewer) -> Duty:
    """An entry to assess.

    Raises:
        Missing: it was not given to this viewer.
    """
    seat = _seats(viewer).filter(entry__node__ref=ref).first()
    if seat is None or not rules.may_assess(viewer, seat.assessor.person_id):
        raise Missing(ref)
    entry = seat.entry
    given = given_in(_open_to(viewer, entry.pk))
    return Duty(
        ref=ref,
        title=_title(seat),
        lang=entry.node.lang,
        call=reads.spot(entry.call.node),
        blind=entry.call.blind,
        said=_blind(entry) if entry.call.blind else answers_of(entry.pk),
        criteria=criteria_of(entry.call_id),
        own=next((one for pk, one in given if pk == seat.pk), None),
        others=tuple(one for pk, one in given if pk != seat.pk),
    )


def _blind(entry: Entry) -> tuple[Said, ...]:
    made = Copy.objects.get(entry=entry)
    asked = questions_of(entry.call_id)
    return tuple(Said(one.text, text) for one, text in zip(asked, made.answers, strict=True))
