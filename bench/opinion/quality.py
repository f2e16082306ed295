"""What it finds, in planted worlds and in real consultations, beside what one would pick instead."""

from functools import partial
from pathlib import Path

import numpy as np
from rich.table import Table

from bench.opinion.speed import SIZES
from bench.peers import Peer, timed
from bench.worlds import PASSES, World, world
from ledstjarna.engines.opinion import (
    Opinion,
    Votes,
    adjusted_rand,
    alike,
    analyse,
    polis,
    votes_from_matrix,
    without,
)
from ledstjarna.engines.opinion.counts import count_votes

RED_DWARF = Peer("opinion", ["red-dwarf==0.4.0"])
REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "polis"
HIDDEN = 0.1
LIKE_ALL = 3.0


def _likeness(group: np.ndarray, truth: np.ndarray) -> float:
    placed = group >= 0
    return adjusted_rand(group[placed], truth[placed])


def hits(ranked: list[int], planted: World) -> int:
    """How many of the true top 20 are in the first 20."""
    return len(set(ranked[:20]) & planted.best(20))


def oracle(planted: World) -> float:
    """The likeness reached by one who is told the true shares, and places people by their votes alone."""
    matrix, agree = planted.matrix, planted.truth
    score = np.log(np.bincount(planted.group) / len(planted.group))
    chance = np.stack([(1 - PASSES) * (1 - agree), np.full_like(agree, PASSES), (1 - PASSES) * agree])
    total = sum((matrix == value) @ np.log(chance[value + 1]).T for value in (-1, 0, 1)) + score
    enough = (matrix != -128).sum(axis=1) >= 7
    return adjusted_rand(total.argmax(axis=1)[enough], planted.group[enough])


def beside() -> Table:
    """Time and finds beside red-dwarf on the same votes."""
    title = "Beside red-dwarf 0.4.0 on the same votes (median of three; one at 50,000)"
    columns = ("people", "who", "seconds", "ratio", "groups of 4", "ARI", "ARI possible", "top 20")
    table = Table(*columns, title=title)
    for size in SIZES:
        planted = world(*size, seed=1)
        votes = votes_from_matrix(planted.matrix)
        listed = {"participant_id": votes.person, "statement_id": votes.statement, "vote": votes.value}
        answer = RED_DWARF.ask({"runs": 1 if size[0] > 20_000 else 3}, listed)
        group = np.full(size[0], -1)
        group[answer["people"]] = answer["group"]
        seen, own = analyse(votes), timed(partial(analyse, votes), 3)
        best, ranked = f"{oracle(planted):.3f}", [item.statement for item in seen.unites]
        told = f"{_likeness(seen.group, planted.group):.3f}", best, str(hits(ranked, planted))
        table.add_row(f"{size[0]:,}", "ledstjarna", f"{own:.3f}", "1", str(seen.groups), *told)
        told = f"{_likeness(group, planted.group):.3f}", "", str(hits(answer["best"], planted))
        ratio, groups = f"{answer['seconds'] / own:.0f}", str(int(group.max()) + 1)
        table.add_row("", "red-dwarf", f"{answer['seconds']:.2f}", ratio, groups, *told)
    return table


def worlds() -> Table:
    """Means over many planted worlds, and how often a world without groups is said to have none."""
    columns = (
        "people",
        "worlds",
        "4 groups",
        "ARI",
        "ARI possible",
        "top 20",
        "Polis: top 20",
        "no groups",
    )
    table = Table(*columns, title="Means over planted worlds; last, worlds without groups told so")
    for size, many in zip(SIZES, (20, 8, 2), strict=True):
        rows = []
        for seed in range(1, many + 1):
            planted = world(*size, seed=seed)
            votes = votes_from_matrix(planted.matrix)
            seen, flat = analyse(votes), world(*size, seed=seed, shares=(1.0,))
            rows.append(
                (
                    seen.groups == 4,
                    _likeness(seen.group, planted.group),
                    oracle(planted),
                    hits([item.statement for item in seen.unites], planted),
                    hits(np.argsort(-polis(votes).consensus, kind="stable").tolist(), planted),
                    analyse(votes_from_matrix(flat.matrix)).groups == 1,
                )
            )
        right, like, most, top, other, none = np.array(rows, dtype=float).mean(axis=0)
        means = f"{like:.3f}", f"{most:.3f}", f"{top:.1f}", f"{other:.1f}"
        table.add_row(f"{size[0]:,}", str(many), f"{100 * right:.0f} %", *means, f"{100 * none:.0f} %")
    return table


def _loss(votes: Votes, group: np.ndarray, hidden: tuple[np.ndarray, ...]) -> float:
    """Log loss per hidden vote, each foretold by what the person's group says (shrunk towards everyone)."""
    groups = int(group.max(initial=0)) + 1
    table, everyone = (
        np.stack([counts.disagree, counts.passed, counts.agree]).astype(float)
        for counts in (count_votes(votes, group, groups), count_votes(votes, np.zeros_like(group), 1))
    )
    common = (everyone + 1 / 3) / (everyone.sum(axis=0) + 1)
    chance = (table + LIKE_ALL * common) / (table.sum(axis=0) + LIKE_ALL)
    chance = np.concatenate([chance, common], axis=1)
    person, statement, value = hidden
    return float(-np.log(chance[value + 1, group[person], statement]).mean())


def _real(path: Path) -> np.ndarray:
    rows = [line.split(",")[6:] for line in (path / "participants-votes.csv").read_text().splitlines()[1:]]
    return np.array([[int(cell) if cell else -128 for cell in row] for row in rows], dtype=np.int8)


def foretold() -> Table:
    """Real consultations: how well groups foretell votes that were hidden from the analysis."""
    title = "Log loss per vote, a tenth of the votes hidden (mean of five draws); sets that vote as one"
    columns = (
        "consultation",
        "people",
        "everyone's share",
        "Polis groups",
        "our groups",
        "groups",
        "in sets",
    )
    table = Table(*columns, title=title)
    for path in sorted(one for one in REAL.glob("*/") if (one / "participants-votes.csv").is_file()):
        matrix, losses = _real(path), []
        for draw in range(5):
            rng = np.random.default_rng(draw)
            gone = (matrix != -128) & (rng.random(matrix.shape) < HIDDEN)
            person, statement = np.nonzero(gone)
            votes = votes_from_matrix(np.where(gone, -128, matrix))
            hidden = person, statement, matrix[gone].astype(int)
            nobody = np.full(len(matrix), 0)
            groups = nobody, polis(votes).map.group, analyse(votes).group
            losses.append([_loss(votes, group, hidden) for group in groups])
        votes = votes_from_matrix(matrix)
        seen = analyse(votes)
        flagged = sum(len(one.people) for one in alike(votes, seen.group))
        means = (f"{one:.4f}" for one in np.mean(losses, axis=0))
        table.add_row(path.name, f"{len(matrix):,}", *means, str(seen.groups), str(flagged))
    return table


def _attacked(planted: World, share: float, seed: int) -> Votes:
    """A world that coordinated accounts try to turn: one script, which rejects all that unites."""
    rng, (people, statements) = np.random.default_rng(seed), planted.matrix.shape
    script = np.where(rng.random(statements) < 0.5, 1, -1)
    script[sorted(planted.best(20))] = -1
    sent = np.where(rng.random((round(share * people), statements)) < 0.8, script, -128)
    return votes_from_matrix(np.vstack([planted.matrix, sent]))


def _furthest(clean: Opinion, other: Opinion, planted: World) -> int:
    places = [{item.statement: at for at, item in enumerate(seen.unites)} for seen in (clean, other)]
    return max(abs(places[0][s] - places[1][s]) for s in planted.best(20))


def attacks() -> Table:
    """Two per cent of coordinated accounts: found, and what they do to the true top 20."""
    columns = ("people", "worlds", "found", "others suspected", "moved with them", "moved without them")
    table = Table(
        *columns, title="2 % coordinated accounts; furthest a true top-20 statement moves, in places"
    )
    for size, many in zip(SIZES[:2], (8, 3), strict=True):
        rows = []
        for seed in range(1, many + 1):
            planted = world(*size, seed=seed)
            votes = _attacked(planted, 0.02, seed)
            seen, clean = analyse(votes), analyse(votes_from_matrix(planted.matrix))
            sets = alike(votes, seen.group)
            people = [person for one in sets for person in one.people]
            rows.append(
                (
                    sum(person >= size[0] for person in people) / (votes.people - size[0]),
                    sum(person < size[0] for person in people),
                    _furthest(clean, seen, planted),
                    _furthest(clean, analyse(without(votes, sets)[0]), planted),
                )
            )
        found, *most = np.array(rows).T
        table.add_row(
            f"{size[0]:,}", str(many), f"{100 * found.mean():.0f} %", *(f"{one.max():.0f}" for one in most)
        )
    return table


PARTS = (beside, worlds, foretold, attacks)
