"""What can be counted in a plan: repeats, pairs of one unit, acquaintances, broken rules, imbalance.

A repeat is a further meeting of two people: `m (m - 1) / 2` for a pair that meets m times, earlier camps
included. Pairs that must be together are not counted as repeats.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.balance import imbalance, steps
from ledstjarna.engines.groups.people import Flags, Ints, People
from ledstjarna.engines.groups.rules import Rule, Rules, Wish, possible


@dataclass(frozen=True, slots=True)
class Counts:
    """`above`: pairs per level above the unit; `acquainted`: sum of strengths; `imbalance`: see `balance`.

    `likeness`: spread of group means of traits, 1 in random groups, 0 in groups that are all alike; `others`:
    how many different people each person meets, mean; `unit_pairs`: pairs of units that meet, of
    `possible_unit_pairs`.
    """

    repeats: int
    same_unit: int
    above: tuple[int, ...]
    acquainted: float
    wishes_unmet: int
    imbalance: float
    likeness: float
    others: float
    unit_pairs: int
    possible_unit_pairs: int


def together_in(group: Ints) -> Flags:
    """People x people: who shares a group in one round, nobody with themselves."""
    shared = (group[:, None] == group) & (group >= 0)
    np.fill_diagonal(shared, False)
    return np.asarray(shared)


def meetings(group: Ints, rules: Rules) -> Ints:
    """How often each two people meet over rounds and earlier camps; pairs that must be together count as
    never.
    """
    people = group.shape[1]
    met = np.zeros((people, people), dtype=np.int64)
    for one in group:
        met += together_in(one)
    history = np.zeros_like(met)
    history[rules.history[:, 0], rules.history[:, 1]] = 1
    met += history | history.T
    for one, two in (rules.together.T, rules.together.T[::-1]):
        met[one, two] = 0
    return met


def is_met(wish: Wish, group: Ints) -> bool:
    """Whether some round grants a wish."""
    if wish.other >= 0:
        mine, theirs = group[:, wish.person], group[:, wish.other]
        return bool(((mine == theirs) & (mine >= 0)).any())
    return any(group[number, wish.person] == place for number, place in wish.places)


def pairs_sharing(labels: Ints, group: Ints) -> int:
    """Pairs with one label and one group, over all rounds."""
    total = 0
    for one in group:
        seated = one >= 0
        size = np.bincount(one[seated] * (labels.max() + 1) + labels[seated])
        total += int((size * (size - 1) // 2).sum())
    return total


def _acquainted(people: People, group: Ints) -> float:
    one, two = people.acquainted.T
    shared = (group[:, one] == group[:, two]) & (group[:, one] >= 0)
    return float((shared * people.strength).sum())


def _likeness(people: People, found: float, groups: int) -> float:
    """The root of imbalance against its mean in random groups of the same number."""
    traits = int(steps(people.traits).any(axis=0).sum())
    return float(np.sqrt(found / (groups * traits))) if groups * traits else 0.0


def _unit_pairs(people: People, met: Ints) -> tuple[int, int]:
    units = int(people.unit.max()) + 1
    one, two = np.nonzero(met)
    seen = np.zeros((units, units), dtype=bool)
    seen[people.unit[one], people.unit[two]] = True
    return int(np.triu(seen, 1).sum()), units * (units - 1) // 2


def members(group: Ints) -> list[Ints]:
    """The people of every group of every round."""
    return [np.flatnonzero(one == number) for one in group for number in range(int(one.max()) + 1)]


def count(people: People, rules: Rules, group: Ints) -> Counts:
    """Count everything in a plan given as rounds x people (group of each person, -1: not there)."""
    met = meetings(group, rules)
    found = imbalance(steps(people.traits), members(group))
    return Counts(
        int((met * (met - 1) // 2).sum()) // 2,
        pairs_sharing(people.unit, group),
        tuple(pairs_sharing(level, group) for level in people.above),
        _acquainted(people, group),
        sum(not is_met(wish, group) for wish in rules.wishes),
        found,
        _likeness(people, found, len(members(group))),
        float((met > 0).sum(axis=1).mean()),
        *_unit_pairs(people, met),
    )


def broken(
    people: People, rules: Rules, group: Ints, lower: tuple[Ints, ...], upper: tuple[Ints, ...]
) -> list[Rule]:
    """Every hard rule that a plan breaks, round by round."""
    found: list[Rule] = []
    for number, one in enumerate(group):
        there = one >= 0
        size = np.bincount(one[there], minlength=len(lower[number]))
        wrong = np.flatnonzero((size < lower[number]) | (size > upper[number]))
        found += [Rule("size", (), number, int(place)) for place in wrong]
        can = possible(rules, number, people.count, len(lower[number]))
        seated = np.flatnonzero(there)
        found += [Rule("limit", (int(p),), number) for p in seated[~can[seated, one[seated]]]]
        for kind, pairs in (("apart", rules.apart), ("line", people.line), ("together", rules.together)):
            both = there[pairs].all(axis=1)
            same = (one[pairs[:, 0]] == one[pairs[:, 1]]) == (kind != "together")
            found += [_rule(kind, pair, number) for pair in pairs[both & same].tolist()]
    return found


def _rule(kind: str, pair: list[int], number: int) -> Rule:
    named = (min(pair), max(pair))
    if kind == "apart":
        return Rule("apart", named, number)
    return Rule("line", named, number) if kind == "line" else Rule("together", named, number)
