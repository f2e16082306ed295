"""Who judges what? Each entry gets so many assessors, nobody judges where they have an interest, loads are
even.

Method: a flow gives every entry its assessors within the loads (or shows a set in the sense of Hall for which
there are too few); then one assessor of one entry at a time is replaced, or two are exchanged, by the price
of what is lacking, at a falling temperature. Prices: a field an entry needs and no assessor of it has; two
assessors of one department on an entry; two assessors who judge together again and again; uneven loads. Cost:
one price per assessor for each replacement tried.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.groups.people import Flags, Ints, labels_of
from ledstjarna.engines.groups.rules import Infeasible, Rule

WEIGHTS = {"field": 8, "department": 3, "overlap": 1, "load": 2}
HOT = 2.0
COLD = 0.05


@dataclass(frozen=True, slots=True)
class Jury:
    """`judges`: entries x assessors, who judges what; and what is lacking, with bounds no jury can beat.

    `uncovered`: needed fields without an assessor, entry and field; `clashes`: pairs of one department on an
    entry; `overlap`: further entries that two assessors share, as `m (m - 1) / 2`; `load`: entries per
    assessor.
    """

    judges: Flags
    load: Ints
    uncovered: tuple[tuple[int, int], ...]
    clashes: int
    overlap: int
    least_uncovered: int
    least_overlap: int
    least_spread: int

    @property
    def spread(self) -> int:
        """The largest load less the smallest."""
        return int(self.load.max() - self.load.min())


@dataclass(frozen=True, slots=True)
class _Case:
    """`may`: entries x assessors; `fixed` likewise; `needs`: entries x fields; `has`: assessors x fields."""

    may: Flags
    fixed: Flags
    seats: int
    lower: Ints
    upper: Ints
    needs: Flags
    has: Flags
    department: Ints


@dataclass(slots=True)
class _State:
    """Mutable: who judges what, how many entries two assessors share, entries per assessor."""

    judges: Flags
    shared: Ints
    load: Ints


def _table(given: ArrayLike | None, shape: tuple[int, int], what: str) -> Flags:
    table = np.zeros(shape, dtype=bool) if given is None else np.asarray(given, dtype=bool)
    if table.shape != shape:
        raise ValueError(
            f"{what} must be a table of {shape[0]} x {shape[1]}, not {' x '.join(map(str, table.shape))}"
        )
    return table


def _loads(entries: int, assessors: int, seats: int, least: int, most: int | None) -> tuple[Ints, Ints]:
    even = -(-entries * seats // assessors)
    top = even if most is None else most
    if not 0 <= least <= top:
        raise ValueError(f"least must be between 0 and most ({top}), not {least}")
    return np.full(assessors, least), np.full(assessors, top)


def juries(
    entries: int,
    assessors: int,
    *,
    seats: int = 3,
    rng: np.random.Generator,
    conflicts: ArrayLike | None = None,
    fixed: ArrayLike | None = None,
    needs: ArrayLike | None = None,
    has: ArrayLike | None = None,
    department: ArrayLike | None = None,
    least: int = 0,
    most: int | None = None,
    proposals: int = 60_000,
) -> Jury:
    """`seats` assessors for each entry; `conflicts`, `fixed`: entries x assessors; `needs`: entries x fields;
    `has`: assessors x fields.

    `least`, `most`: entries per assessor (most: as even as can be if not given). Infeasible names entries
    ("size", group = entry) that lack assessors and the conflicts of interest ("limit") that bring it about,
    or the loads.
    """
    if entries < 1 or not 1 <= seats <= assessors:
        raise ValueError("there must be an entry, and at least as many assessors as each entry needs")
    if (needs is None) != (has is None):
        raise ValueError("needs and has go together: give both or none")
    fields = 0 if has is None else np.asarray(has).shape[-1]
    clash, given = (
        _table(conflicts, (entries, assessors), "conflicts"),
        _table(fixed, (entries, assessors), "fixed"),
    )
    both = np.argwhere(clash & given)
    if len(both):
        entry, assessor = both[0].tolist()
        raise Infeasible(
            (Rule("fixed", (assessor,), -1, entry), Rule("limit", (assessor,), -1, entry, "conflict"))
        )
    marks = np.zeros(assessors, dtype=np.int64) if department is None else labels_of(department)
    if len(marks) != assessors:
        raise ValueError(f"department needs one label for each of {assessors} assessors")
    case = _Case(
        ~clash, given, seats, *_loads(entries, assessors, seats, least, most),
        _table(needs, (entries, fields), "needs"), _table(has, (assessors, fields), "has"),
        np.arange(assessors) if department is None else marks,
    )  # fmt: skip
    judges = _seated(case)
    _anneal(case, judges, proposals, rng)
    return _jury(case, judges)


def _refused(case: _Case, entries: list[int]) -> Infeasible:
    """Entries that cannot be given assessors, with the conflicts of interest that stand in the way."""
    rules = [Rule("size", (), -1, entry) for entry in entries]
    shut = [Rule("limit", tuple(np.flatnonzero(~case.may[e]).tolist()), -1, e, "conflict") for e in entries]
    return Infeasible((*rules, *(rule for rule in shut if rule.persons)))


def _seated(case: _Case) -> Flags:
    """Any jury within the loads: every seat of an entry is an item; a seat's assessor must differ from the
    others'.
    """
    judges = case.fixed.copy()
    over = np.flatnonzero(judges.sum(axis=1) > case.seats)
    if over.size:
        raise Infeasible(
            (Rule("fixed", tuple(np.flatnonzero(case.fixed[over[0]]).tolist()), -1, int(over[0])),)
        )
    few = np.flatnonzero(case.may.sum(axis=1) < case.seats)
    if few.size:
        raise _refused(case, few[:1].tolist())
    return _by_flow(case, judges)


def _by_flow(case: _Case, judges: Flags) -> Flags:
    """Assessors are seated on entries by augmenting paths; an entry counts as many seats as it still needs.

    Each assessor has `upper` chances, so an assessor may come up twice for one entry only if they are
    different people; a path through (entry, assessor) pairs keeps that by construction.
    """
    load = judges.sum(axis=0)
    for entry in np.argsort(case.may.sum(axis=1), kind="stable").tolist():
        while judges[entry].sum() < case.seats:
            reached = _path(case, judges, load, entry)
            if reached:
                raise _short(case, reached)
            load = judges.sum(axis=0)
    _raise_loads(case, judges)
    return judges


def _short(case: _Case, entries: list[int]) -> Infeasible:
    reach = case.may[entries].any(axis=0)
    return Infeasible(
        (*_refused(case, entries).conflict, Rule("size", tuple(np.flatnonzero(reach).tolist()), name="load"))
    )


def _path(case: _Case, judges: Flags, load: Ints, entry: int) -> list[int]:
    """Give an entry one more assessor, others changing theirs; the entries reached where there is no way."""
    brought: dict[int, tuple[int, int]] = {}
    entries = [entry]
    for there in entries:
        options = np.flatnonzero(case.may[there] & ~judges[there])
        for assessor in options[np.argsort(load[options], kind="stable")].tolist():
            if assessor in brought:
                continue
            brought[assessor] = (there, -1)
            if load[assessor] < case.upper[assessor]:
                _trace(judges, brought, entries, assessor)
                return []
            for other in np.flatnonzero(judges[:, assessor] & ~case.fixed[:, assessor]).tolist():
                if other not in entries:
                    entries.append(other)
                    brought[-other - 1] = (assessor, 0)
    return sorted(entries)


def _trace(judges: Flags, brought: dict[int, tuple[int, int]], entries: list[int], assessor: int) -> None:
    """Follow a path back: an assessor takes an entry, whose former assessor takes the one before."""
    while True:
        entry = brought[assessor][0]
        judges[entry, assessor] = True
        if entry == entries[0]:
            return
        assessor = brought[-entry - 1][0]
        judges[entry, assessor] = False


def _raise_loads(case: _Case, judges: Flags) -> None:
    """Give assessors below their smallest load an entry of somebody who can spare one."""
    for assessor in np.flatnonzero(judges.sum(axis=0) < case.lower).tolist():
        while judges[:, assessor].sum() < case.lower[assessor]:
            load = judges.sum(axis=0)
            spare = judges & ~case.fixed & (load > case.lower)
            ways = np.argwhere(spare & (case.may[:, [assessor]] & ~judges[:, [assessor]]))
            if not len(ways):
                raise Infeasible((Rule("size", (assessor,), name="load"),), proven=False)
            entry, giver = ways[load[ways[:, 1]].argmax()].tolist()
            judges[entry, giver], judges[entry, assessor] = False, True


def _price(case: _Case, state: _State, entry: int) -> Ints:
    """What every assessor would cost in the empty seat of an entry."""
    rest, load = np.flatnonzero(state.judges[entry]), state.load
    missing = case.needs[entry] & ~case.has[rest].any(axis=0)
    price = -WEIGHTS["field"] * case.has[:, missing].sum(axis=1)
    price = price + WEIGHTS["department"] * (case.department[:, None] == case.department[rest]).sum(axis=1)
    price += WEIGHTS["overlap"] * state.shared[:, rest].sum(axis=1) + WEIGHTS["load"] * load
    price[~case.may[entry] | state.judges[entry] | (load >= case.upper)] = 1 << 20
    return np.asarray(price)


def _anneal(case: _Case, judges: Flags, proposals: int, rng: np.random.Generator) -> None:
    """Replace or exchange at a falling temperature, each as often as the other."""
    state = _State(judges, judges.T.astype(np.int64) @ judges.astype(np.int64), judges.sum(axis=0))
    tries = max(proposals // judges.shape[1], 1)
    for heat in np.geomspace(HOT, COLD, tries).tolist():
        entry, other = rng.integers(len(judges), size=2).tolist()
        _replace(case, state, entry, heat, rng)
        if entry != other:
            _exchange(case, state, entry, other, heat, rng)


def _free(case: _Case, state: _State, entry: int, rng: np.random.Generator) -> int:
    """One of the assessors of an entry who are not fixed to it, by lot; -1 for none."""
    free = np.flatnonzero(state.judges[entry] & ~case.fixed[entry])
    return int(rng.choice(free)) if free.size else -1


def _replace(case: _Case, state: _State, entry: int, heat: float, rng: np.random.Generator) -> None:
    """Draw who takes one assessor's place, the cheapest likeliest."""
    out = _free(case, state, entry, rng)
    if out < 0 or state.load[out] <= case.lower[out]:
        return
    _set(state, entry, out, -1)
    noise = rng.gumbel(size=len(state.load)) * heat
    _set(state, entry, int((_price(case, state, entry) - noise).argmin()), 1)


def _exchange(
    case: _Case, state: _State, entry: int, other: int, heat: float, rng: np.random.Generator
) -> None:
    """Let two assessors exchange entries, if that is cheap enough."""
    one, two = _free(case, state, entry, rng), _free(case, state, other, rng)
    if min(one, two) < 0 or one == two or state.judges[entry, two] or state.judges[other, one]:
        return
    if not (case.may[entry, two] and case.may[other, one]):
        return
    _set(state, entry, one, -1)
    _set(state, other, two, -1)
    stay = _joint(case, state, (entry, one), (other, two))
    go = _joint(case, state, (entry, two), (other, one))
    if go - stay >= heat * rng.exponential():
        one, two = two, one
    _set(state, entry, two, 1)
    _set(state, other, one, 1)


def _joint(case: _Case, state: _State, first: tuple[int, int], second: tuple[int, int]) -> int:
    """The price of two assignments, one after the other."""
    price = int(_price(case, state, first[0])[first[1]])
    _set(state, *first, 1)
    price += int(_price(case, state, second[0])[second[1]])
    _set(state, *first, -1)
    return price


def _set(state: _State, entry: int, assessor: int, sign: int) -> None:
    """Put an assessor on an entry (1) or take them off (-1)."""
    state.judges[entry, assessor] = False
    others = np.flatnonzero(state.judges[entry])
    state.shared[assessor, others] += sign
    state.shared[others, assessor] += sign
    state.load[assessor] += sign
    state.judges[entry, assessor] = sign > 0


def _jury(case: _Case, judges: Flags) -> Jury:
    shared = np.triu(judges.T.astype(np.int64) @ judges.astype(np.int64), 1)
    covered = (judges[:, :, None] & case.has).any(axis=1)
    same = case.department[:, None] == case.department
    total = len(judges) * case.seats
    return Jury(
        judges,
        judges.sum(axis=0),
        tuple((entry, field) for entry, field in np.argwhere(case.needs & ~covered).tolist()),
        int((shared * same).sum()),
        int((shared * (shared - 1) // 2).sum()),
        int((case.needs & ~(case.may[:, :, None] & case.has).any(axis=1)).sum()),
        _least_overlap(len(judges) * case.seats * (case.seats - 1) // 2, judges.shape[1]),
        int(total % judges.shape[1] > 0),
    )


def _least_overlap(meetings: int, assessors: int) -> int:
    """Fewest repeats when so many meetings are spread evenly over all pairs of assessors."""
    pairs = assessors * (assessors - 1) // 2
    if not pairs:
        return 0
    each, more = divmod(meetings, pairs)
    return more * (each + 1) * each // 2 + (pairs - more) * each * (each - 1) // 2
