"""How often a unit or board follows up, and the one kind reminder for whoever leads it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.missions import rules
from ledstjarna.rooms.missions.models import Aim, Rhythm, Talk
from ledstjarna.rooms.missions.room import Pace
from ledstjarna.thread import reads
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Spot


@dataclass(frozen=True, slots=True)
class Pacing:
    """The rhythm of a place, and those that there are to choose among."""

    every: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """That a dialogue is due, with help to begin: what was said last, and three questions."""

    place: Spot
    about: Spot
    due: date
    last: Spot | None
    held_on: date | None
    learnt: str
    changes: str
    questions: tuple[str, ...]


def pacing(*, node: Node, viewer: Viewer) -> Pacing | None:
    """The rhythm of a unit, board or company, for those who may set it."""
    if not rules.may_ask(viewer):
        return None
    every = Rhythm.objects.filter(node=node).values_list("every", flat=True).first()
    return Pacing(every or rules.USUAL, tuple((pace.value, str(pace.label)) for pace in Pace))


def _begin() -> tuple[str, ...]:
    return (
        _("What have we seen since last time, and what surprised us?"),
        _("What have we learnt, also from what did not turn out as we thought?"),
        _("What do we do differently until next time, and who needs to know?"),
    )


def reminder(*, viewer: Viewer, now: datetime) -> Reminder | None:
    """The dialogue that has waited longest of those that this viewer leads; nobody else is told of it."""
    places = _aims(viewer)
    if not places:
        return None
    today = timezone.localdate(now)
    talks, rhythms = _last(places), Rhythm.objects.in_bulk(places)
    waiting = []
    for place, aims in places.items():
        rhythm, talk = rhythms.get(place), talks.get(place)
        since = talk.held_on if talk else min(timezone.localdate(one.set_at) for one in aims)
        every = rhythm.every if rhythm else rules.USUAL
        due = rules.next_due(since, talk.next_on if talk else None, every)
        if rules.is_to_be_reminded(due, today, rhythm.later if rhythm else None):
            waiting.append((due, place))
    return _told(*min(waiting), places, talks) if waiting else None


def _aims(viewer: Viewer) -> dict[int, list[Aim]]:
    """The settled plans, missions and goals that this viewer leads, by unit, board or company."""
    units, boards = rules.reminded_units(viewer), rules.reminded_authorities(viewer)
    if not units and not boards:
        return {}
    own = Q(unit_id__in=units) | Q(unit=None, authority_id__in=boards)
    rows = Aim.objects.select_related("node", "unit__node", "authority__node").filter(
        reads.visible(viewer, "node__"), own, draft=False, node__ended=None
    )
    found: dict[int, list[Aim]] = defaultdict(list)
    for one in rows.order_by("set_at", "pk"):
        found[one.unit_id or one.authority_id or 0].append(one)
    return found


def _last(places: dict[int, list[Aim]]) -> dict[int, Talk]:
    """The latest dialogue about something of each place."""
    place_of = {one.pk: place for place, aims in places.items() for one in aims}
    rows = Talk.objects.select_related("node").filter(about_id__in=list(place_of))
    return {place_of[one.about_id]: one for one in rows.order_by("held_on", "pk")}


def _told(due: date, place: int, places: dict[int, list[Aim]], talks: dict[int, Talk]) -> Reminder | None:
    aims, talk = places[place], talks.get(place)
    one = next((each for each in aims if talk and each.pk == talk.about_id), aims[-1])
    holder = one.unit or one.authority
    if holder is None:
        return None
    return Reminder(
        place=reads.spot(holder.node),
        about=reads.spot(one.node),
        due=due,
        last=reads.spot(talk.node) if talk else None,
        held_on=talk.held_on if talk else None,
        learnt=talk.learnt if talk else "",
        changes=talk.changes if talk else "",
        questions=_begin(),
    )
