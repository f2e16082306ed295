"""The ties engine measured: `python -m bench.ties` prints speed beside networkx and igraph, and agreement.

`--picture` draws docs/engines/ties.svg instead.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from bench.peers import Peer, exponent, noise, timed
from ledstjarna.engines import ties
from ledstjarna.engines.ties import Network
from ledstjarna.engines.ties.brokerage import brokerage

PEER = Peer("ties", ["networkx==3.6.1", "igraph==0.11.9", "numpy==2.4.6", "scipy==1.17.1"])
PICTURE = Path(__file__).resolve().parent.parent / "docs" / "engines" / "ties.svg"
SIZES = (450, 1000, 3000)
DEGREE = 11.6


def town(people: int, seed: int = 1, inward: float = 0.6) -> Network:
    """A made-up town: units of about 30, and `inward` of the ties within them."""
    rng = np.random.default_rng(seed)
    unit = rng.integers(0, max(people // 30, 2), people)
    members = [np.flatnonzero(unit == one) for one in range(unit.max() + 1)]
    many = int(people * DEGREE / 2)
    first = rng.integers(0, people, many)
    near = np.array([rng.choice(members[unit[one]]) for one in first])
    second = np.where(rng.random(many) < inward, near, rng.integers(0, people, many))
    kept = first != second
    return ties.network_from(people, first[kept], second[kept], unit)


def parts(network: Network) -> dict[str, Callable[[], object]]:
    """What the engine answers, by name."""

    def dice() -> np.random.Generator:
        return np.random.default_rng(1)

    return {
        "silo index, 500 permutations": lambda: ties.silos(network, rng=dice()),
        "modularity with Louvain": lambda: ties.modularity(network, rng=dice()),
        "constraint, effective size, hierarchy, betweenness": lambda: brokerage(network),
        "roles, 200 permutations": lambda: ties.roles(network, rng=dice()),
        "introductions": lambda: ties.introductions(network),
    }


def speed() -> Table:
    """Milliseconds by size."""
    table = Table("", *(f"{size:,}" for size in SIZES), "exponent", title="Time by people, ms (median of 3)")
    spent = {size: {name: timed(work, 3) for name, work in parts(town(size)).items()} for size in SIZES}
    for name in spent[SIZES[0]]:
        row = [spent[size][name] for size in SIZES]
        table.add_row(name, *(f"{1000 * one:.0f}" for one in row), f"{exponent(SIZES, row):.2f}")
    whole = [sum(spent[size].values()) for size in SIZES]
    table.add_row("everything", *(f"{1000 * one:.0f}" for one in whole), f"{exponent(SIZES, whole):.2f}")
    return table


def beside() -> Table:
    """Constraint beside networkx and igraph on the same network: time, and the largest difference."""
    table = Table("people", "ours, ms", "networkx", "igraph", "× networkx", "× igraph", "largest difference",
                  title="Constraint of everybody, the same network")  # fmt: skip
    for size in SIZES:
        network = town(size)
        answer = PEER.ask(
            {"task": "constraint", "people": size},
            {"first": network.first, "second": network.second, "weight": network.weight},
        )
        ours = timed(lambda network=network: _constraint(network), 3)  # type: ignore[misc]
        found = _constraint(network)
        theirs = np.array(answer["constraint"], dtype=float)
        apart = np.nanmax(np.abs(found - theirs))
        table.add_row(
            f"{size:,}", f"{1000 * ours:.1f}", f"{1000 * answer['networkx']:.1f}",
            f"{1000 * answer['igraph']:.1f}", f"{answer['networkx'] / ours:.1f}",
            f"{answer['igraph'] / ours:.2f}", f"{apart:.1e}",
        )  # fmt: skip
    return table


def _constraint(network: Network) -> np.ndarray:
    return ties.brokerage(network, between=False).constraint


def camps(turns: int) -> Table:
    """How often the 80 % interval of the index after a camp holds what a simulated camp gives."""
    table = Table("meetings", "held by the interval, per cent", title=f"{turns} simulated camps, 80 promised")
    network = town(450)
    for many in (500, 2000, 8000):
        rng = np.random.default_rng(3)
        pairs = rng.integers(0, 450, (many, 2))
        pairs = pairs[pairs[:, 0] != pairs[:, 1]]
        found = ties.camp(network, pairs[:, 0], pairs[:, 1], rng=rng)
        held = 0
        for _ in range(turns):
            chance = rng.uniform(0.02, 0.10)
            one = ties.camp(
                network, pairs[:, 0], pairs[:, 1], rng=rng, low=chance, high=chance, simulations=1
            )
            held += found.low <= one.low <= found.high
        table.add_row(f"{len(pairs):,}", f"{100 * held / turns:.1f}")
    return table


def picture() -> str:
    """The silo index of a town against what chance gives, as SVG text."""
    rng = np.random.default_rng(1)
    rows = []
    for at, inward in enumerate((0.0, 0.3, 0.6, 0.9)):
        found = ties.silos(town(450, inward=inward), rng=rng)
        assert found.index is not None
        assert found.low is not None
        assert found.high is not None
        y, x = 40 + 45 * at, [300 + 250 * one for one in (found.low, found.high, found.index)]
        rows.append(
            f'<text x="8" y="{y + 4}" fill="#333">{inward:.0%} sought within</text>'
            f'<line x1="{x[0] - 2:.0f}" y1="{y}" x2="{x[1] + 2:.0f}" y2="{y}" stroke="#888" '
            'stroke-width="10"/>'
            f'<circle cx="{x[2]:.0f}" cy="{y}" r="7" fill="#c8553d"/>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 250" '
        'font-family="sans-serif" font-size="12"><rect width="600" height="250" fill="#fff"/>'
        '<line x1="50" y1="215" x2="550" y2="215" stroke="#888"/>'
        '<text x="40" y="235" fill="#333">−1: only within</text><text x="295" y="235" fill="#333">0</text>'
        f'<text x="470" y="235" fill="#333">+1: only across</text>{"".join(rows)}</svg>\n'
    )


def main() -> None:
    """Print the tables, or draw the picture."""
    parser = argparse.ArgumentParser(description="The ties engine measured.")
    parser.add_argument("--turns", type=int, default=1000)
    parser.add_argument("--picture", action="store_true")
    asked = parser.parse_args()
    if asked.picture:
        PICTURE.write_text(picture(), encoding="utf-8")
        return
    console = Console(width=130)
    console.print(f"Noise of this machine's times: {noise()}")
    console.print(speed())
    console.print(beside())
    console.print(camps(asked.turns))


if __name__ == "__main__":
    main()
