"""Small camps that can be counted by hand, and the made-up camp of 450."""

from itertools import combinations
from typing import Any

import numpy as np

from bench.camps import camp as made
from ledstjarna.engines.groups import (
    Limit,
    People,
    Plan,
    Rounds,
    Rule,
    Rules,
    camp,
    even_rounds,
    people_from,
    plan_of,
    rules_from,
)


def dice(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def small(seed: int = 1, **given: Any) -> tuple[People, Rounds, Rules]:
    """24 people of 6 units, two traits, 3 rounds of 4 groups of 6."""
    rng = dice(seed)
    people = people_from(
        np.repeat(np.arange(6), 4),
        above=(np.repeat(np.arange(2), 12),),
        manager=np.where(np.arange(24) % 4, np.arange(24) // 4 * 4, -1),
        traits=rng.standard_normal((24, 2)),
        acquainted=[(0, 4), (1, 9), (2, 14)],
    )
    rounds = given.pop("rounds", None) or even_rounds(24, size=6, rounds=3)
    return people, rounds, rules_from(rounds, people=24, **given)


def planned(seed: int = 1, **given: Any) -> Plan:
    people, rounds, rules = small(seed, **given)
    return camp(people, rounds, rules, rng=dice(seed), proposals=400_000)


def by_hand(group: list[list[int]], **given: Any) -> Plan:
    """Four people a b | c d in two units, seated as told, two groups in each round."""
    people = people_from(
        given.pop("unit", [0, 0, 1, 1]),
        traits=given.pop("traits", None),
        acquainted=given.pop("acquainted", None),
    )
    rounds = even_rounds(4, size=2, rounds=len(group))
    return plan_of(people, rounds, rules_from(rounds, people=4, **given), np.array(group))


def leaders(seed: int, *, hard: bool = False, rounds: int = 6) -> tuple[People, Rounds, Rules]:
    """The made-up camp of 450."""
    city = made(seed, hard=hard, rounds=rounds)
    people = people_from(city.unit, manager=city.manager, traits=city.traits, acquainted=city.acquainted)
    turns = even_rounds(people.count, size=9, rounds=rounds)
    limits = [Limit("dates", city.can)] if hard else []
    rules = rules_from(turns, people=people.count, apart=city.apart, together=city.together, limits=limits)
    return people, turns, rules


def no_place_but(person: int, groups: list[int], *, people: int, of: int, rounds: int = 3) -> Limit:
    """A limit that keeps one person out of all groups but some, in every round."""
    can = np.ones((people, of), dtype=bool)
    can[person] = np.isin(np.arange(of), groups)
    return Limit("date", (can,) * rounds)


def can_seat(
    can: np.ndarray, lower: list[int], upper: list[int], apart: list[tuple[int, int]] | None = None
) -> bool:
    """Whether everyone can be seated, by trying everything."""

    def place(person: int, seats: list[int]) -> bool:
        if person == len(can):
            sizes = np.bincount(seats, minlength=len(lower)) if seats else np.zeros(len(lower), dtype=int)
            return bool((sizes >= lower).all() and (sizes <= upper).all())
        for group in np.flatnonzero(can[person]).tolist():
            rivals = [two if one == person else one for one, two in apart or () if person in (one, two)]
            if any(rival < person and seats[rival] == group for rival in rivals):
                continue
            if place(person + 1, [*seats, group]):
                return True
        return False

    return place(0, [])


def kept_out(conflict: tuple[Rule, ...]) -> set[int]:
    return {person for rule in conflict for person in rule.persons}


def pairs_in(group: list[int]) -> list[tuple[int, int]]:
    return list(combinations(group, 2))
