"""The opinion engine measured: `python -m bench.opinion` prints how long it takes and how much it finds."""

import time
from collections.abc import Callable
from functools import partial

import numpy as np
from rich.console import Console
from rich.table import Table

from bench.worlds import PASSES, SHARES, World, world
from ledstjarna.engines.opinion import (
    Opinion,
    Tally,
    adjusted_rand,
    analyse,
    next_statement,
    polis,
    votes_from,
    votes_from_matrix,
)
from ledstjarna.engines.opinion.intervals import wilson

SIZES = ((2_000, 150, 0.20), (10_000, 300, 0.15), (50_000, 500, 0.15))
RUNS = 5


def _best(work: Callable[..., object], *given: object) -> str:
    """The quickest of a few runs, in milliseconds."""
    spent = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work(*given)
        spent.append(time.perf_counter() - begun)
    return f"{1000 * min(spent):.0f}"


def _given(people: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    return {"department": rng.integers(0, 13, people), "role": rng.integers(0, 8, people)}


def speed() -> Table:
    """Milliseconds by size: reading a matrix, reading a list in any order, the analysis, the Polis view."""
    table = Table(
        "people", "statements", "votes", "matrix", "list", "analysis", "polis", title="Time, ms (best run)"
    )
    for size in SIZES:
        planted = world(*size, seed=1)
        votes = votes_from_matrix(planted.matrix)
        order = np.random.default_rng(1).permutation(votes.total)
        listed = votes.person[order], votes.statement[order], votes.value[order]
        table.add_row(
            f"{size[0]:,}",
            str(size[1]),
            f"{votes.total:,}",
            _best(votes_from_matrix, planted.matrix),
            _best(partial(votes_from, people=size[0], statements=size[1]), *listed),
            _best(partial(analyse, partitions=_given(size[0])), votes),
            _best(polis, votes),
        )
    return table


def _likeness(seen: Opinion, planted: World) -> float:
    placed = seen.group >= 0
    return adjusted_rand(seen.group[placed], planted.group[placed])


def _hits(ranked: list[int], planted: World) -> int:
    return len(set(ranked[:20]) & planted.best(20))


def quality() -> Table:
    """Groups and unifying statements found in planted worlds, beside what the Polis recipe finds."""
    table = Table(
        "people", "world", "groups of 4", "ARI", "top 20", "polis: groups", "ARI", "top 20", title="Found"
    )
    for size in SIZES:
        for seed in range(1, 5 if size[0] < 50_000 else 2):
            planted = world(*size, seed=seed)
            votes = votes_from_matrix(planted.matrix)
            seen, other = analyse(votes), polis(votes)
            inside = other.map.group >= 0
            table.add_row(
                f"{size[0]:,}",
                str(seed),
                str(seen.groups),
                f"{_likeness(seen, planted):.3f}",
                str(_hits([item.statement for item in seen.unites], planted)),
                str(other.map.groups),
                f"{adjusted_rand(other.map.group[inside], planted.group[inside]):.3f}",
                str(_hits(np.argsort(-other.consensus, kind="stable").tolist(), planted)),
            )
    return table


def _voted(planted: World, each: int, rng: np.random.Generator, *, routed: bool) -> Tally:
    """The tally after everyone has answered `each` statements, routed or drawn by lot."""
    groups, statements = planted.truth.shape
    tally = Tally(*(np.zeros((groups, statements), dtype=np.int64) for _ in range(3)))
    for group in planted.group.tolist():
        seen = np.zeros(statements, dtype=bool)
        for _ in range(each):
            shown = next_statement(tally, seen, group=group, rng=rng) if routed else None
            statement = int(rng.choice(np.flatnonzero(~seen))) if shown is None else shown
            seen[statement] = True
            tally.seen[group, statement] += 1
            if rng.random() > PASSES:
                side = tally.agree if rng.random() < planted.truth[group, statement] else tally.disagree
                side[group, statement] += 1
    return tally


def _recall(planted: World, each: int, seed: int, *, routed: bool) -> float:
    tally = _voted(planted, each, np.random.default_rng(seed), routed=routed)
    bound = wilson(tally.agree, tally.agree + tally.disagree)[0].min(axis=0)
    return _hits(np.argsort(-bound, kind="stable").tolist(), planted) / 20


def routing() -> Table:
    """Share of the true top 20 found with the same votes, routed and by lot, mean of eight worlds."""
    table = Table("people", "votes each", "routed", "by lot", title="Routing, 150 statements")
    for people, each in ((600, 15), (1000, 6), (1000, 9)):
        worlds = [world(people, 150, 0.1, seed=seed) for seed in range(8)]
        found = [
            np.mean([_recall(planted, each, seed, routed=routed) for seed, planted in enumerate(worlds)])
            for routed in (True, False)
        ]
        table.add_row(str(people), str(each), *(f"{share:.3f}" for share in found))
    return table


def next_in_time() -> str:
    """One choice among 1,000 statements for four groups."""
    rng = np.random.default_rng(1)
    tally = Tally(*(rng.integers(0, 50, (len(SHARES), 1000)) for _ in range(3)))
    seen = np.zeros(1000, dtype=bool)
    begun = time.perf_counter()
    for _ in range(500):
        next_statement(tally, seen, group=1, rng=rng)
    return f"next of 1,000 statements: {(time.perf_counter() - begun) / 500 * 1e6:.0f} µs"


def main() -> None:
    """Print all tables."""
    console = Console()
    for part in (speed, quality, routing, next_in_time):
        console.print(part())


if __name__ == "__main__":
    main()
