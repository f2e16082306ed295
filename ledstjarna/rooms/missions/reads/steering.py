"""How the city steers: the whole chain, a board or company, a unit, and what it means to oneself."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Outlook, Question, Talk
from ledstjarna.rooms.missions.reads.cards import CardPage, Holding, led, own_card
from ledstjarna.rooms.missions.reads.follow import QuestionRow, row_of
from ledstjarna.rooms.missions.reads.rhythm import Pacing, Reminder, pacing, reminder
from ledstjarna.rooms.missions.room import HOLDERS
from ledstjarna.rooms.missions.scope import answered_by, answers_for, led_by, line_of
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node, Strand
from ledstjarna.thread.reads import Missing, Spot


@dataclass(frozen=True, slots=True)
class Line:
    """An aim in a list: what it is called, in a few of its words, and for whom."""

    spot: Spot
    text: str
    whom: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """A board or company with its mission, and how many goals it has."""

    spot: Spot
    mission: Line | None
    goals: int


@dataclass(frozen=True, slots=True)
class Steering:
    """The chain from the vision to the boards and companies."""

    stars: tuple[Spot, ...]
    programmes: tuple[Line, ...]
    directions: tuple[Line, ...]
    boards: tuple[Holder, ...]
    companies: tuple[Holder, ...]
    goals: int
    budget: int
    waiting: int
    city: str
    may_steer: bool
    may_count: bool


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A follow-up dialogue in a list."""

    spot: Spot
    about: Spot
    learnt: str
    held_on: object


@dataclass(frozen=True, slots=True)
class HolderPage:
    """A board or company, a department or a unit: what it is there for, what it wants, how it is followed."""

    spot: Spot
    why: tuple[Spot, ...]
    missions: tuple[Line, ...]
    directions: tuple[Line, ...]
    goals: tuple[Line, ...]
    plans: tuple[Line, ...]
    above: tuple[Spot, ...]
    below: tuple[Spot, ...]
    talks: tuple[TalkRow, ...]
    outlooks: tuple[Spot, ...]
    questions: tuple[QuestionRow, ...]
    crowded: bool
    may_charge: bool
    may_aim: bool
    may_ask: bool
    pace: Pacing | None


@dataclass(frozen=True, slots=True)
class Mine:
    """What somebody is there for, from the star to their own unit."""

    unit: Spot | None
    ref: str
    reminder: Reminder | None
    card: CardPage | None
    led: tuple[Holding, ...]
    may_write: bool
    why: tuple[Spot, ...]
    missions: tuple[Line, ...]
    goals: tuple[Line, ...]
    plans: tuple[Line, ...]
    asked: tuple[QuestionRow, ...]
    to_answer: tuple[QuestionRow, ...]


def _lines(rows: Iterable[Aim]) -> tuple[Line, ...]:
    return tuple(Line(reads.spot(one.node), one.text, one.whom, one.draft) for one in rows)


def _aims(viewer: Viewer, *kinds: str) -> list[Aim]:
    """Living aims of these kinds, in the order in which they were set."""
    rows = Aim.objects.select_related("node").filter(
        reads.visible(viewer, "node__"), node__kind__in=kinds, node__ended=None
    )
    return list(rows.order_by("set_at", "pk"))


def steering(*, viewer: Viewer) -> Steering:
    """The chain as this viewer sees it; the same to every party."""
    aims = _aims(viewer, "programme", "direction", "board_mission", "board_goal")
    by_kind: dict[str, list[Aim]] = defaultdict(list)
    for one in aims:
        by_kind[one.node.kind].append(one)
    missions = {one.authority_id: one for one in by_kind["board_mission"]}
    goals: dict[int | None, int] = defaultdict(int)
    for one in by_kind["board_goal"]:
        goals[one.authority_id] += 1
    boards, companies = (
        tuple(
            Holder(
                spot,
                _lines([missions[spot.id]])[0] if spot.id in missions else None,
                goals[spot.id],
            )
            for spot in reads.spots(viewer=viewer, kind=kind)
        )
        for kind in HOLDERS
    )
    waiting = Question.objects.filter(reads.visible(viewer, "node__"), answer="").count()
    return Steering(
        stars=tuple(reads.spots(viewer=viewer, kind="vision")),
        programmes=_lines(by_kind["programme"]),
        directions=_lines(by_kind["direction"]),
        boards=boards,
        companies=companies,
        goals=len(by_kind["board_goal"]),
        budget=rules.CITY_BUDGET,
        waiting=waiting,
        city=next((spot.ref for spot in reads.spots(viewer=viewer, kind="organisation")), ""),
        may_steer=rules.may_steer(viewer),
        may_count=rules.may_count_unclear(viewer),
    )


def holder(*, ref: str, viewer: Viewer, now: datetime) -> HolderPage:
    """The board, company or unit of that ref, as a place where things are steered."""
    node = reads.node(ref=ref, viewer=viewer)
    if node.kind == "unit":
        return _unit(node, viewer, now)
    if node.kind not in HOLDERS:
        raise Missing(ref)
    return _authority(node, viewer, now)


def _authority(node: Node, viewer: Viewer, now: datetime) -> HolderPage:
    rows = _aims(viewer, "board_mission", "board_goal", "direction")
    own = [one for one in rows if one.authority_id == node.pk]
    goals = [one for one in own if one.node.kind == "board_goal"]
    units = Unit.objects.select_related("node").filter(authority_id=node.pk, parent=None).order_by("name")
    given = _given(node.pk)
    return _page(
        node,
        viewer,
        now,
        missions=_lines(one for one in own if one.node.kind == "board_mission"),
        directions=_lines(one for one in rows if one.pk in given),
        goals=_lines(goals),
        below=tuple(reads.spot(one.node) for one in units),
        crowded=rules.is_crowded(len(goals)),
    )


def _given(authority: int) -> set[int]:
    """The rows of what is given to a board or company, or to all of them."""
    to = Q(target_id=authority) | Q(target__kind="organisation")
    strands = Strand.objects.filter(to, name="given_to", cut=False, source__kind="direction")
    return set(strands.values_list("source_id", flat=True))


def _unit(node: Node, viewer: Viewer, now: datetime) -> HolderPage:
    unit = Unit.objects.select_related("authority__node").get(node=node)
    rows = _aims(viewer, "board_mission", "board_goal", "unit_plan")
    own = [one for one in rows if one.authority_id == unit.authority_id and one.authority_id is not None]
    below = Unit.objects.select_related("node").filter(parent=unit).order_by("name")
    above = Unit.objects.select_related("node").filter(pk__in=line_of(unit.pk)).exclude(pk=unit.pk)
    return _page(
        node,
        viewer,
        now,
        missions=_lines(one for one in own if one.node.kind == "board_mission"),
        goals=_lines(one for one in own if one.node.kind == "board_goal"),
        plans=_lines(one for one in rows if one.unit_id == unit.pk),
        above=tuple(reads.spot(one.node) for one in above.order_by("pk")),
        below=tuple(reads.spot(one.node) for one in below),
    )


def _page(
    node: Node,
    viewer: Viewer,
    now: datetime,
    *,
    missions: tuple[Line, ...],
    goals: tuple[Line, ...],
    directions: tuple[Line, ...] = (),
    plans: tuple[Line, ...] = (),
    above: tuple[Spot, ...] = (),
    below: tuple[Spot, ...] = (),
    crowded: bool = False,
) -> HolderPage:
    about = [node.pk, *(line.spot.id for line in (*missions, *goals, *plans))]
    seen = reads.visible(viewer, "node__")
    talks = Talk.objects.select_related("node", "about").filter(seen, about_id__in=about)
    asked = Question.objects.select_related("node", "about").filter(seen, about_id__in=about)
    looks = Outlook.objects.select_related("node").filter(
        seen, node__outward__target_id__in=about, node__outward__cut=False
    )
    answers = answers_for(node, viewer)
    return HolderPage(
        spot=reads.spot(node),
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        missions=missions,
        directions=directions,
        goals=goals,
        plans=plans,
        above=above,
        below=below,
        talks=tuple(
            TalkRow(reads.spot(one.node), reads.spot(one.about), one.learnt, one.held_on)
            for one in talks.order_by("-held_on")[:10]
        ),
        outlooks=tuple(reads.spot(one.node) for one in looks.distinct().order_by("-seen_on")[:10]),
        questions=tuple(row_of(one, timezone.localdate(now)) for one in asked.order_by("-asked_at")[:10]),
        crowded=crowded,
        may_charge=node.kind in HOLDERS and not missions and rules.may_charge(viewer),
        may_aim=answers,
        may_ask=rules.may_ask(viewer),
        pace=pacing(node=node, viewer=viewer) if answers else None,
    )


def _longest(aims: Iterable[Aim], viewer: Viewer) -> tuple[Spot, ...]:
    """The longest way from the star down to one of these, or to a unit of the viewer's own."""
    ends = [*(one.pk for one in aims), *viewer.unit_ids]
    return max(reads.why(ids=ends, viewer=viewer).values(), key=len, default=())


def mine(*, viewer: Viewer, now: datetime) -> Mine:
    """What this viewer is there for.

    Raises:
        Missing: nobody is signed in.
    """
    if not viewer.signed_in:
        raise Missing("mine")
    units = Unit.objects.select_related("node").filter(pk__in=viewer.unit_ids).order_by("pk")
    unit = units.first()
    line = line_of(unit.pk) if unit else frozenset()
    rows = _aims(viewer, "board_mission", "board_goal", "unit_plan")
    own = [one for one in rows if one.authority_id in viewer.authority_ids]
    plans = [one for one in rows if one.unit_id in line]
    own_one = own_card(viewer=viewer, now=now)
    today = timezone.localdate(now)
    asked = Question.objects.select_related("node", "about").filter(reads.visible(viewer, "node__"))
    waiting = list(asked.filter(answer="").order_by("promised"))
    answered = answered_by(viewer, [one.about for one in waiting])
    return Mine(
        unit=reads.spot(unit.node) if unit else None,
        ref=viewer.ref,
        reminder=reminder(viewer=viewer, now=now),
        card=own_one,
        led=led(viewer=viewer, today=today),
        may_write=own_one is None and led_by(viewer.person_id or 0, today) is not None,
        why=own_one.why if own_one else _longest([*plans, *own], viewer),
        missions=_lines(one for one in own if one.node.kind == "board_mission"),
        goals=_lines(one for one in own if one.node.kind == "board_goal"),
        plans=_lines(plans),
        asked=tuple(
            row_of(one, today)
            for one in asked.filter(asked_by_id=viewer.person_id).order_by("-asked_at")[:10]
            if viewer.person_id
        ),
        to_answer=tuple(
            row_of(one, today) for one in [one for one in waiting if one.about_id in answered][:10]
        ),
    )
