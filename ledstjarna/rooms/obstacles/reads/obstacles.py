"""An obstacle on its way, and the deed by which one was removed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Desk, Obstacle
from ledstjarna.rooms.obstacles.reads.rows import Row, row_of
from ledstjarna.rooms.obstacles.room import Ending, State, Step
from ledstjarna.rooms.obstacles.scope import answers, desk_words, found, leaders, tick_of
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Neighbour, Spot

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TurnRow:
    """Something that happened on the way, in words."""

    on: date
    sort: str
    label: str
    outcome: str
    text: str
    giver: str
    taker: str
    until: date | None


@dataclass(frozen=True, slots=True)
class ObstaclePage:
    """An obstacle: what, where, who has it, what was promised, and what has happened.

    `text` is what was written after the first sentence, which is the title.
    """

    row: Row
    text: str
    why: tuple[Spot, ...]
    where: Spot
    receiver: Spot
    leader: str
    asked_by: str
    answered_by: str
    promised: date
    ending: str
    reopened: bool
    turns: tuple[TurnRow, ...]
    near: tuple[Neighbour, ...]
    because: str
    echoed: bool
    may_echo: bool
    may_answer: bool
    may_judge: bool
    may_say: bool
    outcomes: Choices
    takers: Choices


@dataclass(frozen=True, slots=True)
class RemovalPage:
    """That an obstacle is gone: what was done, and what has it easier."""

    ref: str
    title: str
    lang: str
    why: tuple[Spot, ...]
    obstacle: Spot | None
    answer: str
    near: tuple[Neighbour, ...]
    ended: datetime | None


def turns_of(one: Obstacle) -> tuple[TurnRow, ...]:
    """What has happened to an obstacle, in order."""
    rows = one.turns.select_related("giver", "taker").order_by("on", "pk")
    return tuple(
        TurnRow(
            on=turn.on,
            sort=turn.sort,
            label=str(Step(turn.sort).label),
            outcome=str(State(turn.outcome).label) if turn.outcome else "",
            text=turn.text,
            giver=turn.giver.name if turn.giver else "",
            taker=turn.taker.name if turn.taker else "",
            until=turn.until,
        )
        for turn in rows
    )


def _named(person: object) -> str:
    """A person's name; of a protected one, none (R18)."""
    return "" if person is None or getattr(person, "protected", True) else str(getattr(person, "name", ""))


def _because(one: Obstacle, viewer: Viewer, *, answering: bool) -> str:
    """Why a viewer sees what is for the receiver alone (R23)."""
    if not one.sealed:
        return ""
    if viewer.person_id == one.asked_by_id:
        return _("Only you and those who answer see this.")
    return _("You see this because you lead the unit that it was sent to.") if answering else ""


def _takers(one: Obstacle, today: date) -> Choices:
    """Who may be handed an obstacle: functions first, then every unit that somebody leads."""
    desks = [
        (desk.unit.node.ref, desk_words(desk))
        for desk in Desk.objects.select_related("unit__node").order_by("name")
    ]
    rows = Unit.objects.filter(pk__in=leaders(today)).exclude(pk=one.receiver_id)
    units = rows.order_by("name", "pk").values_list("node__ref", "name")
    taken = {ref for ref, _words in desks} | {one.receiver.node.ref}
    first = [each for each in desks if each[0] != one.receiver.node.ref]
    return (*first, *(each for each in units if each[0] not in taken))


def obstacle(*, ref: str, viewer: Viewer, now: datetime) -> ObstaclePage:
    """The obstacle of that ref."""
    one, today = found(ref=ref, viewer=viewer), timezone.localdate(now)
    answering = answers(one, viewer)
    open_ = rules.is_open(one.state, one.ending)
    own = rules.may_ask_back(viewer, one.asked_by_id, answers=False)
    may_echo = one.salt is not None and not one.sealed and rules.may_echo(viewer, one.asked_by_id)
    near = reads.neighbours(node=one.node, viewer=viewer)
    hindered = [each.spot.id for each in near if each.tie == "hinders" and each.spot.id != one.where_id]
    paths = reads.why(ids=hindered[:1], viewer=viewer) if hindered else {}
    return ObstaclePage(
        row=row_of(one, today),
        text=one.text.removeprefix(one.node.title).strip(),
        why=(*next(iter(paths.values()), ()), reads.spot(one.node)),
        where=reads.spot(one.where.node),
        receiver=reads.spot(one.receiver.node),
        leader=leaders(today).get(one.receiver_id, ""),
        asked_by=_named(one.asked_by),
        answered_by=_named(one.answered_by),
        promised=one.promised,
        ending=str(Ending(one.ending).label) if one.ending else "",
        reopened=one.reopened,
        turns=turns_of(one),
        near=tuple(each for each in near if each.spot.id != one.where_id),
        because=_because(one, viewer, answering=answering),
        echoed=may_echo and one.echoes > 0 and one.ticks.filter(key=tick_of(one, viewer)).exists(),
        may_echo=may_echo,
        may_answer=answering and open_,
        may_judge=own and rules.is_asked(one.state, one.ending),
        may_say=not one.ending and rules.may_ask_back(viewer, one.asked_by_id, answers=answering),
        outcomes=_outcomes(one) if answering and open_ else (),
        takers=_takers(one, today) if answering and open_ else (),
    )


def _outcomes(one: Obstacle) -> Choices:
    """How it may be answered; what is planned already is not planned again."""
    offered = (State.REMOVED, State.PLANNED, State.CANNOT)
    return tuple((way.value, str(way.label)) for way in offered if way != State.PLANNED or one.state != way)


def removal(*, ref: str, viewer: Viewer) -> RemovalPage:
    """The removal of that ref."""
    node = reads.node(ref=ref, viewer=viewer, kind="removal")
    near = reads.neighbours(node=node, viewer=viewer)
    about = next((each.spot for each in near if each.tie == "clears"), None)
    one = Obstacle.objects.filter(pk=about.id).first() if about else None
    return RemovalPage(
        ref=ref,
        title=node.title,
        lang=node.lang,
        why=reads.why(ids=[node.pk], viewer=viewer)[node.pk],
        obstacle=about,
        answer=one.answer if one else "",
        near=tuple(each for each in near if each.tie != "clears"),
        ended=node.ended,
    )
