"""What reaches whom: goals, documents, indicators and reports as signals, and what they cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.rooms.atlas.insight.city import City, Flags, Ints
from ledstjarna.thread.room import Level

LEVELS: tuple[Level, ...] = ("unit", "manager", "employee")


@dataclass(frozen=True, slots=True, eq=False)
class Budget:
    """Which signals reach which place.

    `signals`: rows of nodes that ask something; `places`: rows of units, boards and companies; `reaches`: a
    signal by a place, whether it gets there.
    """

    city: City
    signals: tuple[int, ...]
    places: tuple[int, ...]
    reaches: NDArray[np.bool_]

    def at(self, place: int) -> tuple[int, ...]:
        """The rows of the signals that reach the place of that row."""
        column = self.reaches[:, self.places.index(place)]
        return tuple(one for one, there in zip(self.signals, column.tolist(), strict=True) if there)


@dataclass(frozen=True, slots=True)
class Change:
    """How many signals reach a place at a level, and their minutes a year, before and after."""

    level: Level
    before: int
    after: int
    minutes_before: int
    minutes_after: int


def budget_of(city: City) -> Budget:
    """What reaches whom, by the ties that give a thing to a place and to all that is part of it.

    A signal that is given to nobody itself reaches those that the thing it hangs on is given to.
    """
    order = [row for row, kind in enumerate(city.kinds) if kind.signal]
    places = [row for row, kind in enumerate(city.kinds) if kind.name in {"unit", "board", "company"}]
    column = {row: number for number, row in enumerate(places)}
    within = _within(city, column)
    everyone = np.ones(len(places), dtype=np.bool_)
    reaches = np.zeros((len(order), len(places)), dtype=np.bool_)
    for number, row in enumerate(order):
        for target in _given(city, row):
            reaches[number] |= (
                everyone if city.kinds[target].name == "organisation" else within.get(target, ~everyone)
            )
    return Budget(city, tuple(order), tuple(places), reaches)


def _given(city: City, row: int) -> list[int]:
    """The rows that a thing is given to; else those that what it hangs on is given to."""
    own = _targets(city, row)
    return own or [target for high in city.high(row).tolist() for target in _targets(city, high)]


def _targets(city: City, row: int) -> list[int]:
    return [other for tie, other, source in city.beside.get(row, []) if tie.reaches and source]


def _within(city: City, column: Mapping[int, int]) -> dict[int, Flags]:
    """For each place, which places are part of it, itself among them."""
    found: dict[int, Flags] = {}

    def inside(row: int, trail: frozenset[int]) -> Flags:
        if row not in found:
            here = np.zeros(len(column), dtype=np.bool_)
            here[column[row]] = True
            for low in city.low(row).tolist():
                if low in column and low not in trail:
                    here |= inside(low, trail | {low})
            found[row] = here
        return found[row]

    for row in column:
        inside(row, frozenset({row}))
    return found


def counted(budget: Budget, level: Level, rows: Sequence[int], minutes: Mapping[str, int]) -> tuple[int, int]:
    """How many of these signals ask something of a level, and the minutes a year they cost it."""
    kinds = [budget.city.kinds[row] for row in rows]
    asking = [kind for kind in kinds if kind.signal and level in kind.signal.levels]
    return len(asking), sum(minutes[kind.name] for kind in asking)


def changed(
    budget: Budget, place: int, minutes: Mapping[str, int], *, dropped: frozenset[int], added: Sequence[str]
) -> tuple[Change, ...]:
    """A place's signals level by level: as they are, and without those dropped and with those added."""
    rows = budget.at(place)
    kept = [row for row in rows if row not in dropped]
    kinds = {kind.name: kind for kind in budget.city.kinds if kind.signal}
    changes = []
    for level in LEVELS:
        before, cost_before = counted(budget, level, rows, minutes)
        after, cost_after = counted(budget, level, kept, minutes)
        more = [kinds[name] for name in added if name in kinds and level in _levels(kinds[name].signal)]
        changes.append(
            Change(
                level,
                before,
                after + len(more),
                cost_before,
                cost_after + sum(minutes[one.name] for one in more),
            )
        )
    return tuple(changes)


def _levels(signal: object) -> tuple[Level, ...]:
    return getattr(signal, "levels", ())


def most_by_place(budget: Budget, minutes: Mapping[str, int]) -> dict[Level, Ints]:
    """For each level, how many signals reach each place."""
    found: dict[Level, Ints] = {}
    for level in LEVELS:
        asks = [level in _levels(budget.city.kinds[row].signal) for row in budget.signals]
        found[level] = np.asarray(budget.reaches[np.array(asks, dtype=np.bool_)].sum(axis=0), dtype=np.int32)
    return found
