"""What a plan costs, in whole numbers: the same plan costs the same on any machine.

Two people in one group cost what their pair costs (repeat, unit, acquaintance, forbidden); a person in a
group may cost something (no date, a wish granted); a group costs its imbalance. One unit of weight is `ONE`.
"""

from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.balance import UNIT, gram, steps
from ledstjarna.engines.groups.people import Ints, People
from ledstjarna.engines.groups.rounds import Rounds
from ledstjarna.engines.groups.rules import Rules, Weights

ONE = 1 << 36
NOTHING: Ints = np.zeros((0, 0), dtype=np.int64)
NONE: Ints = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Costs:
    """`pair`: people+1 x people+1, the last for an empty seat; `gram`, `by_size`: imbalance, empty where
    folded in.

    `by_size[s]` is what one unit of squared trait steps costs in a group of s.
    """

    pair: Ints
    gram: Ints
    by_size: Ints


def whole(weight: float) -> int:
    """A weight as a whole number."""
    return round(weight * ONE)


def put(matrix: Ints, pairs: Ints, value: Ints | int) -> None:
    """Set a value for pairs, both ways."""
    matrix[pairs[:, 0], pairs[:, 1]] = value
    matrix[pairs[:, 1], pairs[:, 0]] = value


def soft_pairs(people: People, weights: Weights) -> Ints:
    """Cost of unit, levels above and acquaintance for each pair, whatever the round."""
    cost = whole(weights.unit) * (people.unit[:, None] == people.unit)
    for level in people.above:
        cost += whole(weights.above) * (level[:, None] == level)
    known = np.zeros_like(cost)
    put(known, people.acquainted, np.rint(people.strength * whole(weights.acquainted)).astype(np.int64))
    cost += known
    return np.asarray(cost)


def pair_costs(people: People, rules: Rules) -> Ints:
    """Cost of each pair in one round, repeats with earlier camps included; an empty seat costs nothing."""
    hard = whole(rules.weights.hard)
    cost = soft_pairs(people, rules.weights)
    met = np.zeros_like(cost)
    put(met, rules.history, 1)
    cost += whole(rules.weights.repeat) * met
    for never in (people.line, rules.apart):
        put(cost, never, hard)
    put(cost, rules.together, -hard)
    np.fill_diagonal(cost, 0)
    seats = np.zeros((people.count + 1, people.count + 1), dtype=np.int64)
    seats[:-1, :-1] = cost
    return seats


def by_size(largest: int, weight: float) -> Ints:
    """Cost of one squared trait step by group size, 0..largest."""
    sizes = np.maximum(np.arange(largest + 1), 1)
    return np.rint(weight * ONE / UNIT**2 / sizes).astype(np.int64)


def costs_of(people: People, rounds: Rounds, rules: Rules) -> Costs:
    """The costs of one camp. Where all groups have one size, imbalance is a matter of pairs too."""
    pair = pair_costs(people, rules)
    table = by_size(max(int(high.max()) for high in rounds.upper), rules.weights.balance)
    if not people.traits.shape[1] or not rules.weights.balance:
        return Costs(pair, NOTHING, table)
    products = np.zeros_like(pair)
    products[:-1, :-1] = gram(steps(people.traits))
    sizes = set(np.concatenate([*rounds.lower, *rounds.upper]).tolist())
    if len(sizes) > 1:
        return Costs(pair, products, table)
    folded = pair + 2 * table[sizes.pop()] * products
    np.fill_diagonal(folded, 0)
    return Costs(folded, NOTHING, table)
