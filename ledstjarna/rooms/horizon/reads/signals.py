"""The page of a signal, of its readings and of its parries."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.horizon import rules
from ledstjarna.rooms.horizon.models import Parry, Reading, Signal
from ledstjarna.rooms.horizon.reads.speed import begun, first_tests
from ledstjarna.rooms.horizon.room import Course, Sort, Strength, Surety
from ledstjarna.rooms.horizon.scope import group
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Neighbour, Spot


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A reading as it stands on the page of its signal."""

    ref: str
    held_on: date
    met: str
    thinks: str
    strength: str
    surety: str
    course: str


@dataclass(frozen=True, slots=True)
class ParryLine:
    """What was tried because of a signal, and since when; a sketch has not begun."""

    spot: Spot
    begun_on: date | None


@dataclass(frozen=True, slots=True)
class SignalPage:
    """A signal: where it was seen, why it may matter, how it was read, and what it met."""

    ref: str
    title: str
    lang: str
    why: tuple[Spot, ...]
    sort: str
    course: str
    text: str
    seen_in: str
    link: str
    noticed_on: date
    noticed_by: str
    readings: tuple[ReadingLine, ...]
    concerns: tuple[Neighbour, ...]
    parries: tuple[ParryLine, ...]
    starts: tuple[tuple[str, str], ...]
    near: tuple[Neighbour, ...]
    days: int
    parried: bool
    may_read: bool
    may_parry: bool


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A reading of a signal."""

    line: ReadingLine
    lang: str
    signal: Spot


@dataclass(frozen=True, slots=True)
class ParryPage:
    """A small test begun because of a signal."""

    ref: str
    title: str
    lang: str
    why: tuple[Spot, ...]
    signal: Spot
    unit: Spot
    text: str
    begun_on: date
    near: tuple[Neighbour, ...]


def _line(one: Reading) -> ReadingLine:
    return ReadingLine(
        ref=one.node.ref,
        held_on=one.held_on,
        met=one.met,
        thinks=one.thinks,
        strength=str(Strength(one.strength).label),
        surety=str(Surety(one.surety).label),
        course=str(Course(one.course).label),
    )


def _parries(spots: list[Spot]) -> tuple[ParryLine, ...]:
    """What a signal met, in the order in which it began, and last what has not."""
    days = begun(each.id for each in spots)
    lines = (ParryLine(each, days.get(each.id)) for each in spots)
    return tuple(sorted(lines, key=lambda line: (line.begun_on or date.max, line.spot.id)))


def signal(*, ref: str, viewer: Viewer, now: datetime) -> SignalPage:
    """The signal of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="signal")
    one = Signal.objects.select_related("node", "noticed_by").get(node=node)
    near = reads.neighbours(node=node, viewer=viewer)
    concerns = tuple(each for each in near if each.tie == "concerns")
    ids = [each.spot.id for each in concerns[:1]]
    above = reads.why(ids=ids, viewer=viewer) if ids else {}
    parked = one.settled_on if one.course == Course.PARKED else None
    first = first_tests([one.pk]).get(one.pk)
    days, parried = rules.followed(one.noticed_on, first, parked, timezone.localdate(now))
    by = one.noticed_by
    return SignalPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        why=(*next(iter(above.values()), ()), reads.spot(node)),
        sort=str(Sort(one.sort).label).partition(":")[0],
        course=str(Course(one.course).label),
        text=one.text,
        seen_in=one.seen_in,
        link=one.link if rules.is_https(one.link) else "",
        noticed_on=one.noticed_on,
        noticed_by=by.name if by is not None and not by.protected else "",
        readings=tuple(map(_line, one.readings.select_related("node").order_by("-held_on", "-pk"))),
        concerns=concerns,
        parries=_parries([each.spot for each in near if each.tie == "parries"]),
        starts=reads.starts(kind="signal", viewer=viewer),
        near=tuple(each for each in near if each.tie not in {"concerns", "parries", "reads"}),
        days=days,
        parried=parried,
        may_read=rules.may_read(viewer, group()),
        may_parry=rules.may_notice(viewer),
    )


def reading(*, ref: str, viewer: Viewer) -> ReadingPage:
    """The reading of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="reading")
    one = Reading.objects.select_related("node", "signal__node").get(node=node)
    return ReadingPage(_line(one), node.lang, reads.spot(one.signal.node))


def parry(*, ref: str, viewer: Viewer) -> ParryPage:
    """The parry of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="parry")
    one = Parry.objects.select_related("signal__node", "unit__node").get(node=node)
    near = reads.neighbours(node=node, viewer=viewer)
    return ParryPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        signal=reads.spot(one.signal.node),
        unit=reads.spot(one.unit.node),
        text=one.text,
        begun_on=one.begun_on,
        near=tuple(each for each in near if each.tie != "parries"),
    )
