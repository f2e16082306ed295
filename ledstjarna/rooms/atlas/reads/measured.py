"""The four pitfalls as counted for a viewer, kept until the next fact: those who see the same share it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count
from django.utils import timezone

from ledstjarna.people.models import Employment, RoleAssignment, Unit
from ledstjarna.people.viewer import Viewer, in_force
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import Cases, Cover, Lag, Past, Silence, dials, past_of
from ledstjarna.rooms.atlas.reads.cities import common
from ledstjarna.thread import reads
from ledstjarna.thread.chronicle import chronicle
from ledstjarna.thread.memory import until_next_fact
from ledstjarna.thread.models import Node
from ledstjarna.thread.reads import Spot


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What the past says of each pitfall, by its name."""

    past: Past
    cases: Mapping[str, Cases]
    covers: tuple[Cover, ...]
    silences: tuple[Silence, ...]
    first: Lag | None

    def spot(self, row: int) -> Spot:
        """The node of a row as others see it."""
        told = self.past.told
        kind = self.past.kinds[row].name
        return reads.spot(
            Node(
                pk=told.ids[row], ref=told.refs[row], kind=kind, title=told.titles[row], lang=told.langs[row]
            )
        )


def measured(viewer: Viewer, now: datetime) -> Measured:
    """What can be counted today; until the day's end it is the same however often it is asked."""
    today = timezone.localdate(now)
    return until_next_fact(("atlas.measured", common(viewer), today), lambda: _measured(viewer, today))


def _measured(viewer: Viewer, today: date) -> Measured:
    terms = _terms()
    evening = timezone.make_aware(datetime.combine(today, time.max))
    past = past_of(chronicle(viewer=viewer, acts_of=terms), evening)
    asked = {
        "all-in": dials.all_in(past),
        "leadership": dials.leadership(past, terms),
        "endurance": dials.endurance(past),
        "story": dials.story(past),
    }
    return Measured(
        past,
        asked,
        covers=dials.covers(past, asked["all-in"], _merged(past, today)),
        silences=dials.silences(past, asked["story"]),
        first=dials.to_first_deed(past, asked["endurance"]),
    )


def _terms() -> dict[int, list[tuple[date, date | None]]]:
    """Those whose own acts are counted, by the row of their node, and from when to when."""
    found: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    held = RoleAssignment.objects.filter(role__in=rules.LEADING)
    for person, begins, ends in held.values_list("person_id", "valid_from", "valid_to"):
        found[person].append((begins, ends))
    return found


def _merged(past: Past, today: date) -> dict[int, int]:
    """For a unit of fewer than five people, the row of the nearest that it is part of and that has more."""
    held = Employment.objects.filter(in_force(today))
    works = held.values_list("unit_id").annotate(Count("pk")).order_by()
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    people: dict[int, int] = defaultdict(int)
    for unit, many in works:
        for above in _line(unit, parents):
            people[above] += many
    found: dict[int, int] = {}
    for unit in parents:
        grown = next((one for one in _line(unit, parents) if not rules.is_few(people[one])), unit)
        if grown != unit and unit in past.row and grown in past.row:
            found[past.row[unit]] = past.row[grown]
    return found


def _line(unit: int, parents: Mapping[int, int | None]) -> list[int]:
    """A unit and all that it is part of, nearest first."""
    line: list[int] = []
    step: int | None = unit
    while step is not None and step not in line:
        line.append(step)
        step = parents.get(step)
    return line
