"""What must be, what must not be, what is wished for, and how much each thing weighs.

Hard: managers never with their own staff, pairs apart, pairs together, limits (dates, venues, language),
fixed places, sizes. Soft, in this order: no pair twice, no two of one unit, no two who know each other,
wishes, balance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from ledstjarna.engines.groups.people import Flags, Ints, pairs_of
from ledstjarna.engines.groups.rounds import Rounds

Kind = Literal["apart", "line", "together", "limit", "fixed", "size"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One hard rule by name: its kind, its people, and round, group and limit where it has one."""

    kind: Kind
    persons: tuple[int, ...] = ()
    round: int = -1
    group: int = -1
    name: str = ""


class Infeasible(ValueError):
    """No plan keeps all hard rules. `conflict`: rules that cannot all be kept; leave any one out and they
    can.

    `proven` is False where a search ended before it could tell: then `conflict` is what remained broken.
    """

    def __init__(self, conflict: tuple[Rule, ...], *, proven: bool = True) -> None:
        self.conflict = conflict
        self.proven = proven
        said = ", ".join(_said(rule) for rule in conflict)
        super().__init__(f"these rules cannot all be kept, so give up one of them: {said}")


def _said(rule: Rule) -> str:
    parts = [f"{rule.kind} {rule.name}".strip()]
    if rule.persons:
        parts.append("of " + "/".join(str(person) for person in rule.persons[:12]))
    if rule.group >= 0:
        parts.append(f"group {rule.group}")
    if rule.round >= 0:
        parts.append(f"round {rule.round}")
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Limit:
    """A named limit such as dates, venues or language: per round, people x groups, where each can be."""

    name: str
    can: tuple[Flags, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Person wishes to meet `other` in some round, or to be once in one of `places` (round, group)."""

    person: int
    other: int = -1
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """What one repeat, one pair of a unit, one acquainted pair, one wish and one unit of imbalance cost.

    `above`: for one pair that shares a level above the unit. `hard` is what keeps rules unbroken.
    """

    repeat: float = 3.0
    unit: float = 1.0
    above: float = 0.2
    acquainted: float = 1.0
    wish: float = 0.5
    balance: float = 0.15
    hard: float = 1000.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a camp, as `rules_from` has checked them; `fixed`: rows of person, round, group."""

    apart: Ints
    together: Ints
    limits: tuple[Limit, ...]
    fixed: Ints
    history: Ints
    wishes: tuple[Wish, ...]
    weights: Weights = field(default_factory=Weights)


def _limits(limits: Sequence[Limit], rounds: Rounds, people: int) -> tuple[Limit, ...]:
    for limit in limits:
        wanted = [(people, len(low)) for low in rounds.lower]
        if [np.shape(can) for can in limit.can] != wanted:
            raise ValueError(f"limit {limit.name}: each round needs a table of {people} people x its groups")
    return tuple(
        Limit(limit.name, tuple(np.asarray(can, dtype=bool) for can in limit.can)) for limit in limits
    )


def _fixed(given: ArrayLike | None, rounds: Rounds, people: int) -> Ints:
    fixed = (
        np.zeros((0, 3), dtype=np.int64)
        if given is None
        else np.asarray(given, dtype=np.int64).reshape(-1, 3)
    )
    for row, (person, number, group) in enumerate(fixed.tolist()):
        if not (
            0 <= person < people and 0 <= number < rounds.count and 0 <= group < len(rounds.lower[number])
        ):
            raise ValueError(f"fixed, row {row}: there is no such person, round or group; check the numbers")
    return fixed


def _wishes(given: Sequence[Wish], rounds: Rounds, people: int) -> tuple[Wish, ...]:
    for number, wish in enumerate(given):
        to_person = 0 <= wish.other < people and wish.other != wish.person
        to_place = (
            wish.other == -1 and bool(wish.places) and all(_is_place(place, rounds) for place in wish.places)
        )
        if not 0 <= wish.person < people or not (to_person or to_place):
            raise ValueError(f"wish {number}: it needs a person, and another person or places that there are")
    return tuple(given)


def _is_place(place: tuple[int, int], rounds: Rounds) -> bool:
    number, group = place
    return 0 <= number < rounds.count and 0 <= group < len(rounds.lower[number])


def _weights(weights: Weights) -> Weights:
    for name in Weights.__slots__:
        value = getattr(weights, name)
        if not 0 <= value <= 10_000:
            raise ValueError(f"weight {name} must be between 0 and 10,000, not {value}")
    return weights


def rules_from(
    rounds: Rounds,
    *,
    people: int,
    apart: ArrayLike | None = None,
    together: ArrayLike | None = None,
    limits: Sequence[Limit] = (),
    fixed: ArrayLike | None = None,
    history: ArrayLike | None = None,
    wishes: Sequence[Wish] = (),
    weights: Weights | None = None,
) -> Rules:
    """Rules for these rounds; ValueError names the row that does not fit. `history`: pairs that met at
    earlier camps.
    """
    return Rules(
        pairs_of(apart, people, "apart"),
        pairs_of(together, people, "together"),
        _limits(limits, rounds, people),
        _fixed(fixed, rounds, people),
        pairs_of(history, people, "history"),
        _wishes(wishes, rounds, people),
        _weights(weights or Weights()),
    )


def possible(rules: Rules, number: int, people: int, groups: int) -> Flags:
    """People x groups of a round: where limits and fixed places let each person be."""
    can = np.ones((people, groups), dtype=bool)
    for limit in rules.limits:
        can &= limit.can[number]
    for person, there, group in rules.fixed.tolist():
        if there == number:
            can[person] &= np.arange(groups) == group
    return can
