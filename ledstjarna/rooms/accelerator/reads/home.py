"""The way in: what is open now, what waits for one, and what the city is after."""

from dataclasses import dataclass
from datetime import date, datetime

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.accelerator import rules
from ledstjarna.rooms.accelerator.models import Entry, Initiative, Member
from ledstjarna.rooms.accelerator.reads.calls import CallRow, calls
from ledstjarna.rooms.accelerator.reads.challenges import ChallengeRow, challenges
from ledstjarna.rooms.accelerator.reads.ideas import IdeaRow, latest
from ledstjarna.rooms.accelerator.reads.judging import waiting
from ledstjarna.rooms.accelerator.room import Outcome, Part, Stage, Standing
from ledstjarna.thread import reads
from ledstjarna.thread.reads import Spot

RECENT = 6


@dataclass(frozen=True, slots=True)
class Mine:
    """A thing that one is in or has been asked to join; of an entry, where it stands and until when."""

    spot: Spot
    part: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Home:
    """The accelerator as it is met."""

    calls: tuple[CallRow, ...]
    challenges: tuple[ChallengeRow, ...]
    ideas: tuple[IdeaRow, ...]
    mine: tuple[Mine, ...]
    waiting: int
    initiatives: int
    stopped: int
    may_run: bool
    may_tell: bool


def _mine(viewer: Viewer) -> tuple[Mine, ...]:
    if viewer.person_id is None:
        return ()
    rows = Member.objects.select_related("node").filter(person_id=viewer.person_id, node__ended=None)
    kept = list(rows.filter(reads.visible(viewer, "node__")).order_by("-pk")[:RECENT])
    entries = Entry.objects.select_related("call").filter(node__in=[one.node_id for one in kept])
    standing = {one.pk: _standing(one) for one in entries}
    return tuple(Mine(reads.spot(one.node), *standing.get(one.node_id, (_part(one), None))) for one in kept)


def _part(one: Member) -> str:
    return str(Part(one.part).label)


def _standing(one: Entry) -> tuple[str, date | None]:
    """Where an entry stands, and until when a draft can be sent."""
    if one.call.stage == Stage.OFF:
        return str(Stage.OFF.label), None
    if one.outcome and one.call.stage == Stage.DECIDED:
        return str(Outcome(one.outcome).label), None
    draft = one.standing == Standing.DRAFT and one.call.stage == Stage.OPEN
    return str(Standing(one.standing).label), one.call.closes if draft else None


def home(*, viewer: Viewer, now: datetime) -> Home:
    """What is open, what waits, and what has been learnt."""
    states = list(Initiative.objects.filter(reads.visible(viewer, "node__")).values_list("state", flat=True))
    return Home(
        calls=calls(viewer=viewer),
        challenges=challenges(viewer=viewer),
        ideas=latest(viewer, RECENT),
        mine=_mine(viewer),
        waiting=waiting(viewer) if viewer.signed_in else 0,
        initiatives=len(states),
        stopped=states.count("stopped"),
        may_run=rules.may_run(viewer),
        may_tell=rules.may_tell(viewer),
    )
