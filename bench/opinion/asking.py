"""Which rule of asking finds more of what unites with the same votes?"""

from collections.abc import Callable

import numpy as np
from rich.table import Table

from bench.opinion.quality import hits
from bench.worlds import PASSES, World, world
from ledstjarna.engines.opinion import Tally, next_statement
from ledstjarna.engines.opinion.intervals import wilson
from ledstjarna.engines.opinion.polis_words import priority

STATEMENTS = 150
WORLDS = 12
Rule = Callable[[Tally, np.ndarray, int, np.random.Generator], int]


def routed(tally: Tally, seen: np.ndarray, group: int, rng: np.random.Generator) -> int:
    """The engine's rule."""
    shown = next_statement(tally, seen, group=group, rng=rng)
    assert shown is not None
    return shown


def by_lot(tally: Tally, seen: np.ndarray, group: int, rng: np.random.Generator) -> int:
    """Any that was not seen."""
    return int(rng.choice(np.flatnonzero(~seen)))


def fewest_first(tally: Tally, seen: np.ndarray, group: int, rng: np.random.Generator) -> int:
    """The one with the fewest votes."""
    votes = np.where(seen, np.inf, tally.seen.sum(axis=0))
    return int(rng.choice(np.flatnonzero(votes == votes.min())))


def polis_rule(tally: Tally, seen: np.ndarray, group: int, rng: np.random.Generator) -> int:
    """By lot in proportion to Polis' priority, without its term for extremity."""
    agree, votes = tally.agree.sum(axis=0), tally.seen.sum(axis=0)
    passed = votes - agree - tally.disagree.sum(axis=0)
    weight = np.where(seen, 0.0, priority(agree, passed, votes, np.zeros(len(votes))))
    return int(rng.choice(len(weight), p=weight / weight.sum()))


RULES: dict[str, Rule] = {
    "worst-off group (ours)": routed,
    "Polis priority": polis_rule,
    "fewest votes first": fewest_first,
    "by lot": by_lot,
}


def _found(planted: World, each: int, seed: int, rule: Rule) -> float:
    """Share of the true top 20 found after everyone has answered `each` statements."""
    rng, (groups, statements) = np.random.default_rng(seed), planted.truth.shape
    tally = Tally(*(np.zeros((groups, statements), dtype=np.int64) for _ in range(3)))
    for group in planted.group.tolist():
        seen = np.zeros(statements, dtype=bool)
        for _ in range(each):
            shown = rule(tally, seen, group, rng)
            seen[shown] = True
            tally.seen[group, shown] += 1
            if rng.random() > PASSES:
                side = tally.agree if rng.random() < planted.truth[group, shown] else tally.disagree
                side[group, shown] += 1
    bound = wilson(tally.agree, tally.agree + tally.disagree)[0].min(axis=0)
    return hits(np.argsort(-bound, kind="stable").tolist(), planted) / 20


def recall() -> Table:
    """Share of the true top 20 found, by rule and number of votes."""
    budgets = ((1000, 3), (1000, 6), (1000, 9), (600, 15), (1000, 18))
    columns = [f"{people * each:,} votes" for people, each in budgets]
    title = f"Share of the true top 20 of {STATEMENTS} found, mean of {WORLDS} worlds (s.e. about 0.02)"
    table = Table("rule", *columns, title=title)
    for name, rule in RULES.items():
        row = []
        for people, each in budgets:
            planted = (world(people, STATEMENTS, 0.1, seed=seed) for seed in range(WORLDS))
            row.append(np.mean([_found(one, each, seed, rule) for seed, one in enumerate(planted)]))
        table.add_row(name, *(f"{share:.3f}" for share in row))
    return table


PARTS = (recall,)
