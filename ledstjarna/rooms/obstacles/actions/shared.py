"""What a report, a letter and a verdict do to an obstacle, whoever they come from."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from ledstjarna.people.models import Unit
from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.obstacles import rules
from ledstjarna.rooms.obstacles.models import Obstacle, Turn
from ledstjarna.rooms.obstacles.room import HINDERED, Ending, State, Step
from ledstjarna.rooms.obstacles.scope import Way, units_of, ways
from ledstjarna.thread import actions as thread
from ledstjarna.thread import reads
from ledstjarna.thread.models import Audience, Node
from ledstjarna.thread.reads import Missing, Refused


@dataclass(frozen=True, slots=True)
class Said:
    """A report as it was checked: its words, its places and its day."""

    text: str
    where: Unit
    receiver: int
    promised: date
    sealed: bool
    hinders: tuple[int, ...]
    on: date


def checked(
    text: str, where: str, receiver: str, alone: bool, hinders: Sequence[str], viewer: Viewer, today: date
) -> Said:
    """A report whose places are there.

    Raises:
        Missing: there is no such unit.
        Refused: it cannot be sent there, or cannot be in the way of that.
    """
    unit = units_of([where]).get(where)
    if unit is None:
        raise Missing(where)
    way = _way(ways(unit, today), receiver)
    nodes = [reads.node(ref=ref, viewer=viewer) for ref in hinders if ref]
    for node in nodes:
        if node.kind not in HINDERED or node.ended:
            raise Refused(_("It cannot be tied to “%(title)s”.") % {"title": node.title})
    return Said(text, unit, way.id, way.promised, alone, tuple(node.pk for node in nodes), today)


def _way(offered: Sequence[Way], receiver: str) -> Way:
    """The way that was chosen; the first, which is the nearest, where none was."""
    if not receiver:
        return offered[0]
    chosen = next((one for one in offered if one.ref == receiver), None)
    if chosen is None:
        raise Refused(_("Choose who is to get it among those who are offered."))
    return chosen


def placed(said: Said, *, asked_by: int | None = None, key: str = "") -> Obstacle:
    """A new obstacle on the thread, in the way of its unit and of what else was named."""
    title = rules.title_of(said.text)
    node = thread.add_node(
        kind="obstacle", title=title, audience=Audience.NAMED if said.sealed else Audience.CITY,
        lang=settings.LANGUAGE_CODE, home=said.where.pk, authority=said.where.authority_id,
        readers=[asked_by] if said.sealed and asked_by else (), due=said.promised,
    )  # fmt: skip
    one = Obstacle.objects.create(
        node=node, text=said.text, where=said.where, receiver_id=said.receiver, asked_by_id=asked_by, key=key,
        sealed=said.sealed, reported_on=said.on, promised=said.promised, salt=secrets.token_bytes(16),
    )  # fmt: skip
    thread.tie_all((node.pk, "hinders", pk) for pk in dict.fromkeys((said.where.pk, *said.hinders)))
    thread.index(node, said.text)
    return one


def cleared(one: Obstacle) -> None:
    """A deed on the thread: the obstacle is gone, and what it was in the way of has it easier."""
    node = thread.add_node(
        kind="removal", title=one.node.title, audience=one.node.audience, lang=one.node.lang,
        home=one.node.home_id, authority=one.node.authority_id,
        readers=[one.asked_by_id] if one.sealed and one.asked_by_id else (),
    )  # fmt: skip
    thread.tie(source=node, name="clears", target=one.node)
    targets = one.node.outward.filter(name="hinders", cut=False).values_list("target_id", flat=True)
    thread.tie_all((node.pk, "eases", pk) for pk in targets)


def judged(one: Obstacle, *, helped: bool, text: str, today: date, now: datetime) -> str:
    """What was said of the answer: it is closed, or opened again once; the verb of the fact."""
    if helped:
        ended(one, Ending.HELPED, now)
        return "obstacles.helped"
    for node in Node.objects.filter(outward__target=one.node, outward__name="clears", ended=None):
        thread.end(node=node, at=now)
    if one.reopened:
        ended(one, Ending.NO_HELP, now)
        return "obstacles.closed"
    one.state, one.reopened, one.promised = State.WAITING, True, rules.promised(today)
    one.answer, one.answered_by, one.answered_on, one.reminded_on, one.by_day = "", None, None, None, None
    one.save()
    Turn.objects.create(obstacle=one, sort=Step.REOPENED, on=today, text=text, until=one.promised)
    thread.promise(node=one.node, due=one.promised)
    return "obstacles.reopened"


def ended(one: Obstacle, ending: str, now: datetime) -> None:
    """An obstacle that nobody has anything left to do about; whose ticks were whose is forgotten."""
    one.ending, one.salt = ending, None
    one.save(update_fields=["ending", "salt"])
    one.ticks.all().delete()
    thread.end(node=one.node, at=now)
