"""A camp while it is being planned: all rounds, and costs that follow who meets whom."""

from dataclasses import dataclass, field

import numpy as np

from ledstjarna.engines.groups.blocks import blocks_of
from ledstjarna.engines.groups.cost import Costs, costs_of, whole
from ledstjarna.engines.groups.moves import move_block
from ledstjarna.engines.groups.noise import heated, pool
from ledstjarna.engines.groups.people import Ints, People
from ledstjarna.engines.groups.rounds import Rounds
from ledstjarna.engines.groups.rules import Rules, possible
from ledstjarna.engines.groups.seating import Seating, group_of, noise_needed, seated, slots_of, sweep

BLOCKS = 4
"""Blocks that are offered another group at each visit."""


@dataclass(slots=True)
class Work:
    """Mutable. `group`: rounds x people; `costs.pair` holds a repeat's cost for every meeting outside `open`.

    `open`: the round that is being planned, -1 for none. `place`: per round, cost of each person in each
    group.
    """

    people: People
    rounds: Rounds
    rules: Rules
    group: Ints
    costs: Costs
    place: list[Ints]
    blocks: list[Ints]
    open: int = -1
    noise: list[Ints] = field(default_factory=list)


def work_on(people: People, rounds: Rounds, rules: Rules, group: Ints) -> Work:
    """A camp with these groups so far."""
    work = Work(people, rounds, rules, group, costs_of(people, rounds, rules), [], [])
    work.blocks = blocks_of(rules.together, people.count)
    hard = whole(rules.weights.hard)
    for number, lower in enumerate(rounds.lower):
        shut = np.zeros((len(lower), people.count + 1), dtype=np.int64)
        shut[:, :-1] = hard * ~possible(rules, number, people.count, len(lower)).T
        work.place.append(shut)
        remember(work, number, 1)
    return work


def remember(work: Work, number: int, times: int) -> None:
    """Let the meetings of a round count, or no longer count, as meetings."""
    pair, repeat = work.costs.pair, times * whole(work.rules.weights.repeat)
    slots = slots_of(work.group[number], work.rounds.upper[number])
    pair[slots[:, :, None], slots[:, None, :]] += repeat
    pair[-1] = 0
    pair[:, -1] = 0
    np.fill_diagonal(pair, 0)


def _wishes(work: Work, number: int, sign: int) -> Ints:
    """Reward what would grant a wish that no other round grants: pairs in the costs, places in the answer."""
    place = np.zeros_like(work.place[number])
    reward = whole(work.rules.weights.wish)
    others = np.delete(work.group, number, axis=0)
    for wish in work.rules.wishes:
        if wish.other >= 0:
            met = others[:, wish.person] == others[:, wish.other]
            if not (met & (others[:, wish.person] >= 0)).any():
                work.costs.pair[wish.person, wish.other] -= sign * reward
                work.costs.pair[wish.other, wish.person] -= sign * reward
        elif not any(work.group[r, wish.person] == g for r, g in wish.places if r != number):
            for there, group in wish.places:
                if there == number:
                    place[group, wish.person] -= reward
    return place


def opened(work: Work, number: int) -> Seating:
    """Take up a round: its own meetings no longer count, and its state is laid out."""
    remember(work, number, -1)
    work.open = number
    place = work.place[number] + _wishes(work, number, 1) if work.rules.wishes else work.place[number]
    lower, upper = work.rounds.lower[number], work.rounds.upper[number]
    return seated(work.costs, slots_of(work.group[number], upper), place, lower, upper)


def closed(work: Work, seating: Seating) -> None:
    """Put a round down again."""
    number = work.open
    if work.rules.wishes:
        _wishes(work, number, -1)
    work.group[number] = group_of(seating.slots, work.people.count)
    remember(work, number, 1)
    work.open = -1


def dice(work: Work, rng: np.random.Generator) -> None:
    """Draw the noise of every round, once."""
    work.noise = [
        pool(noise_needed(len(upper), int(upper.max())) + len(upper), rng) for upper in work.rounds.upper
    ]


def visit(work: Work, number: int, temperature: int, sweeps: int, rng: np.random.Generator) -> None:
    """Plan one round further, the others as they are."""
    seating = opened(work, number)
    noise = heated(work.noise[number], temperature)
    for _ in range(min(BLOCKS, len(work.blocks))):
        move_block(work.costs, seating, work.blocks[int(rng.integers(len(work.blocks)))], noise, rng)
    sweep(work.costs, seating, noise, sweeps, rng)
    closed(work, seating)
