"""Do the intervals hold as often as they say? Simulated worlds whose shares are known."""

import numpy as np
from rich.table import Table
from scipy.optimize import linear_sum_assignment

from bench.worlds import PASSES, World, world
from ledstjarna.engines.opinion import (
    Opinion,
    Votes,
    adjusted_rand,
    analyse,
    bootstrap,
    simultaneous,
    votes_from_matrix,
)

WORLDS = 60
AGAIN = 12
SIZE = (1_000, 80, 0.35)
HEARD = 7
Held = dict[str, np.ndarray]
WORDS = {
    "cell": ("a cell's two bounds, given groups", "90 %"),
    "found": ("a cell's two bounds, groups found in the same votes", "90 %"),
    "least": ("a statement's least bound, given groups", "95 %"),
    "every": ("all cells at once, given groups", "90 %"),
    "list": ("all statements of the list at once, given groups", "90 %"),
    "believed": ("what is believed to unite does", "95 %"),
    "place": ("place in the list when the same people answer anew (exact intervals: 75 %)", ""),
}


def _matched(seen: Opinion, planted: World) -> tuple[np.ndarray, np.ndarray]:
    """Found groups, and the planted ones that they are."""
    placed = seen.group >= 0
    both = np.zeros((seen.groups, len(planted.truth)))
    np.add.at(both, (seen.group[placed], planted.group[placed]), 1)
    rows, columns = linear_sum_assignment(-both)
    return rows, columns


def _held(planted: World, seen: Opinion) -> Held:
    """Which of all claims are true of this world."""
    truth, least = planted.truth, planted.truth.min(axis=0)
    bounds, heard = seen.bounds["planted"], seen.counts["planted"].seen >= HEARD
    rows, columns = _matched(seen, planted)
    own, met = seen.bounds["opinion"], seen.counts["opinion"].seen[rows] >= HEARD
    all_at_once = simultaneous({"planted": seen.counts["planted"]}, sure=0.9)
    lower, upper = all_at_once.lower["planted"], all_at_once.upper["planted"]
    lowest = np.where(heard, bounds.lower, 1.0).min(axis=0)
    found = (own.lower[rows] <= truth[columns]) & (truth[columns] <= own.upper[rows])
    return {
        "cell": ((bounds.lower <= truth) & (truth <= bounds.upper))[heard],
        "found": found[met],
        "least": (lowest <= least)[heard.any(axis=0)],
        "every": np.array([((lower <= truth) & (truth <= upper)).all()]),
        "list": np.array([(all_at_once.unites.lower <= least).all()]),
        "believed": least[all_at_once.unites.believed] > 0.5,
    }


def _anew(planted: World, seed: int) -> Votes:
    """The same people on the same statements, answering anew."""
    rng, agree = np.random.default_rng([seed, 1]), planted.truth[planted.group]
    stand = np.where(rng.random(agree.shape) < agree, 1, -1).astype(np.int8)
    stand[rng.random(agree.shape) < PASSES] = 0
    return votes_from_matrix(np.where(planted.matrix == -128, -128, stand).astype(np.int8))


def _places(planted: World, votes: Votes, seen: Opinion, seed: int) -> np.ndarray:
    """Whether each statement's place in the list is where the bootstrap foretold, when asked anew."""
    given = {"planted": planted.group}
    firm = bootstrap(votes, seen, rng=np.random.default_rng(seed), partitions=given)
    again = analyse(_anew(planted, seed), partitions=given).unites
    at = {item.statement: place for place, item in enumerate(again, start=1) if firm.high[item.statement]}
    return np.array([firm.low[s] <= place <= firm.high[s] for s, place in at.items()])


def coverage() -> Table:
    """How often what is claimed is true."""
    held: dict[str, list[np.ndarray]] = {name: [] for name in WORDS}
    likeness = []
    for seed in range(WORLDS):
        planted = world(*SIZE, seed=seed)
        votes = votes_from_matrix(planted.matrix)
        seen = analyse(votes, partitions={"planted": planted.group})
        likeness.append(adjusted_rand(seen.group, planted.group))
        for name, claims in _held(planted, seen).items():
            held[name].append(claims)
        if seed < AGAIN:
            held["place"].append(_places(planted, votes, seen, seed))
    title = f"{WORLDS} worlds of {SIZE[0]:,} x {SIZE[1]}; found groups have ARI {np.mean(likeness):.2f}"
    table = Table("claim", "promised", "held", "of", title=title)
    for name, (claim, promised) in WORDS.items():
        claims = np.concatenate(held[name])
        table.add_row(claim, promised, f"{100 * claims.mean():.1f} %", f"{len(claims):,}")
    return table


PARTS = (coverage,)
