"""Rounds as they are met: the list, one round with what may be done, who has been heard."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from ledstjarna.people.room import Role
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.models import Ballot, Round, Statement, Turn
from ledstjarna.rooms.vision.room import Origin, Phase, Standing
from ledstjarna.thread import memory, reads, room
from ledstjarna.thread.reads import Spot


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in a list."""

    ref: str
    question: str
    vision: str
    phase: str
    phase_label: str
    until: date | None
    paused: bool
    imported: bool
    statements: int
    may_vote: bool
    url: str


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds that this viewer may see, newest first."""

    rows: tuple[RoundRow, ...]
    may_open: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a round: done, current or to come."""

    key: str
    label: str
    state: str


@dataclass(frozen=True, slots=True)
class Heard:
    """How many of a department's people have voted; nothing where too few are in it."""

    label: str
    size: int
    voted: int
    share: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was done with the round."""

    at: datetime
    verb: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round with all that its front page shows."""

    ref: str
    question: str
    vision: Spot
    why: tuple[Spot, ...]
    phase: str
    phase_label: str
    steps: tuple[Step, ...]
    until: date | None
    overdue: bool
    paused: bool
    imported: bool
    open_to_public: bool
    threshold: int
    statements: int
    waiting: int
    entitled: int
    voters: int
    share: float
    residents: int
    heard: tuple[Heard, ...]
    turns: tuple[Reason, ...]
    may_steer: bool
    may_say: bool
    may_vote: bool
    may_decide: bool
    may_export: bool
    next_phase: str
    next_label: str
    earlier: tuple[tuple[str, str], ...]


def rounds(*, viewer: Viewer) -> Rounds:
    """Every round that this viewer may see, newest first."""
    found = Round.objects.select_related("node", "vision__node").filter(reads.visible(viewer, "node__"))
    counted = found.annotate(many=Count("statements", filter=Q(statements__standing=Standing.IN)))
    return Rounds(tuple(_row(one, viewer) for one in counted.order_by("-opened_at")), rules.may_open(viewer))


def _row(one: Any, viewer: Viewer) -> RoundRow:
    return RoundRow(
        ref=one.node.ref,
        question=one.question,
        vision=one.vision.node.title,
        phase=one.phase,
        phase_label=str(Phase(one.phase).label),
        until=one.until,
        paused=one.paused,
        imported=one.imported,
        statements=one.many,
        may_vote=rules.may_vote(viewer, one.phase, paused=one.paused, public=one.open_to_public),
        url=reverse("vision:round", args=[one.node.ref]),
    )


def the_round(*, ref: str, viewer: Viewer) -> Round:
    """The round of that ref, for the reads of this room.

    Raises:
        Missing: it is not there, or not for this viewer.
    """
    node = reads.node(ref=ref, viewer=viewer, kind="round")
    return Round.objects.select_related("node", "vision__node").get(node=node)


def steps(phase: str) -> tuple[Step, ...]:
    """The steps of a round as seen from one of them."""
    here = rules.PHASES.index(phase)
    states = ["done"] * here + ["current"] + ["to_come"] * (len(rules.PHASES) - here - 1)
    return tuple(
        Step(key, str(Phase(key).label), state) for key, state in zip(rules.PHASES, states, strict=True)
    )


def label_of(words: str) -> str:
    """A trait's label in the reader's language: roles are named by the house, the rest by the city."""
    return str(Role(words).label) if words in Role.values else words


def _heard(round_: Round) -> tuple[int, int, int, tuple[Heard, ...]]:
    """Entitled, voters, residents, and participation by department above the threshold."""
    ballots = Ballot.objects.filter(round=round_)
    counted = ballots.values("origin", "department").annotate(
        size=Count("pk"), voted=Count("pk", filter=~Q(shown_values=b""))
    )
    rows = list(counted.order_by("department").values_list("origin", "department", "size", "voted"))
    staff = [(code, size, voted) for origin, code, size, voted in rows if origin == Origin.STAFF]
    residents = sum(voted for origin, _, _, voted in rows if origin == Origin.PUBLIC)
    labels = round_.labels.get("department", [])
    shown = [row for row in staff if 0 <= row[0] < len(labels) and row[1] >= round_.threshold]
    heard = tuple(Heard(label_of(labels[code]), size, voted, voted / size) for code, size, voted in shown)
    entitled, voters = sum(row[1] for row in staff), sum(row[2] for row in staff)
    return entitled, voters, residents, tuple(sorted(heard, key=lambda one: one.label))


def round_page(*, ref: str, viewer: Viewer, now: datetime) -> RoundPage:
    """A round's front page."""
    one = the_round(ref=ref, viewer=viewer)
    version = (one.counted, memory.tide())
    entitled, voters, residents, heard = memory.until(version, ("vision.heard", one.pk), lambda: _heard(one))
    standings = Statement.objects.filter(round=one, merged_into=None).aggregate(
        on=Count("pk", filter=Q(standing=Standing.IN)),
        waiting=Count("pk", filter=Q(standing=Standing.WAITING)),
    )
    turns = Turn.objects.filter(round=one).order_by("-at")[:10]
    following = rules.next_phase(one.phase) or ""
    speaks = {"paused": one.paused, "public": one.open_to_public}
    return RoundPage(
        ref=ref,
        question=one.question,
        vision=reads.spot(one.vision.node),
        why=reads.why(ids=[one.pk], viewer=viewer)[one.pk],
        phase=one.phase,
        phase_label=str(Phase(one.phase).label),
        steps=steps(one.phase),
        until=one.until,
        overdue=rules.is_overdue(one.until, timezone.localdate(now)),
        paused=one.paused,
        imported=one.imported,
        open_to_public=one.open_to_public,
        threshold=one.threshold,
        statements=standings["on"],
        waiting=standings["waiting"],
        entitled=entitled,
        voters=voters,
        share=voters / entitled if entitled else 0.0,
        residents=residents,
        heard=heard,
        turns=tuple(Reason(turn.at, str(room.verb(turn.verb)), turn.reason) for turn in turns),
        may_steer=rules.may_open(viewer) and not one.imported,
        may_say=rules.may_say(viewer, one.phase, **speaks),
        may_vote=rules.may_vote(viewer, one.phase, **speaks),
        may_decide=rules.may_decide(viewer, one.phase),
        may_export=rules.may_export(viewer, closed=one.secret is None),
        next_phase=following,
        next_label=str(Phase(following).label) if following else "",
        earlier=tuple((key, str(Phase(key).label)) for key in rules.earlier_phases(one.phase)),
    )
