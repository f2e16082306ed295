"""Why is this person here, what would another place cost, and why was a wish not granted?

Everything is counted by the definitions on the groups that would change, so a cost is exact. Cost: one table
of all people for the alternatives, two groups for one exchange.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.balance import UNIT, steps
from ledstjarna.engines.groups.bounds import forbidding
from ledstjarna.engines.groups.camp import Plan
from ledstjarna.engines.groups.changes import Change, check_seated, swapped
from ledstjarna.engines.groups.counts import is_met
from ledstjarna.engines.groups.people import Floats, Ints
from ledstjarna.engines.groups.rules import Rule, Wish, possible

CANDIDATES = 12
"""Exchanges priced exactly, after a rough ranking of all."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another group for a person, by exchange with `partner`, and what that would change."""

    group: int
    partner: int
    change: Change


@dataclass(frozen=True, slots=True)
class Placement:
    """Why a person sits where they sit: what they meet there, and the best exchanges, cheapest first.

    `new`: companions met in no other round and at no earlier camp; `units`: different units at the table;
    `granted`: wishes this place grants.
    """

    person: int
    round: int
    group: int
    companions: tuple[int, ...]
    new: int
    units: int
    same_unit: int
    acquainted: float
    granted: tuple[int, ...]
    possible_groups: int
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish that is not granted: the rule that forbids it, or the cheapest exchange that would grant it."""

    wish: int
    rule: Rule | None
    round: int
    partner: int
    moved: int
    change: Change | None


def _rough(plan: Plan, number: int, person: int) -> Ints:
    """Everyone in other groups, those first with whom an exchange would seem to cost least."""
    seats, people = plan.group[number], plan.people
    can = possible(plan.rules, number, people.count, len(plan.rounds.lower[number]))
    weights, everyone = plan.rules.weights, np.arange(people.count)
    burden = np.zeros(people.count)
    met = _meetings_with(plan, number, person)
    burden += weights.repeat * met + weights.unit * (people.unit == people.unit[person])
    burden += weights.acquainted * _known_to(plan, person)
    for pairs in (plan.rules.apart, people.line):
        burden[_others(pairs, person)] += weights.hard
    burden[person] = 0
    per_group = np.bincount(seats[seats >= 0], burden[seats >= 0], minlength=len(plan.rounds.lower[number]))
    rank = np.where(seats >= 0, per_group[seats] - burden, np.inf)
    rank += weights.hard * ~can[person][seats] + weights.hard * ~can[everyone, seats[person]]
    rank[np.isin(everyone, plan.rules.together)] += weights.hard
    rank[seats == seats[person]] = np.inf
    order = np.argsort(rank, kind="stable")
    return order[np.isfinite(rank[order])]


def _meetings_with(plan: Plan, number: int, person: int) -> Ints:
    others = np.delete(plan.group, number, axis=0)
    met = ((others == others[:, [person]]) & (others >= 0)).sum(axis=0)
    met[_others(plan.rules.history, person)] += 1
    return np.asarray(met)


def _others(pairs: Ints, person: int) -> Ints:
    return np.unique(np.concatenate([pairs[pairs[:, 0] == person, 1], pairs[pairs[:, 1] == person, 0]]))


def _known_to(plan: Plan, person: int) -> Floats:
    known = np.zeros(plan.people.count)
    for mine, theirs in ((0, 1), (1, 0)):
        rows = plan.people.acquainted[:, mine] == person
        known[plan.people.acquainted[rows, theirs]] = plan.people.strength[rows]
    return known


def explain(plan: Plan, person: int, number: int, *, best: int = 3) -> Placement:
    """Why a person is in their group in a round, and the `best` exchanges that break no rule.

    The exchanges are the cheapest of the `CANDIDATES` that a rough ranking puts first.
    """
    check_seated(plan, number, person)
    seats = plan.group[number]
    home = int(seats[person])
    companions = np.flatnonzero((seats == home) & (np.arange(len(seats)) != person))
    met = _meetings_with(plan, number, person)[companions]
    with_units = plan.people.unit[np.append(companions, person)]
    can = possible(plan.rules, number, plan.people.count, len(plan.rounds.lower[number]))
    return Placement(
        person,
        number,
        home,
        tuple(companions.tolist()),
        int((met == 0).sum()),
        len(np.unique(with_units)),
        int((with_units[:-1] == plan.people.unit[person]).sum()),
        float(_known_to(plan, person)[companions].sum()),
        _granted(plan, person, number),
        int(can[person].sum()),
        _alternatives(plan, person, number, best),
    )


def _granted(plan: Plan, person: int, number: int) -> tuple[int, ...]:
    """Wishes of this person that this round grants."""
    here = np.full_like(plan.group, -1)
    here[number] = plan.group[number]
    return tuple(
        k for k, wish in enumerate(plan.rules.wishes) if wish.person == person and is_met(wish, here)
    )


def _alternatives(plan: Plan, person: int, number: int, best: int) -> tuple[Alternative, ...]:
    found, traits = [], steps(plan.people.traits) / UNIT
    for partner in _rough(plan, number, person)[:CANDIDATES].tolist():
        change = swapped(plan, number, person, partner, traits)
        if not change.breaks:
            found.append(Alternative(int(plan.group[number, partner]), partner, change))
    return tuple(sorted(found, key=lambda item: item.change.cost)[:best])


def unmet(plan: Plan, wish: int) -> Unmet:
    """Why a wish was not granted; ValueError for one that was."""
    if not 0 <= wish < len(plan.wishes) or plan.wishes[wish]:
        raise ValueError(f"wish {wish} is not an unmet wish of this plan")
    wanted = plan.rules.wishes[wish]
    rule = forbidding(plan.people, plan.rounds, plan.rules, wanted)
    if rule:
        return Unmet(wish, rule, -1, -1, -1, None)
    traits = steps(plan.people.traits) / UNIT
    ways = [
        (change.cost, number, mover, partner, change)
        for number, mover, group in _ways(plan, wanted)
        for partner in np.flatnonzero(plan.group[number] == group).tolist()
        if partner != wanted.other and partner != wanted.person
        if not (change := swapped(plan, number, mover, partner, traits)).breaks
    ]
    if not ways:
        return Unmet(wish, None, -1, -1, -1, None)
    _, number, mover, partner, change = min(ways, key=lambda way: way[:4])
    return Unmet(wish, None, number, partner, mover, change)


def _ways(plan: Plan, wish: Wish) -> list[tuple[int, int, int]]:
    """Round, who would move, and to which group, for each way to grant a wish by one exchange."""
    if wish.other < 0:
        return [
            (number, wish.person, group)
            for number, group in wish.places
            if plan.group[number, wish.person] >= 0
        ]
    found = []
    for number, seats in enumerate(plan.group):
        mine, theirs = int(seats[wish.person]), int(seats[wish.other])
        if min(mine, theirs) >= 0:
            found += [(number, wish.person, theirs), (number, wish.other, mine)]
    return found
