"""Which rules cannot all be kept? A smallest set of them, so that giving up any one would do.

Method: each reason why a round can fail is looked for in turn, the simplest first: a pair both tied and
apart; a block larger than any group; a block without a common group; too few seats for some people, or too
few people for some groups (a flow); people apart in too few groups (a search). What is found names a few
rules that fail by themselves, and a deletion filter (Chinneck and Dravnieks 1991) leaves a set of which every
rule is needed. Cost: one flow per rule of the set that is found.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ledstjarna.engines.groups.blocks import blocks_of, links, path
from ledstjarna.engines.groups.matching import Shortage, seat
from ledstjarna.engines.groups.people import Flags, Ints, People
from ledstjarna.engines.groups.rounds import Rounds
from ledstjarna.engines.groups.rules import Kind, Rule, Rules, possible

STEPS = 20_000
"""Seats tried before the search for people apart gives up."""


@dataclass(frozen=True, slots=True)
class Case:
    """One round of a camp, looked at for what cannot be."""

    people: People
    rules: Rules
    number: int
    there: Ints
    lower: Ints
    upper: Ints


def case_of(people: People, rounds: Rounds, rules: Rules, number: int) -> Case:
    """The case of one round."""
    there = rounds.there(number, people.count)
    return Case(people, rules, number, there, rounds.lower[number], rounds.upper[number])


def shrunk(rules: Sequence[Rule], fails: Callable[[Sequence[Rule]], bool]) -> tuple[Rule, ...]:
    """Leave out every rule without which it still fails, halves first."""
    kept, step = list(rules), max(len(rules) // 2, 1)
    while True:
        place = 0
        while place < len(kept):
            fewer = kept[:place] + kept[place + step :]
            if fails(fewer):
                kept = fewer
            else:
                place += step
        if step == 1:
            return tuple(kept)
        step = max(step // 2, 1)


def limits_on(case: Case, persons: Sequence[int], groups: Sequence[int] | None = None) -> list[Rule]:
    """The limits and fixed places that keep these people out of any (or of these) groups in the round."""
    found = []
    columns = slice(None) if groups is None else list(groups)
    for limit in case.rules.limits:
        shut = np.asarray((~limit.can[case.number][:, columns]).any(axis=1))
        found += [Rule("limit", (p,), case.number, name=limit.name) for p in persons if shut[p]]
    for person, number, group in case.rules.fixed.tolist():
        if number == case.number and person in persons:
            found.append(Rule("fixed", (person,), number, group))
    return found


def allowed(case: Case, rules: Sequence[Rule]) -> Flags:
    """People x groups, as these limits and fixed places alone would have it."""
    can = np.ones((case.people.count, len(case.lower)), dtype=bool)
    limits = {limit.name: limit.can[case.number] for limit in case.rules.limits}
    for rule in rules:
        if rule.kind == "limit":
            can[rule.persons[0]] &= limits[rule.name][rule.persons[0]]
        elif rule.kind == "fixed":
            can[rule.persons[0]] &= np.arange(can.shape[1]) == rule.group
    return can


def _ties(pairs: Sequence[tuple[int, int]]) -> list[Rule]:
    return [Rule("together", (min(pair), max(pair))) for pair in pairs]


def torn_pair(people: People, rules: Rules) -> tuple[Rule, ...]:
    """A pair that must be together, perhaps through others, and also apart."""
    for kind, pairs in (("apart", rules.apart), ("line", people.line)):
        for one, two in pairs.tolist():
            if len(rules.together) and two in links(rules.together, one):
                never = Rule("line" if kind == "line" else "apart", (min(one, two), max(one, two)))
                return (never, *_ties(path(rules.together, one, two)))
    return ()


def _present_ties(case: Case) -> Ints:
    """Pairs that must be together, both of them there."""
    there = np.isin(case.rules.together, case.there).all(axis=1)
    return case.rules.together[there]


def large_block(case: Case) -> tuple[Rule, ...]:
    """A block of people larger than any group."""
    most = int(case.upper.max())
    pairs = _present_ties(case)
    for block in blocks_of(pairs, case.people.count):
        if len(block) > most:
            tied = list(links(pairs, int(block[0])).values())[1 : most + 1]
            return (Rule("size", (), case.number, int(case.upper.argmax())), *_ties(tied))
    return ()


def placeless_block(case: Case, can: Flags) -> tuple[Rule, ...]:
    """A block, or one person, without any group that all of it could be in."""
    pairs = _present_ties(case)
    blocks = blocks_of(pairs, case.people.count) + [np.array([person]) for person in case.there.tolist()]
    for block in blocks:
        if can[block].all(axis=0).any():
            continue
        tied = _ties(list(links(pairs, int(block[0])).values())[1:]) if len(block) > 1 else []
        rules = limits_on(case, block.tolist()) + tied
        return shrunk(rules, lambda kept, block=block: _has_no_place(case, kept, block))  # type: ignore[misc]
    return ()


def _has_no_place(case: Case, kept: Sequence[Rule], block: Ints) -> bool:
    can = allowed(case, kept)
    pairs = np.array([rule.persons for rule in kept if rule.kind == "together"], dtype=np.int64).reshape(
        -1, 2
    )
    parts = blocks_of(pairs, case.people.count)
    parts += [np.array([person]) for person in block.tolist()]
    return any(not can[part].all(axis=0).any() for part in parts)


def shortage(case: Case, can: Flags) -> tuple[Rule, ...]:
    """Too few seats for some people, or too few people for some groups, each person taken by themselves.

    Often both can be said of the same trouble; the one with fewer rules is.
    """
    crowd = seat(can[case.there], np.zeros_like(case.lower), case.upper)
    short = seat(can[case.there], case.lower, case.upper)
    found = []
    if isinstance(crowd, Shortage):
        found.append(_too_many(case, crowd))
    if isinstance(short, Shortage):
        found.append(
            _sizes(case, short) + _gathered(_kept_out(case, short))
            if short.too_few
            else _too_many(case, short)
        )
    return min(found, key=len, default=())


def _sizes(case: Case, short: Shortage) -> tuple[Rule, ...]:
    return tuple(Rule("size", (), case.number, group) for group in short.groups)


def _too_many(case: Case, short: Shortage) -> tuple[Rule, ...]:
    """One person more than there are seats in the groups that they can be in."""
    seats = int(case.upper[list(short.groups)].sum())
    inside = case.there[list(short.items)][: seats + 1].tolist()
    outside = [group for group in range(len(case.lower)) if group not in short.groups]
    rules = limits_on(case, inside, outside)
    kept = shrunk(rules, lambda kept: _crowded(case, kept, inside, outside, seats))
    return _sizes(case, short) + _gathered(kept)


def _crowded(case: Case, kept: Sequence[Rule], inside: list[int], outside: list[int], seats: int) -> bool:
    """Whether more of these people than there are seats can be in none of the groups outside."""
    return int((~allowed(case, kept)[inside][:, outside].any(axis=1)).sum()) > seats


def _kept_out(case: Case, short: Shortage) -> tuple[Rule, ...]:
    """Limits that keep so many people out of some groups that these cannot be filled."""
    groups = list(short.groups)
    needed = int(case.lower[groups].sum())
    away = np.delete(case.there, list(short.items))[: len(case.there) - needed + 1].tolist()
    rules = limits_on(case, away, groups)
    return shrunk(rules, lambda kept: bool((~allowed(case, kept)[case.there][:, groups].any(axis=1)).sum()
                                           >= len(away)))  # fmt: skip


def _gathered(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Limits of one name as one rule about several people."""
    others = [rule for rule in rules if rule.kind != "limit"]
    named: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.kind == "limit":
            named.setdefault(rule.name, []).append(rule)
    limits = [
        Rule("limit", tuple(sorted(rule.persons[0] for rule in same)), same[0].round, name=name)
        for name, same in named.items()
    ]
    return (*limits, *others)


def _colourable(can: Flags, rival: Flags, upper: Ints) -> bool | None:
    """Whether people (rows) can be put in groups so that no rivals meet; None where the search gave up."""
    steps = [STEPS]
    group = np.full(len(can), -1)

    def place(open_to: Flags, room: Ints) -> bool | None:
        left = np.flatnonzero(group < 0)
        if not left.size:
            return True
        person = int(left[open_to[left].sum(axis=1).argmin()])
        for there in np.flatnonzero(open_to[person]).tolist():
            steps[0] -= 1
            if steps[0] < 0:
                return None
            then, fewer = open_to.copy(), room.copy()
            group[person] = there
            fewer[there] -= 1
            then[rival[person], there] = False
            if not fewer[there]:
                then[group < 0, there] = False
            rest = place(then, fewer)
            if rest is not False:
                return rest
            group[person] = -1
        return False

    return place(can.copy(), upper.copy())


def rivals(case: Case, can: Flags, core: Sequence[int]) -> tuple[Rule, ...]:
    """People of whom too many must be apart in too few groups; `core`: whom to look among."""
    clique = _clique(case, can, core)
    if clique:
        return clique
    persons = sorted(core)
    given_pairs: tuple[tuple[Kind, Ints], ...] = (("apart", case.rules.apart), ("line", case.people.line))
    pairs = [
        Rule(kind, (min(one, two), max(one, two)))
        for kind, given in given_pairs
        for one, two in given.tolist()
        if one in core and two in core
    ]
    rules = pairs + limits_on(case, persons)
    if _parted(case, rules, persons) is not False:
        return ()
    return _gathered(shrunk(rules, lambda kept: _parted(case, kept, persons) is False))


def _clique(case: Case, can: Flags, core: Sequence[int]) -> tuple[Rule, ...]:
    """People all apart from one another, more of them than groups that any of them can be in."""
    pairs = np.concatenate([case.rules.apart, case.people.line])
    rival = np.zeros((case.people.count, case.people.count), dtype=bool)
    rival[pairs[:, 0], pairs[:, 1]] = rival[pairs[:, 1], pairs[:, 0]] = True
    found: list[int] = []
    for person in sorted(core, key=lambda one: (-int(rival[one][list(core)].sum()), one)):
        if rival[person][found].all():
            found.append(person)
    groups = np.flatnonzero(can[found].any(axis=0))
    if len(found) <= len(groups):
        return ()
    persons = sorted(found[: len(groups) + 1])
    lines = {(min(pair), max(pair)) for pair in case.people.line.tolist()}
    apart = tuple(
        Rule("line" if (one, two) in lines else "apart", (one, two))
        for at, one in enumerate(persons)
        for two in persons[at + 1 :]
    )
    outside = np.setdiff1d(np.arange(can.shape[1]), groups).tolist()
    limits = limits_on(case, persons, outside) if outside else []
    shut = shrunk(limits, lambda kept: not allowed(case, kept)[persons][:, outside].any())
    return (*apart, *_gathered(shut))


def _parted(case: Case, kept: Sequence[Rule], persons: list[int]) -> bool | None:
    at = {person: place for place, person in enumerate(persons)}
    rival = np.zeros((len(persons), len(persons)), dtype=bool)
    for rule in kept:
        if rule.kind in ("apart", "line"):
            one, two = at[rule.persons[0]], at[rule.persons[1]]
            rival[one, two] = rival[two, one] = True
    return _colourable(allowed(case, kept)[persons], rival, case.upper)


def conflict_in(case: Case) -> tuple[Rule, ...]:
    """A smallest conflicting set of rules in one round, or nothing where none of the simple reasons holds."""
    can = possible(case.rules, case.number, case.people.count, len(case.lower))
    return large_block(case) or placeless_block(case, can) or shortage(case, can)
