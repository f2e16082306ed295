"""What it costs: the analysis and its parts by size, and how it grows."""

import time
from collections.abc import Callable
from functools import partial

import numpy as np
from rich.table import Table

from bench.peers import exponent, timed
from bench.worlds import world
from ledstjarna.engines.opinion import (
    Router,
    State,
    Tally,
    alike,
    analyse,
    bootstrap,
    polis,
    simultaneous,
    slate,
    votes_from,
    votes_from_matrix,
)

SIZES = ((2_000, 150, 0.20), (10_000, 300, 0.15), (50_000, 500, 0.15))


def _given(people: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    return {"department": rng.integers(0, 13, people), "role": rng.integers(0, 8, people)}


def analysis() -> Table:
    """Milliseconds by size, and the exponent of growth with the number of votes."""
    names = ("matrix", "list", "analysis", "Polis view")
    table = Table("people", "statements", "votes", *names, title="Time, ms (median of five)")
    cast, spent = [], []
    for size in SIZES:
        planted = world(*size, seed=1)
        votes = votes_from_matrix(planted.matrix)
        order = np.random.default_rng(1).permutation(votes.total)
        listed = votes.person[order], votes.statement[order], votes.value[order]
        works: tuple[Callable[[], object], ...] = (
            partial(votes_from_matrix, planted.matrix),
            partial(votes_from, *listed, people=size[0], statements=size[1]),
            partial(analyse, votes, partitions=_given(size[0])),
            partial(polis, votes),
        )
        seconds = [timed(work) for work in works]
        cast.append(votes.total)
        spent.append(seconds)
        told = (f"{size[0]:,}", str(size[1]), f"{votes.total:,}")
        table.add_row(*told, *(f"{1000 * one:.1f}" for one in seconds))
    grows = [f"{exponent(cast, [row[column] for row in spent]):.2f}" for column in range(4)]
    table.add_row("grows with votes to the power", "", "", *grows)
    return table


def _each(work: Callable[[], object], times: int) -> float:
    """Microseconds of one of many runs."""
    begun = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - begun) / times * 1e6


def _vote(state: State, rng: np.random.Generator) -> None:
    votes = state.pairs.together
    state.vote(int(rng.integers(2_000)), int(rng.integers(len(votes))), 1)


def parts() -> Table:
    """What comes beside the analysis."""
    table = Table("what", "10,000 x 300", "50,000 x 500", title="Beside the analysis")
    columns = []
    for size in SIZES[1:]:
        votes, rng = votes_from_matrix(world(*size, seed=1).matrix), np.random.default_rng(1)
        seen, state, enough = analyse(votes), State(votes), np.ones(size[0], dtype=bool)

        columns.append(
            (
                f"{_each(partial(_vote, state, rng), 200):.0f} µs",
                f"{_each(partial(state.place, 7, seen.axes, seen.shape), 200):.0f} µs",
                f"{1000 * timed(partial(state.fresh, seen.axes, seen.shape, enough)):.1f} ms",
                f"{timed(partial(bootstrap, votes, seen, rng=rng), 1):.2f} s",
                f"{1000 * timed(partial(simultaneous, seen.counts)):.1f} ms",
                f"{timed(partial(slate, votes, seen.group, 10), 3):.2f} s",
                f"{timed(partial(alike, votes, seen.group), 1):.1f} s",
            )
        )
    names = (
        "a vote into the state",
        "own place after it",
        "fresh map of everybody",
        "200 bootstrap runs",
        "simultaneous bounds",
        "slate of 10",
        "sets that vote as one",
    )
    for name, *row in zip(names, *columns, strict=True):
        table.add_row(name, *row)
    return table


def choice() -> Table:
    """The next statement of 1,000 for four groups."""
    rng = np.random.default_rng(1)
    tally = Tally(*(rng.integers(0, 50, (4, 1000)) for _ in range(3)))
    router, seen = Router(tally), np.zeros(1000, dtype=bool)
    table = Table("next of 1,000 statements", "µs")
    table.add_row("chosen", f"{_each(partial(router.next, seen, group=1, rng=rng), 5000):.0f}")
    table.add_row("router made from a tally", f"{_each(partial(Router, tally), 1000):.0f}")
    return table


PARTS = (analysis, parts, choice)
