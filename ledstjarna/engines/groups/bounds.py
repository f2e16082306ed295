"""How good can any plan be? A lower bound for each count, so that a plan carries its own proof.

- Pairs of one unit: per round and unit, people spread over groups as evenly as can be. People who must be
  together start in one group (water is then filled up around them), and where limits bind, a unit's people
  fill the groups they can reach, each next person in the lowest group by augmenting paths, which is the least
  possible for a convex cost.
- Repeats: a person with fewer possible others than seats beside them must meet somebody again.
- Acquaintances and wishes: what a rule forces or forbids by itself. Cost: people x groups for each unit with
  limits.
"""

from dataclasses import dataclass
from math import comb
from typing import Literal

import numpy as np

from ledstjarna.engines.groups.blocks import blocks_of
from ledstjarna.engines.groups.counts import Counts
from ledstjarna.engines.groups.people import Flags, Ints, People
from ledstjarna.engines.groups.rounds import Rounds
from ledstjarna.engines.groups.rules import Rule, Rules, Wish, possible

Count = Literal["repeats", "same_unit", "acquainted", "wishes_unmet", "imbalance"]


@dataclass(frozen=True, slots=True)
class Forced:
    """What a rule costs by itself in any plan."""

    rule: Rule
    amount: float


@dataclass(frozen=True, slots=True)
class Bound:
    """A count of the plan, and what no plan can go below; `forced`: the part of the bound that rules bring
    about.
    """

    count: Count
    value: float
    bound: float
    forced: tuple[Forced, ...] = ()

    @property
    def gap(self) -> float:
        """How far the plan may be from the best possible."""
        return self.value - self.bound


def filled(people: int, groups: int, blocks: list[int]) -> int:
    """Fewest pairs inside groups when people are spread over groups and blocks stay together."""
    level = np.zeros(max(groups, len(blocks)), dtype=np.int64)
    level[: len(blocks)] = blocks
    left = people - sum(blocks)
    for _ in range(left):
        level[int(level.argmin())] += 1
    return int((level * (level - 1) // 2).sum())


def _settle(can: list[list[int]]) -> int:
    """Fewest pairs inside groups when each person can be in some groups only: an augmenting path for each
    person.
    """
    inside: dict[int, list[int]] = {}
    for person, options in enumerate(can):
        brought = dict.fromkeys(options, (person, -1))
        waiting = list(options)
        for group in waiting:
            for other in inside.get(group, ()):
                for further in can[other]:
                    if further not in brought:
                        brought[further] = (other, group)
                        waiting.append(further)
        group = min(waiting, key=lambda place: len(inside.get(place, ())))
        while group >= 0:
            mover, before = brought[group]
            if before >= 0:
                inside[before].remove(mover)
            inside.setdefault(group, []).append(mover)
            group = before
    return sum(comb(len(members), 2) for members in inside.values())


def _limited(can: Flags) -> int:
    """`_settle` for people x groups."""
    return _settle([np.flatnonzero(row).tolist() for row in can])


def same_unit_bound(
    unit: Ints, there: Ints, can: Flags, blocks: list[Ints]
) -> tuple[int, list[tuple[Ints, int]]]:
    """Fewest pairs of one unit in one round, and what each block adds to them."""
    total, added = 0, []
    open_to_all = bool(can[there].all())
    for label in np.unique(unit[there]):
        staff = there[unit[there] == label]
        parts = [np.intersect1d(block, staff) for block in blocks]
        tied = [part for part in parts if len(part) > 1]
        free = filled(len(staff), can.shape[1], [])
        bound = filled(len(staff), can.shape[1], [len(part) for part in tied])
        if bound > free:
            added += _shares(tied, bound - free)
        total += max(bound, free if open_to_all else _limited(can[staff]))
    return total, added


def _shares(tied: list[Ints], amount: int) -> list[tuple[Ints, int]]:
    """What blocks of one unit force, shared by their pairs; the last takes the remainder."""
    pairs = [comb(len(block), 2) for block in tied]
    shares = [amount * count // sum(pairs) for count in pairs]
    shares[-1] += amount - sum(shares)
    return [(block, share) for block, share in zip(tied, shares, strict=True) if share]


def repeat_bound(people: People, rounds: Rounds, rules: Rules) -> int:
    """Meetings that cannot be with somebody new."""
    count = people.count
    seats, tied = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for number, lower in enumerate(rounds.lower):
        there = rounds.there(number, count)
        seats[there] += max(int(lower.min()), 1) - 1
        for block in blocks_of(rules.together[np.isin(rules.together, there).all(axis=1)], count):
            tied[block] += len(block) - 1
    barred = np.eye(count, dtype=bool)
    for pairs in (rules.apart, people.line, rules.history, rules.together):
        barred[pairs[:, 0], pairs[:, 1]] = True
    new = count - (barred | barred.T).sum(axis=1)
    return int(np.ceil(np.maximum(seats - tied - new, 0).sum() / 2))


def _same_unit(people: People, rounds: Rounds, rules: Rules) -> tuple[int, list[Forced]]:
    total: int = 0
    amounts: dict[tuple[int, ...], int] = {}
    for number, lower in enumerate(rounds.lower):
        there = rounds.there(number, people.count)
        can = possible(rules, number, people.count, len(lower))
        blocks = blocks_of(rules.together[np.isin(rules.together, there).all(axis=1)], people.count)
        bound, added = same_unit_bound(people.unit, there, can, blocks)
        total += bound
        for block, amount in added:
            key = tuple(block.tolist())
            amounts[key] = amounts.get(key, 0) + amount
    return total, [Forced(Rule("together", persons), amount) for persons, amount in amounts.items()]


def _acquainted(people: People, rounds: Rounds, rules: Rules) -> list[Forced]:
    """Acquainted pairs that must be together, in each round where both are."""
    block_of = np.full(people.count, -1)
    for number, block in enumerate(blocks_of(rules.together, people.count)):
        block_of[block] = number
    forced = []
    for (one, two), strength in zip(people.acquainted.tolist(), people.strength.tolist(), strict=True):
        if block_of[one] >= 0 and block_of[one] == block_of[two] and strength:
            times = (
                sum(bool(flags[one] and flags[two]) for flags in rounds.present)
                if rounds.present
                else rounds.count
            )
            forced.append(Forced(Rule("together", (min(one, two), max(one, two))), strength * times))
    return forced


def forbidding(people: People, rounds: Rounds, rules: Rules, wish: Wish) -> Rule | None:
    """The rule that forbids a wish in every round, if there is one."""
    if wish.other < 0:
        return _shut_out(rounds, rules, wish)
    pair = {wish.person, wish.other}
    for kind, pairs in (("line", people.line), ("apart", rules.apart)):
        if any(set(row) == pair for row in pairs.tolist()):
            named = (min(pair), max(pair))
            return Rule("line", named) if kind == "line" else Rule("apart", named)
    both = (wish.person, wish.other)
    for number, lower in enumerate(rounds.lower):
        can = possible(rules, number, people.count, len(lower))
        there = not rounds.present or bool(rounds.present[number][list(both)].all())
        if there and (can[wish.person] & can[wish.other]).any():
            return None
    return Rule("limit", both, name="/".join(limit.name for limit in rules.limits))


def _shut_out(rounds: Rounds, rules: Rules, wish: Wish) -> Rule | None:
    for number, group in wish.places:
        there = not rounds.present or rounds.present[number][wish.person]
        if there and all(limit.can[number][wish.person, group] for limit in rules.limits):
            return None
    return Rule("limit", (wish.person,), name="/".join(limit.name for limit in rules.limits))


def certificate(people: People, rounds: Rounds, rules: Rules, counts: Counts) -> tuple[Bound, ...]:
    """A bound for each count of a plan."""
    units, tied = _same_unit(people, rounds, rules)
    known = _acquainted(people, rounds, rules)
    barred = [forbidding(people, rounds, rules, wish) for wish in rules.wishes]
    never = tuple(Forced(rule, 1) for rule in barred if rule)
    return (
        Bound("repeats", counts.repeats, repeat_bound(people, rounds, rules)),
        Bound("same_unit", counts.same_unit, units, tuple(tied)),
        Bound("acquainted", counts.acquainted, sum(item.amount for item in known), tuple(known)),
        Bound("wishes_unmet", counts.wishes_unmet, len(never), never),
        Bound("imbalance", counts.imbalance, 0.0),
    )
