"""Who should meet whom? Groups for several rounds, so that strangers meet and nobody meets twice.

Method: every round is seated so that limits hold, then the rounds are annealed in turn at a falling
temperature, each against what the others have (`_kernels` does the work). A round given the others is a
matter of pairs: a pair costs a repeat if it meets elsewhere, its unit, its acquaintance. Hard rules are
weights so large that they are never paid. The budget is a number of exchanges priced, never a time: the same
dice and budget give the same plan anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.blocks import blocks_of
from ledstjarna.engines.groups.bounds import Bound, certificate
from ledstjarna.engines.groups.conflict import case_of, conflict_in, rivals, torn_pair
from ledstjarna.engines.groups.cost import whole
from ledstjarna.engines.groups.counts import Counts, broken, count, is_met
from ledstjarna.engines.groups.matching import Shortage
from ledstjarna.engines.groups.people import Ints, People
from ledstjarna.engines.groups.rounds import Rounds
from ledstjarna.engines.groups.rules import Infeasible, Rule, Rules, possible, rules_from
from ledstjarna.engines.groups.schedule import LONG, PAIRS, SWEEPS, schedule
from ledstjarna.engines.groups.start import Task, first_seating
from ledstjarna.engines.groups.work import Work, dice, remember, visit, work_on

Tell = Callable[[float], None]
CROWDED = 0.47
"""The share of everybody that a person meets, above which rounds are planned one by one."""
STRETCH = 6
"""How far around broken rules a proof is looked for, in steps from person to person."""
REPAIRS = 12
"""Extra visits, hot and cold, to a round that still breaks a rule."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`group`: rounds x people, the group of each person (-1: not there); what it is good for, and how good
    it can be.

    `certificate`: per count a lower bound that no plan can beat; `wishes`: per wish, whether it is granted.
    """

    people: People
    rounds: Rounds
    rules: Rules
    group: Ints
    counts: Counts
    certificate: tuple[Bound, ...]
    wishes: tuple[bool, ...]


def plan_of(people: People, rounds: Rounds, rules: Rules, group: Ints) -> Plan:
    """The plan that these groups make."""
    counts = count(people, rules, group)
    granted = tuple(is_met(wish, group) for wish in rules.wishes)
    return Plan(people, rounds, rules, group, counts, certificate(people, rounds, rules, counts), granted)


def _first(people: People, rounds: Rounds, rules: Rules, number: int, rng: np.random.Generator) -> Ints:
    """A seating of one round, or Infeasible."""
    from_blocks = tuple(_blocks_there(people, rounds, rules, number))
    lower, upper = rounds.lower[number], rounds.upper[number]
    can = possible(rules, number, people.count, len(lower))
    task = Task(rounds.there(number, people.count), can, lower, upper, from_blocks)
    found = first_seating(task, people.unit, rng)
    if isinstance(found, np.ndarray):
        return found
    conflict = conflict_in(case_of(people, rounds, rules, number))
    if conflict:
        raise Infeasible(conflict)
    sizes = tuple(
        Rule("size", (), number, group) for group in (found.groups if isinstance(found, Shortage) else ())
    )
    ties = tuple(Rule("together", tuple(block.tolist()), number) for block in from_blocks)
    raise Infeasible(sizes + ties, proven=False)


def _blocks_there(people: People, rounds: Rounds, rules: Rules, number: int) -> list[Ints]:
    both = np.isin(rules.together, rounds.there(number, people.count)).all(axis=1)
    return blocks_of(rules.together[both], people.count)


def _is_crowded(people: People, rounds: Rounds) -> bool:
    """Whether so much of everybody is met that repeats can hardly be helped; they are then best left to the
    last.
    """
    return sum(int(upper.max()) - 1 for upper in rounds.upper) > CROWDED * (people.count - 1)


def _in_turn(work: Work, sweeps: int, rng: np.random.Generator, tell: Tell) -> None:
    """All rounds cool together."""
    plan = schedule(work.people, work.rules, sweeps=sweeps)
    for temperature in plan.temperatures:
        tell(1 / len(plan.temperatures))
        for number in range(work.rounds.count):
            visit(work, number, temperature, plan.sweeps, rng)


def _one_by_one(work: Work, sweeps: int, rng: np.random.Generator, tell: Tell) -> None:
    """Each round cools against those before it."""
    plan = schedule(work.people, work.rules, sweeps=sweeps, visit=LONG)
    for number in range(work.rounds.count):
        remember(work, number, -1)
    for number in range(work.rounds.count):
        tell(1 / work.rounds.count)
        remember(work, number, 1)
        for temperature in plan.temperatures:
            visit(work, number, temperature, plan.sweeps, rng)


def _repaired(work: Work, rng: np.random.Generator) -> list[Rule]:
    """Visit rounds that still break a rule again; what stays broken."""
    hot, cold = (whole(share) for share in PAIRS)
    for attempt in range(REPAIRS + 1):
        left = broken(work.people, work.rules, work.group, work.rounds.lower, work.rounds.upper)
        if not left or attempt == REPAIRS:
            return left
        for number in sorted({rule.round for rule in left}):
            visit(work, number, hot * (attempt + 1), SWEEPS, rng)
            visit(work, number, cold, SWEEPS, rng)
    return []


def _refuse(work: Work, left: list[Rule]) -> None:
    """Say why rules stay broken: proven where a search among the people around them tells so."""
    number = left[0].round
    case = case_of(work.people, work.rounds, work.rules, number)
    core = {person for rule in left if rule.round == number for person in rule.persons}
    pairs = np.concatenate([work.rules.apart, work.people.line])
    for _ in range(STRETCH):
        near = np.isin(pairs, list(core)).any(axis=1)
        core |= set(pairs[near].ravel().tolist())
        conflict = rivals(
            case, possible(work.rules, number, work.people.count, len(case.lower)), sorted(core)
        )
        if conflict:
            raise Infeasible(conflict)
    raise Infeasible(tuple(left), proven=False)


def camp(
    people: People,
    rounds: Rounds,
    rules: Rules | None = None,
    *,
    rng: np.random.Generator,
    proposals: int = 50_000_000,
    tell: Tell | None = None,
) -> Plan:
    """A plan for all rounds. `proposals`: how many exchanges may be priced (50 million: some 2 s without a
    compiler).

    `tell` is told what share of the work was just begun. Infeasible (a ValueError) names the smallest set of
    rules that cannot all be kept.
    """
    rules = rules or rules_from(rounds, people=people.count)
    if proposals < 1:
        raise ValueError(f"proposals must be at least 1, not {proposals}")
    torn = torn_pair(people, rules)
    if torn:
        raise Infeasible(torn)
    group = np.stack([_first(people, rounds, rules, number, rng) for number in range(rounds.count)])
    work = work_on(people, rounds, rules, group)
    dice(work, rng)
    anneal = _one_by_one if _is_crowded(people, rounds) else _in_turn
    anneal(work, _sweeps(rounds, proposals), rng, tell or _silent)
    left = _repaired(work, rng)
    if left:
        _refuse(work, left)
    return plan_of(people, rounds, rules, work.group)


def _silent(share: float) -> None:
    """Tell nobody."""


def _sweeps(rounds: Rounds, proposals: int) -> int:
    """Sweeps per round for a budget."""
    prices = sum(max(len(upper) // 2 * int(upper.max()) ** 2, 1) for upper in rounds.upper)
    return max(proposals // prices, 8)
