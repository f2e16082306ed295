"""Who assesses what: rows to the groups engine and back, and the reason for each place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ledstjarna.engines.groups import Infeasible, Jury, juries

Pair = tuple[int, int]
Sort = Literal["given", "close", "full", "same", "often", "even"]
PROPOSALS = 200_000  # prices asked for at most; a small call is settled long before


@dataclass(frozen=True, slots=True)
class Case:
    """A call to be assessed, in rows: `close` and `kept` are pairs (entry, assessor).

    `departments` has one row for each assessor, and `kept` stands whatever else is moved.
    """

    entries: tuple[int, ...]
    assessors: tuple[int, ...]
    departments: tuple[int, ...]
    seats: int
    close: Collection[Pair]
    kept: Collection[Pair] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """An assessor seen from an entry: given it or not, and why.

    `load` is how many they have in all; `with_whom` the assessor of the entry that `same` and `often` speak
    of, and `often` how many other entries the two have together.
    """

    assessor: int
    sort: Sort
    load: int
    with_whom: int | None = None
    often: int = 0


class Stuck(Exception):
    """There is no way to place assessors so; `entries` are those that lack them, if it is known."""

    def __init__(self, entries: tuple[int, ...]) -> None:
        super().__init__("stuck")
        self.entries = entries


def placed(case: Case, seed: int) -> tuple[Pair, ...]:
    """Pairs (entry, assessor), the same for the same seed; loads as even as what is kept lets them be.

    Raises:
        Stuck: too few assessors are free to assess some entry.
    """
    if not case.entries or len(case.assessors) < case.seats:
        raise Stuck(case.entries)
    jury = _jury(case, seed)
    rows = np.argwhere(jury.judges).tolist()
    return tuple((case.entries[entry], case.assessors[assessor]) for entry, assessor in rows)


def _table(case: Case, pairs: Collection[Pair]) -> np.ndarray:
    """Pairs as a table of entries by assessors."""
    row = {pk: place for place, pk in enumerate(case.entries)}
    column = {pk: place for place, pk in enumerate(case.assessors)}
    table = np.zeros((len(row), len(column)), dtype=bool)
    for entry, assessor in pairs:
        if entry in row and assessor in column:
            table[row[entry], column[assessor]] = True
    return table


def _jury(case: Case, seed: int) -> Jury:
    """The most even jury there is: wider bounds on the loads only where narrow ones cannot be kept."""
    fixed = _table(case, case.kept)
    shut = _table(case, case.close) & ~fixed
    stuck: Infeasible | None = None
    for least, most in _bounds(case, int(fixed.sum(axis=0).max())):
        try:
            return juries(
                len(case.entries), len(case.assessors), seats=case.seats, rng=np.random.default_rng(seed),
                conflicts=shut, fixed=fixed, department=np.array(case.departments), least=least, most=most,
                proposals=min(PROPOSALS, 40 * shut.size * case.seats),
            )  # fmt: skip
        except Infeasible as error:
            stuck = error
    found = (
        {rule.group for rule in stuck.conflict if rule.kind == "size" and rule.group >= 0} if stuck else ()
    )
    raise Stuck(tuple(case.entries[place] for place in sorted(found)))


def _bounds(case: Case, kept: int) -> Iterator[Pair]:
    total, many = len(case.entries) * case.seats, len(case.assessors)
    floor, even = total // many, -(-total // many)
    for more in range(4):
        most = max(even, kept) + more
        yield from ((least, most) for least in range(floor, max(-1, floor - 3), -1))
    yield 0, len(case.entries)


def explained(case: Case, given: Collection[Pair], entry: int) -> tuple[Seen, ...]:
    """Every assessor seen from an entry: those given it first, then why not each of the others."""
    table = _table(case, given)
    shared = table.T.astype(int) @ table.astype(int)
    load = table.sum(axis=0)
    here = np.flatnonzero(table[case.entries.index(entry)]).tolist()
    seen = [
        _seen(case, place, entry, here, shared, load) for place in range(len(case.assessors))
    ]  # fmt: skip
    order = ("given", "close", "full", "same", "often", "even")
    return tuple(sorted(seen, key=lambda one: order.index(one.sort)))


def _seen(case: Case, place: int, entry: int, here: list[int], shared: np.ndarray, load: np.ndarray) -> Seen:
    pk, many = case.assessors[place], int(load[place])
    if place in here:
        return Seen(pk, "given", many)
    if (entry, pk) in case.close:
        return Seen(pk, "close", many)
    if many > load.min():
        return Seen(pk, "full", many)
    for other in here:
        if case.departments[other] == case.departments[place]:
            return Seen(pk, "same", many, case.assessors[other])
    together = [(int(shared[place, other]), other) for other in here]
    often, other = max(together, default=(0, place))
    if often:
        return Seen(pk, "often", many, case.assessors[other], often)
    return Seen(pk, "even", many)
