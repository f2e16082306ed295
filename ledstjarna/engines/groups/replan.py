"""Some cancel, others come: the same plan with as few people moved as can be.

Method: who cancels leaves; who comes is seated where they cost least; a group that became too small takes the
person who is cheapest to move from a group that can spare one. A move must break no rule. Groups may become
smaller or larger than planned by `slack`. Cost: one table of people x groups per round, and one look at it
per move.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.camp import Plan, plan_of
from ledstjarna.engines.groups.cost import whole
from ledstjarna.engines.groups.counts import broken
from ledstjarna.engines.groups.people import Ints, People
from ledstjarna.engines.groups.rounds import Rounds
from ledstjarna.engines.groups.rules import Infeasible, Rule, Rules
from ledstjarna.engines.groups.seating import Seating
from ledstjarna.engines.groups.work import Work, closed, opened, work_on


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who had a place in a round and was given another."""

    person: int
    round: int
    origin: int
    goal: int


@dataclass(frozen=True, slots=True)
class Replan:
    """The new plan, who was moved, and how many moves no plan can do without."""

    plan: Plan
    moves: tuple[Move, ...]
    fewest: int


def replan(
    plan: Plan,
    drop_outs: Sequence[int] = (),
    newcomers: Sequence[int] = (),
    *,
    rng: np.random.Generator,
    since: int = 0,
    people: People | None = None,
    rules: Rules | None = None,
    slack: int = 1,
) -> Replan:
    """The plan from round `since` on without some people and with others.

    Newcomers are people who had no place; where they are new altogether, `people` and `rules` describe
    everyone, those of the plan first. ValueError for people who are not (or already) there; Infeasible where
    no place can be found.
    """
    everyone, ruled = people or plan.people, rules or plan.rules
    group = _extended(plan, everyone, drop_outs, newcomers, since)
    present = tuple(seats >= 0 for seats in group)
    for number in range(since, len(group)):
        present[number][list(newcomers)] = True
    rounds = Rounds(*_eased(plan.rounds, slack, since), present)
    before = group.copy()
    work = work_on(everyone, rounds, ruled, group)
    for number in range(since, len(group)):
        _mend(work, number, list(newcomers), rng)
    moves = _moves(before, work.group)
    left = broken(everyone, ruled, work.group, rounds.lower, rounds.upper)
    if left:
        raise Infeasible(tuple(left), proven=False)
    return Replan(
        plan_of(everyone, rounds, ruled, work.group), moves, _fewest(before, rounds, len(newcomers), since)
    )


def _extended(plan: Plan, everyone: People, gone: Sequence[int], new: Sequence[int], since: int) -> Ints:
    """The groups so far, with a column for everyone and without those who cancel."""
    if everyone.count < plan.people.count or not 0 <= since < plan.rounds.count:
        raise ValueError("people must hold everyone of the plan first, and since must be a round of the plan")
    group = np.full((plan.rounds.count, everyone.count), -1, dtype=np.int64)
    group[:, : plan.people.count] = plan.group
    for person in gone:
        if not 0 <= person < plan.people.count or (plan.group[since:, person] < 0).all():
            raise ValueError(f"person {person} has no place in the plan, and so cannot cancel")
    for person in new:
        if not 0 <= person < everyone.count or (group[since:, person] >= 0).any():
            raise ValueError(f"person {person} already has a place, or is not among the people")
    group[since:, list(gone)] = -1
    return group


def _eased(rounds: Rounds, slack: int, since: int) -> tuple[tuple[Ints, ...], tuple[Ints, ...]]:
    lower = [np.maximum(low - slack * (k >= since), 0) for k, low in enumerate(rounds.lower)]
    upper = [high + slack * (k >= since) for k, high in enumerate(rounds.upper)]
    return tuple(lower), tuple(upper)


def _mend(work: Work, number: int, newcomers: list[int], rng: np.random.Generator) -> None:
    """Seat newcomers in one round, then fill groups that are too small."""
    seating = opened(work, number)
    for person in rng.permutation(np.array(newcomers, dtype=np.int64)).tolist():
        _take_in(work, seating, person, number)
    while (seating.size < seating.lower).any():
        _refill(work, seating, number)
    closed(work, seating)


def _seat(work: Work, seating: Seating, person: int, group: int) -> None:
    empty = work.people.count
    seating.slots[group, int((seating.slots[group] == empty).argmax())] = person
    seating.size[group] += 1
    seating.near[group] += work.costs.pair[person]


def _unseat(work: Work, seating: Seating, person: int) -> int:
    group, seat = (int(found[0]) for found in np.nonzero(seating.slots == person))
    seating.slots[group, seat] = work.people.count
    seating.size[group] -= 1
    seating.near[group] -= work.costs.pair[person]
    return group


def _take_in(work: Work, seating: Seating, person: int, number: int) -> None:
    """Seat somebody where they cost least, too small groups first; if need be, another makes room."""
    limit = whole(work.rules.weights.hard) // 2
    price = seating.near[:, person] - whole(1.0) * 50 * (seating.size < seating.lower)
    price = np.where(seating.size < seating.upper, price, 2 * limit)
    group = int(price.argmin())
    if price[group] < limit:
        _seat(work, seating, person, group)
        return
    _make_room(work, seating, person, number)


def _make_room(work: Work, seating: Seating, person: int, number: int) -> None:
    """Seat somebody in the place of another, who moves on to a third group."""
    limit, pair, near = whole(work.rules.weights.hard) // 2, work.costs.pair, seating.near
    seated = seating.slots[seating.slots < work.people.count]
    home = np.nonzero(seating.slots < work.people.count)[0]
    enter = near[home, person] - pair[person, seated]
    onward = near[:, seated] + (2 * limit) * (seating.size >= seating.upper)[:, None]
    onward[home, np.arange(len(seated))] = 2 * limit
    goal = onward.argmin(axis=0)
    left_behind = near[home, seated]
    fits = (enter < limit) & (onward.min(axis=0) < limit) & (left_behind > -limit)
    if not fits.any():
        raise Infeasible((Rule("limit", (person,), number),), proven=False)
    best = int(np.where(fits, enter + onward.min(axis=0) - left_behind, 4 * limit).argmin())
    _unseat(work, seating, int(seated[best]))
    _seat(work, seating, int(seated[best]), int(goal[best]))
    _seat(work, seating, person, int(home[best]))


def _refill(work: Work, seating: Seating, number: int) -> None:
    """Move the cheapest person from a group that can spare one to the group that lacks most."""
    limit = whole(work.rules.weights.hard) // 2
    short = int((seating.size - seating.lower).argmin())
    spare = np.flatnonzero(seating.size > seating.lower)
    slots = seating.slots[spare]
    home, seat = np.nonzero(slots < work.people.count)
    person = slots[home, seat]
    price = seating.near[short, person] - seating.near[spare[home], person]
    stays = (seating.near[short, person] >= limit) | (seating.near[spare[home], person] <= -limit)
    if not len(person) or stays.all():
        raise Infeasible((Rule("size", (), number, short),), proven=False)
    chosen = int(person[np.where(stays, 4 * limit, price).argmin()])
    _unseat(work, seating, chosen)
    _seat(work, seating, chosen, short)


def _moves(before: Ints, after: Ints) -> tuple[Move, ...]:
    changed = np.argwhere((before >= 0) & (after != before)).tolist()
    return tuple(Move(p, r, int(before[r, p]), int(after[r, p])) for r, p in changed)


def _fewest(before: Ints, rounds: Rounds, newcomers: int, since: int) -> int:
    """Seats that groups lack, less those whom newcomers can fill."""
    total = 0
    for number in range(since, len(before)):
        seated = before[number][before[number] >= 0]
        size = np.bincount(seated, minlength=len(rounds.lower[number]))
        total += max(int(np.maximum(rounds.lower[number] - size, 0).sum()) - newcomers, 0)
    return total
