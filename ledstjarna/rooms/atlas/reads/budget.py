"""The signal budget: how many goals, documents, indicators and reports reach somebody, and what they cost."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ledstjarna.people.viewer import Viewer
from ledstjarna.rooms.atlas import rules
from ledstjarna.rooms.atlas.insight import Budget, Change, changed
from ledstjarna.rooms.atlas.insight.signals import LEVELS, most_by_place
from ledstjarna.rooms.atlas.models import Ceiling, Estimate
from ledstjarna.rooms.atlas.reads.cities import budget, row_of, spot_at
from ledstjarna.thread import room
from ledstjarna.thread.reads import Missing, Spot
from ledstjarna.thread.room import Level

MOST = 500


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level: what it is called, how many signals are enough, how many places have more."""

    level: str
    label: str
    most: int | None
    over: int
    places: int


@dataclass(frozen=True, slots=True)
class CostRow:
    """A kind of signal: how many there are, of whom they ask, and the estimate of what one costs."""

    kind: str
    label: str
    total: int
    minutes: int
    stated: bool
    levels: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A board or company: how many signals reach a unit of it, at the least and at the most."""

    spot: Spot
    least: int
    most: int
    over: bool


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """The budget of the whole city."""

    total: int
    levels: tuple[LevelRow, ...]
    costs: tuple[CostRow, ...]
    places: tuple[PlaceRow, ...]
    own: tuple[Spot, ...]
    may_budget: bool


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A signal that reaches a place, what it costs there, and whether it is dropped in the simulation."""

    spot: Spot
    minutes: int
    dropped: bool


@dataclass(frozen=True, slots=True)
class SignalGroup:
    """The signals of one kind."""

    kind: str
    label: str
    rows: tuple[SignalRow, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A level before and after, and whether it is above what was said to be enough."""

    label: str
    before: int
    after: int
    hours_before: float
    hours_after: float
    most: int | None
    over: bool


@dataclass(frozen=True, slots=True)
class PlacePage:
    """What reaches one place, and what would if some were dropped or one more came."""

    spot: Spot
    outcomes: tuple[Outcome, ...]
    groups: tuple[SignalGroup, ...]
    kinds: tuple[tuple[str, str], ...]
    added: str
    simulated: bool


@dataclass(frozen=True, slots=True)
class Warning:
    """What one more signal would make of a place: said before it is added."""

    kind: str
    place: str
    url: str
    over: tuple[Outcome, ...]


def minutes() -> dict[str, int]:
    """What a signal of each kind costs in minutes a year: as stated, else as first estimated."""
    stated = dict(Estimate.objects.values_list("kind", "minutes"))
    return {kind.name: stated.get(kind.name, kind.signal.minutes) for kind in room.kinds() if kind.signal}


def ceilings() -> dict[str, int]:
    """How many signals are enough at each level where that has been said."""
    return dict(Ceiling.objects.values_list("level", "most"))


def level_label(level: str) -> str:
    """What a level is called."""
    return {"unit": _("A unit"), "manager": _("A manager"), "employee": _("An employee")}[level]


def signals(*, viewer: Viewer) -> BudgetPage:
    """The budget of the whole city, as far as this viewer sees it."""
    whole, enough, costs = budget(viewer), ceilings(), minutes()
    reach = most_by_place(whole, costs)
    units = [n for n, row in enumerate(whole.places) if whole.city.kinds[row].name == "unit"]
    own = [row for row in whole.places if whole.city.fabric.ids[row] in viewer.unit_ids]
    return BudgetPage(
        total=len(whole.signals),
        levels=tuple(
            _level(level, [int(reach[level][n]) for n in units], enough.get(level)) for level in LEVELS
        ),
        costs=_costs(whole, costs),
        places=_places(whole, [int(reach["unit"][n]) for n in range(len(whole.places))], enough.get("unit")),
        own=tuple(spot_at(whole.city, row) for row in own),
        may_budget=rules.may_budget(viewer),
    )


def _level(level: Level, many: Sequence[int], most: int | None) -> LevelRow:
    over = sum(rules.is_over(one, most) for one in many)
    return LevelRow(level, level_label(level), most, over, len(many))


def _costs(whole: Budget, costs: dict[str, int]) -> tuple[CostRow, ...]:
    many: dict[str, int] = defaultdict(int)
    for row in whole.signals:
        many[whole.city.kinds[row].name] += 1
    stated = set(Estimate.objects.values_list("kind", flat=True))
    return tuple(
        CostRow(
            kind.name, str(kind.plural), many[kind.name], costs[kind.name], kind.name in stated,
            ", ".join(level_label(level).casefold() for level in kind.signal.levels),
        )
        for kind in room.kinds()
        if kind.signal
    )  # fmt: skip


def _places(whole: Budget, many: Sequence[int], most: int | None) -> tuple[PlaceRow, ...]:
    """Boards and companies by name, never by number: a wide span is a question, not a rank."""
    rows = []
    for number, row in enumerate(whole.places):
        if whole.city.kinds[row].name == "unit":
            continue
        units = [many[n] for n in _units_of(whole, row)] or [many[number]]
        rows.append(
            PlaceRow(spot_at(whole.city, row), min(units), max(units), rules.is_over(max(units), most))
        )
    return tuple(sorted(rows, key=lambda one: one.spot.title))


def _units_of(whole: Budget, board: int) -> list[int]:
    """The columns of the units that a board or company answers for."""
    column = {row: number for number, row in enumerate(whole.places)}
    found, queue = set(), [board]
    while queue:
        for low in whole.city.low(queue.pop()).tolist():
            if low in column and low not in found and whole.city.kinds[low].name == "unit":
                found.add(low)
                queue.append(low)
    return sorted(column[row] for row in found)


def signals_at(*, ref: str, viewer: Viewer, drop: str = "", add: str = "") -> PlacePage:
    """What reaches the unit, board or company of that ref; with those refs dropped and one of a kind added.

    Raises:
        Missing: it is no such place, or not for this viewer.
    """
    whole, costs, enough = budget(viewer), minutes(), ceilings()
    place = row_of(whole.city, ref)
    if place not in whole.places or (whole.city.kinds[place].name == "unit" and not viewer.signed_in):
        raise Missing(ref)
    wanted = set(drop.split())
    rows = whole.at(place)
    dropped = frozenset(row for row in rows if whole.city.fabric.refs[row] in wanted)
    added = [add] if add in costs else []
    changes = changed(whole, place, costs, dropped=dropped, added=added)
    return PlacePage(
        spot=spot_at(whole.city, place),
        outcomes=tuple(_outcome(one, enough) for one in changes),
        groups=_groups(whole, rows, costs, dropped),
        kinds=tuple((kind.name, str(kind.label)) for kind in room.kinds() if kind.signal),
        added=added[0] if added else "",
        simulated=bool(dropped or added),
    )


def _outcome(one: Change, enough: dict[str, int]) -> Outcome:
    most = enough.get(one.level)
    hours = round(one.minutes_before / 60, 1), round(one.minutes_after / 60, 1)
    return Outcome(
        level_label(one.level), one.before, one.after, *hours, most, rules.is_over(one.after, most)
    )


def _groups(
    whole: Budget, rows: Sequence[int], costs: dict[str, int], dropped: frozenset[int]
) -> tuple[SignalGroup, ...]:
    by_kind: dict[str, list[SignalRow]] = defaultdict(list)
    for row in rows[:MOST]:
        name = whole.city.kinds[row].name
        by_kind[name].append(SignalRow(spot_at(whole.city, row), costs[name], row in dropped))
    return tuple(
        SignalGroup(name, str(room.kind(name).plural), tuple(sorted(found, key=lambda one: one.spot.title)))
        for name, found in by_kind.items()
    )


def warning(*, kind: str, ref: str, viewer: Viewer) -> Warning:
    """What one more of a kind would make of a place: nothing, unless a level would have more than enough.

    Raises:
        Missing: it is no place, or not for this viewer.
    """
    page = signals_at(ref=ref, viewer=viewer, add=kind)
    over = tuple(one for one in page.outcomes if one.over and one.after > one.before)
    return Warning(page.added, page.spot.title, page.spot.ref, over)
