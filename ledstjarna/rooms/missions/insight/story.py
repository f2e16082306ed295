"""What a period held for a board, a company or the whole city, read from traces; nobody writes it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.insight.trends import readings
from ledstjarna.rooms.missions.models import Aim, Indicator, Question, Talk, Version
from ledstjarna.rooms.missions.room import HOLDERS
from ledstjarna.rooms.missions.rules import Period, Point
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node, Strand

TOLD = ("direction", "board_mission", "board_goal")


@dataclass(frozen=True, slots=True)
class Told:
    """A follow-up dialogue held in the period."""

    ref: str
    held_on: date
    met: str
    saw: str
    learnt: str
    changes: str
    lang: str


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator's figures that tell of the period; where none came in it, the day of the last before."""

    ref: str
    title: str
    lang: str
    measured_in: str
    points: tuple[Point, ...]
    last: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """That something was set, changed or let go of in the period, and why."""

    sort: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A mission, goal or direction as it was worded when the period ended, and what there is about it.

    `near` is how many dialogues were held about plans of units that serve it.
    """

    ref: str
    kind: str
    title: str
    lang: str
    text: str
    whom: str
    changes: tuple[Change, ...]
    talks: tuple[Told, ...]
    near: int
    figures: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The whole city's directions, or a board's or company's mission and goals."""

    ref: str
    title: str
    aims: tuple[Followed, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered in the period."""

    ref: str
    about: str
    text: str
    answer: str
    lang: str
    answered_on: date


@dataclass(frozen=True, slots=True)
class Story:
    """A period's follow-up: its chapters, the questions answered in it, and how many waited at its end."""

    about: str
    title: str
    key: str
    begins: date
    ends: date
    chapters: tuple[Chapter, ...]
    asked: tuple[Asked, ...]
    waiting: int


def period_name(period: Period) -> str:
    """A period as it is spoken of."""
    if period.span == "year":
        return str(period.begins.year)
    months: dict[str, object] = {
        "first": date_format(period.begins, "F"),
        "last": date_format(period.ends, "F"),
    }
    return _("%(first)s–%(last)s %(year)s") % (months | {"year": period.begins.year})


def title_of(about: str, period: Period) -> str:
    """What a report is called."""
    name = {"period": period_name(period), "about": about}
    if period.span == "year":
        return _("Annual report %(period)s, missions and goals: %(about)s") % name
    return _("Interim report %(period)s: %(about)s") % name


def story(*, about: Node, period: Period, viewer: Viewer) -> Story:
    """What a period held; a fixed number of questions to the database, however much it was."""
    aims = _aims(about, period, viewer)
    ids = [one.pk for one in aims]
    holders = _holders(about, viewer)
    asked = _asked([*ids, *holders, about.pk], viewer)
    inside = asked.filter(answered_at__date__range=(period.begins, period.ends)).exclude(answer="")
    open_then = asked.filter(asked_at__date__lte=period.ends)
    return Story(
        about=about.ref,
        title=about.title,
        key=period.key,
        begins=period.begins,
        ends=period.ends,
        chapters=_chapters(about, holders, _followed(aims, period, viewer)),
        asked=tuple(_answered(one) for one in inside.order_by("answered_at", "pk")),
        waiting=open_then.filter(Q(answer="") | Q(answered_at__date__gt=period.ends)).count(),
    )


def _aims(about: Node, period: Period, viewer: Viewer) -> list[Aim]:
    """The directions, missions and goals that stood at some time of the period."""
    rows = Aim.objects.select_related("node").filter(
        reads.visible(viewer, "node__"), node__kind__in=TOLD, set_at__date__lte=period.ends
    )
    rows = rows.exclude(node__ended__date__lt=period.begins)
    if about.kind in HOLDERS:
        rows = rows.filter(authority_id=about.pk)
    order = {kind: place for place, kind in enumerate(TOLD)}
    return sorted(rows.order_by("set_at", "pk"), key=lambda one: order[one.node.kind])


def _holders(about: Node, viewer: Viewer) -> dict[int, Node]:
    """The boards and companies that a report has chapters for, in order of kind and name."""
    rows = reads.seen_by(viewer).filter(kind__in=HOLDERS).order_by("kind", "title")
    return {one.pk: one for one in (rows.filter(pk=about.pk) if about.kind in HOLDERS else rows)}


def _chapters(
    about: Node, holders: dict[int, Node], followed: Sequence[tuple[int | None, Followed]]
) -> tuple[Chapter, ...]:
    """First what belongs to the whole city, then each board and company."""
    places: dict[int | None, Node] = ({} if about.kind in HOLDERS else {None: about}) | dict(holders)
    return tuple(
        Chapter(node.ref, node.title, tuple(one for owner, one in followed if owner == pk))
        for pk, node in places.items()
    )


def _followed(aims: list[Aim], period: Period, viewer: Viewer) -> list[tuple[int | None, Followed]]:
    ids = [one.pk for one in aims]
    talks, near = _talks(ids, period, viewer), _near(ids, period)
    versions, figures = _versions(ids), _figures(ids, period, viewer)
    found = []
    for one in aims:
        body = _worded(one, versions[one.pk], period)
        made = Followed(
            ref=one.node.ref,
            kind=one.node.kind,
            title=body["title"],
            lang=one.node.lang,
            text=body["text"],
            whom=body["whom"],
            changes=_changes(one, versions[one.pk], period),
            talks=tuple(talks[one.pk]),
            near=near[one.pk],
            figures=tuple(figures[one.pk]),
        )
        found.append((one.authority_id, made))
    return found


def _versions(ids: list[int]) -> dict[int, list[Version]]:
    found: dict[int, list[Version]] = defaultdict(list)
    for one in Version.objects.filter(aim_id__in=ids).order_by("number"):
        found[one.aim_id].append(one)
    return found


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _worded(one: Aim, versions: Iterable[Version], period: Period) -> dict[str, str]:
    """The words that an aim had when the period ended."""
    then = next((kept.body for kept in versions if _day(kept.until) > period.ends), None)
    return then or {"title": one.node.title, "text": one.text, "whom": one.whom}


def _changes(one: Aim, versions: Iterable[Version], period: Period) -> tuple[Change, ...]:
    came = [Change("set", _day(one.set_at), "")]
    came += [Change("changed", _day(kept.until), kept.why) for kept in versions]
    if one.node.ended is not None:
        came.append(Change("stopped", _day(one.node.ended), one.stopped_why))
    return tuple(each for each in came if period.begins <= each.on <= period.ends)


def _talks(ids: list[int], period: Period, viewer: Viewer) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    rows = Talk.objects.select_related("node").filter(
        reads.visible(viewer, "node__"), about_id__in=ids, held_on__range=(period.begins, period.ends)
    )
    for one in rows.order_by("held_on", "pk"):
        said = Told(
            one.node.ref, one.held_on, one.met, one.saw, one.learnt, one.changes, one.node.lang
        )  # fmt: skip
        found[one.about_id].append(said)
    return found


def _near(ids: list[int], period: Period) -> Counter[int]:
    """How many dialogues were held about settled plans that serve each; a number, and no words of theirs."""
    serve = Strand.objects.filter(
        name="serves", cut=False, source__kind="unit_plan", source__audience=Audience.CITY, target_id__in=ids
    )
    pairs = list(serve.values_list("source_id", "target_id"))
    talks = Talk.objects.filter(
        about_id__in=[plan for plan, _goal in pairs], held_on__range=(period.begins, period.ends)
    )
    held = Counter(talks.values_list("about_id", flat=True))
    found: Counter[int] = Counter()
    for plan, goal in pairs:
        found[goal] += held[plan]
    return found


def _figures(ids: list[int], period: Period, viewer: Viewer) -> dict[int, list[Measured]]:
    strands = Strand.objects.filter(name="measures", cut=False, target_id__in=ids)
    pairs = list(strands.order_by("pk").values_list("source_id", "target_id"))
    rows = Indicator.objects.select_related("node").filter(
        reads.visible(viewer, "node__"), pk__in=[source for source, _target in pairs]
    )
    indicators = {one.pk: one for one in rows}
    points = readings(indicators, period.ends)
    found: dict[int, list[Measured]] = defaultdict(list)
    for source, target in pairs:
        if one := indicators.get(source):
            found[target].append(_measured(one, points.get(source, ()), period))
    return found


def _measured(one: Indicator, points: tuple[Point, ...], period: Period) -> Measured:
    own = rules.within(points, period.begins, period.ends)
    last = points[-1].on if points and not own else None
    return Measured(one.node.ref, one.node.title, one.node.lang, one.measured_in, own, last)


def _asked(about: Iterable[int], viewer: Viewer) -> QuerySet[Question]:
    rows = Question.objects.select_related("node", "about")
    return rows.filter(reads.visible(viewer, "node__"), about_id__in=list(about))


def _answered(one: Question) -> Asked:
    moment = one.answered_at or one.asked_at
    return Asked(one.node.ref, one.about.title, one.text, one.answer, one.node.lang, _day(moment))
