"""What does it change to exchange two people?

Method: count by the definitions on the groups that change, before and after; so it is exact.
Cost: the people of two groups, pair by pair.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.balance import UNIT, steps
from ledstjarna.engines.groups.camp import Plan
from ledstjarna.engines.groups.counts import is_met
from ledstjarna.engines.groups.people import Floats, Ints
from ledstjarna.engines.groups.rules import Rule


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of groups adds (negative: saves). `cost`: all of it, weighted, without rules.

    `breaks` and `mends`: pairs and limits newly broken and no longer broken.
    """

    cost: float
    repeats: int
    same_unit: int
    acquainted: float
    imbalance: float
    wishes_lost: tuple[int, ...]
    wishes_won: tuple[int, ...]
    breaks: tuple[Rule, ...]
    mends: tuple[Rule, ...]


def _met_before(plan: Plan, number: int, persons: Ints) -> Ints:
    """Meetings in the other rounds and at earlier camps between each two of some people."""
    met = np.zeros((len(persons), len(persons)), dtype=np.int64)
    for other, group in enumerate(plan.group):
        if other != number:
            there = group[persons]
            met += (there[:, None] == there) & (there >= 0)
    place = {person: row for row, person in enumerate(persons.tolist())}
    past = {(min(pair), max(pair)) for pair in plan.rules.history.tolist()}
    for one, two in past:
        if one in place and two in place:
            met[place[one], place[two]] += 1
            met[place[two], place[one]] += 1
    for one, two in plan.rules.together.tolist():
        if one in place and two in place:
            met[place[one], place[two]] = met[place[two], place[one]] = 0
    return met


@dataclass(frozen=True, slots=True)
class _Tally:
    repeats: int
    same_unit: int
    above: tuple[int, ...]
    acquainted: float
    imbalance: float
    broken: frozenset[Rule]


def _same(labels: Ints, group: Ints) -> int:
    size = np.bincount(labels[group])
    return int((size * (size - 1) // 2).sum())


def _tally(
    plan: Plan, number: int, groups: dict[int, Ints], persons: Ints, met: Ints, traits: Floats
) -> _Tally:
    """Counts of a few groups, each given by its people; `met`: earlier meetings among `persons`."""
    row = np.full(plan.people.count, -1)
    row[persons] = np.arange(len(persons))
    inside = np.zeros_like(met)
    for group in groups.values():
        inside[np.ix_(row[group], row[group])] = 1
    np.fill_diagonal(inside, 0)
    one, two = row[plan.people.acquainted].T
    shared = (one >= 0) & (two >= 0) & (inside[one, two] > 0)
    return _Tally(
        int((inside * met).sum()) // 2,
        sum(_same(plan.people.unit, group) for group in groups.values()),
        tuple(sum(_same(level, group) for group in groups.values()) for level in plan.people.above),
        float((shared * plan.people.strength).sum()),
        sum(float((traits[group].sum(axis=0) ** 2).sum()) / max(len(group), 1) for group in groups.values()),
        _broken(plan, number, groups, row, inside),
    )


def _broken(plan: Plan, number: int, groups: dict[int, Ints], row: Ints, inside: Ints) -> frozenset[Rule]:
    found: set[Rule] = set()
    for kind, pairs in (
        ("apart", plan.rules.apart),
        ("line", plan.people.line),
        ("together", plan.rules.together),
    ):
        one, two = row[pairs[:, 0]], row[pairs[:, 1]]
        seated = plan.group[number][pairs].min(axis=1) >= 0
        wrong = seated & (one >= 0) & (two >= 0) & ((inside[one, two] > 0) == (kind != "together"))
        wrong |= seated & (kind == "together") & ((one >= 0) != (two >= 0))
        for low, high in np.sort(pairs[wrong], axis=1).tolist():
            found.add(_rule(kind, low, high, number))
    for group, members in groups.items():
        for limit in plan.rules.limits:
            shut = members[~limit.can[number][members, group]]
            found |= {Rule("limit", (int(person),), number, name=limit.name) for person in shut}
        for person, there, fixed in plan.rules.fixed.tolist():
            if there == number and fixed != group and person in members:
                found.add(Rule("fixed", (person,), number, fixed))
    return frozenset(found)


def _rule(kind: str, low: int, high: int, number: int) -> Rule:
    if kind == "line":
        return Rule("line", (low, high), number)
    return Rule("apart", (low, high), number) if kind == "apart" else Rule("together", (low, high), number)


def _cost(plan: Plan, before: _Tally, after: _Tally, lost: int, won: int) -> float:
    weights = plan.rules.weights
    above = sum(after.above) - sum(before.above)
    return (
        weights.repeat * (after.repeats - before.repeats)
        + weights.unit * (after.same_unit - before.same_unit)
        + weights.above * above
        + weights.acquainted * (after.acquainted - before.acquainted)
        + weights.balance * (after.imbalance - before.imbalance)
        + weights.wish * (lost - won)
    )


def _changed(plan: Plan, number: int, after: Ints, traits: Floats) -> Change:
    """What it changes to seat a round differently; `traits` in standard deviations."""
    before = plan.group[number]
    moved = np.flatnonzero(before != after)
    if not moved.size:
        return Change(0.0, 0, 0, 0.0, 0.0, (), (), (), ())
    touched = sorted({int(group) for group in (*before[moved], *after[moved]) if group >= 0})
    persons = np.flatnonzero(np.isin(before, touched) | np.isin(after, touched))
    met = _met_before(plan, number, persons)
    old, new = (
        _tally(
            plan, number, {group: np.flatnonzero(seats == group) for group in touched}, persons, met, traits
        )
        for seats in (before, after)
    )
    rounds = plan.group.copy()
    rounds[number] = after
    then = [is_met(wish, rounds) for wish in plan.rules.wishes]
    lost = tuple(k for k, granted in enumerate(plan.wishes) if granted and not then[k])
    won = tuple(k for k, granted in enumerate(plan.wishes) if then[k] and not granted)
    return Change(
        _cost(plan, old, new, len(lost), len(won)),
        new.repeats - old.repeats,
        new.same_unit - old.same_unit,
        new.acquainted - old.acquainted,
        new.imbalance - old.imbalance,
        lost,
        won,
        tuple(sorted(new.broken - old.broken, key=str)),
        tuple(sorted(old.broken - new.broken, key=str)),
    )


def swap_cost(plan: Plan, number: int, one: int, two: int) -> Change:
    """What exchanging two people in one round changes; ValueError if one of them is not there."""
    check_seated(plan, number, one)
    check_seated(plan, number, two)
    return swapped(plan, number, one, two, steps(plan.people.traits) / UNIT)


def swapped(plan: Plan, number: int, one: int, two: int, traits: Floats) -> Change:
    """`swap_cost` of people who are there, with traits already in standard deviations."""
    after = plan.group[number].copy()
    after[one], after[two] = after[two], after[one]
    return _changed(plan, number, after, traits)


def check_seated(plan: Plan, number: int, person: int) -> None:
    """ValueError unless the person has a group in that round."""
    if not 0 <= number < len(plan.group):
        raise ValueError(f"round {number}: the plan has rounds 0 to {len(plan.group) - 1}")
    if not 0 <= person < plan.people.count or plan.group[number, person] < 0:
        raise ValueError(f"person {person} is not seated in round {number}; choose somebody who is")
