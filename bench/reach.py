"""The reach engine measured: `python -m bench.reach`; with `--picture` it draws the picture in the docs."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from bench.peers import Peer, exponent, noise, timed
from ledstjarna.engines.reach import Graph, Thread, _kernels, blast, graph_from, path_of, radii, reach, sight
from ledstjarna.engines.reach.arrays import marked
from ledstjarna.engines.reach.dominance import dominance
from ledstjarna.engines.reach.lines import lines_of
from ledstjarna.engines.reach.served import served_by

NETWORKX = Peer("reach", ["networkx==3.6.1", "numpy==2.4.6"])
STARS = 8
KINDS = 12
UNITS = 500
SIZES = (2_000, 20_000, 200_000)
CITY = 200_000
PICTURE = Path(__file__).resolve().parent.parent / "docs" / "engines" / "reach.svg"
Ends = NDArray[np.int64]


class World:
    """A made-up city's thread: `strands` strands up to 8 stars, shallow, a tenth of it loose, a few rings."""

    def __init__(self, nodes: int, seed: int = 1) -> None:
        rng = np.random.default_rng(seed)
        strands = nodes * 5 // 2
        source = rng.integers(STARS, nodes, strands)
        target = (source * (0.02 + 0.9 * rng.random(strands) ** 3)).astype(np.int64)
        turned = rng.choice(strands, max(1, strands // 5_000), replace=False)
        count = len(turned)
        source[:count], target[:count] = target[turned], source[turned]
        name = rng.permutation(nodes)
        self.nodes, self.source, self.target = nodes, name[source], name[target]
        self.strength, self.stars = rng.uniform(0.3, 1, strands), name[:STARS]
        self.kind, self.unit = rng.integers(0, KINDS, nodes), rng.integers(0, UNITS, nodes)
        self.parent = np.array([-1, *((np.arange(1, UNITS) - 1) // 4)])
        self.age, self.horizon = rng.exponential(200, nodes), rng.uniform(100, 900, KINDS)
        self.pairs = rng.integers(0, nodes // 2, (max(3, nodes // 10_000), 2)) + np.array([0, nodes // 2])

    def graph(self) -> Graph:
        """Its nodes and strands."""
        return graph_from(self.nodes, self.source, self.target, strength=self.strength)

    def units(self) -> dict[str, Any]:
        """What is known of its nodes."""
        return {"kind": self.kind, "unit": self.unit, "parent_unit": self.parent}

    def whole(self) -> object:
        """The graph and everything that `reach` says of it."""
        return reach(
            self.graph(), self.stars, **self.units(), age=self.age, horizon=self.horizon, pairs=self.pairs
        )


@contextmanager
def without_numba() -> Iterator[None]:
    """The plain forms, for as long as it lasts."""
    with patch.object(_kernels, "numba", None):
        yield


def _ours(world: World, graph: Graph) -> dict[str, Callable[[], Any]]:
    """The same questions as the peer's, by name."""
    stars = world.stars.astype(np.int32)
    return {
        "build": world.graph,
        "hops": lambda: lines_of(graph, stars).hops,
        "strength": lambda: lines_of(graph, stars).strength,
        "served": lambda: served_by(graph, stars).counts,
        "gates": lambda: dominance(graph, stars).gate,
        "rings": lambda: world.graph().component,
        "radii": partial(radii, graph),
    }


WORDS = {
    "build": "rows both ways, rings, order",
    "hops": "shortest lines (ours: and strongest)",
    "strength": "strongest lines (ours: and shortest)",
    "served": "what serves each star",
    "gates": "weakest links (ours: and strands)",
    "rings": "rings (ours: with the rows)",
    "radii": "what serves every single node",
}


def _same(part: str, ours: Any, theirs: Any) -> str:
    if part == "build":
        return ""
    if part == "strength":
        return "equal to 1e-9" if np.allclose(ours, theirs, rtol=1e-9, atol=0) else "DIFFERENT"
    return "equal" if ours.tolist() == theirs else "DIFFERENT"


def beside_networkx(nodes: int) -> Table:
    """Seconds on the same thread, in the same run, one part after the other."""
    table = Table("question", "ours, ms", "networkx, ms", "ratio", "answers", title=f"{nodes:,} nodes")
    world = World(nodes)
    graph = world.graph()
    parts = [part for part in WORDS if part != "build" and (part != "radii" or nodes <= SIZES[1])]
    request = {"parts": parts, "nodes": nodes, "repeat": 3 if nodes < CITY else 1}
    arrays = {name: getattr(world, name) for name in ("source", "target", "strength", "stars")}
    theirs = NETWORKX.ask(request, arrays)
    for part, work in _ours(world, graph).items():
        if part in theirs["seconds"]:
            spent, peer = timed(work), theirs["seconds"][part]
            same = _same(part, work(), theirs["found"].get(part))
            figures = f"{1000 * spent:,.1f}", f"{1000 * peer:,.0f}", f"{peer / spent:,.0f}"
            table.add_row(WORDS[part], *figures, same)
    return table


def growth() -> tuple[Table, dict[str, float]]:
    """The whole answer by size, with and without Numba, and how it grows."""
    table = Table(
        "nodes", "strands", "Numba, ms", "plain NumPy, ms", "ratio", title="Everything, graph and all"
    )
    rows: list[tuple[float, float]] = []
    for nodes in (1_000, *SIZES):
        world = World(nodes)
        fast = timed(world.whole)
        with without_numba():
            plain = timed(world.whole, 5 if nodes < CITY else 1)
        rows.append((fast, plain))
        figures = f"{1000 * fast:,.1f}", f"{1000 * plain:,.1f}", f"{plain / fast:,.1f}"
        table.add_row(f"{nodes:,}", f"{len(world.source):,}", *figures)
    sizes = (1_000, *SIZES)
    slopes = [exponent(sizes[1:], [row[which] for row in rows[1:]]) for which in (0, 1)]
    table.add_row("grows with the power", "", f"{slopes[0]:.2f}", f"{slopes[1]:.2f}", "")
    return table, {"city": rows[-1][0], "small": rows[0][1]}


def single() -> Table:
    """One node's questions in the city, and the exact counts of all nodes."""
    table = Table("question", "ms", title=f"Questions put to a city of {CITY:,} nodes")
    world = World(CITY)
    graph, node = world.graph(), int(world.source[7])
    lines = lines_of(graph, world.stars.astype(np.int32))
    far = int(np.argmax(lines.hops))
    asked: dict[str, Callable[[], object]] = {
        "lines of sight of one node, up and down": lambda: sight(graph, node, world.stars),
        "the same of a star": lambda: sight(graph, int(world.stars[0]), world.stars),
        "blast of a star": lambda: blast(graph, int(world.stars[0]), kind=world.kind, unit=world.unit),
        "one path of the answer": lambda: path_of(graph, lines.step, far),
        "blast counts of all nodes, exact": lambda: radii(graph),
    }
    for words, work in asked.items():
        table.add_row(words, f"{1000 * timed(work):,.2f}")
    return table


def changes(rounds: int = 2_000) -> tuple[Table, dict[str, float]]:
    """What one change costs in the city, by quantile; and that the end is as if found anew."""
    columns = ("change", "median, ms", "90 %", "99 %", "worst", "over 2 ms")
    table = Table(*columns, title="One change in the city, drawn by lot")
    world = World(CITY)
    thread = Thread(world.graph(), world.stars, **world.units())
    spent = {name: list[float]() for name in ("tie", "untie", "add", "drop")}
    _changed(world, thread, spent, rounds)
    heavy = {name: list[float]() for name in ("untie what most rests on", "tie it again")}
    _changed_most(world, heavy)
    for name, seconds in (spent | heavy).items():
        quantiles = (f"{1000 * float(np.quantile(seconds, at)):.3f}" for at in (0.5, 0.9, 0.99, 1))
        table.add_row(name, *quantiles, f"{100 * np.mean(np.array(seconds) > 0.002):.1f} %")
    anew = lines_of(thread.graph(), thread.stars).hops >= 0
    same = "equal" if (anew == thread.connected).all() else "NOT EQUAL"
    table.caption = f"afterwards {same} to anew"
    by_lot = np.concatenate([np.array(seconds) for seconds in spent.values()])
    worst = max(max(seconds) for seconds in heavy.values())
    return table, {"change": float(np.quantile(by_lot, 0.99)), "lot": float(by_lot.max()), "heavy": worst}


def _changed(world: World, thread: Thread, spent: dict[str, list[float]], rounds: int) -> None:
    """Strands and nodes come and go by lot."""
    rng, fixed = np.random.default_rng(2), set(world.stars.tolist())
    for strand in rng.permutation(len(world.source))[:rounds].tolist():
        there = thread.present[: world.nodes]
        if there[world.source[strand]] and there[world.target[strand]]:
            _clocked(spent["untie"], partial(thread.untie, strand))
        one, other = rng.choice(np.flatnonzero(there), 2).tolist()
        _clocked(spent["tie"], partial(thread.tie, one, other))
        _clocked(spent["add"], partial(thread.add, kind=1, unit=2))
        if one not in fixed:
            _clocked(spent["drop"], partial(thread.drop, one))


def _changed_most(world: World, spent: dict[str, list[float]]) -> None:
    """For each star, the strand on which most of it rests goes and comes again."""
    graph = world.graph()
    thread = Thread(graph, world.stars)
    untie, tie = spent.values()
    for pillar in reach(graph, world.stars).pillars:
        strand = pillar.strands[0].number
        _clocked(untie, partial(thread.untie, strand))
        _clocked(tie, partial(thread.tie, int(world.source[strand]), int(world.target[strand])))


def _clocked(seconds: list[float], work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    seconds.append(time.perf_counter() - begun)


BOUNDS = {
    300.0: "the dominator tree of each star",
    10.0: "calls on small arrays",
    2.0: "how many nodes change",
}


def targets(found: dict[str, float]) -> Table:
    """What was aimed for, and what came of it."""
    table = Table("target", "aim, ms", "measured, ms", "", title="Targets")
    aims = (
        ("everything about the city, with Numba", 300.0, found["city"]),
        ("everything about 1,000 nodes, plain NumPy", 10.0, found["small"]),
        ("any change drawn by lot, 99 of 100", 2.0, found["change"]),
        ("any change drawn by lot, the worst", 2.0, found["lot"]),
        ("the strand on which most of a star rests", 2.0, found["heavy"]),
    )
    for words, aim, seconds in aims:
        spent = 1000 * seconds
        missed = f"missed by {spent - aim:.1f} ms, bounded by {BOUNDS[aim]}"
        table.add_row(words, f"{aim:g}", f"{spent:.2f}", "met" if spent <= aim else missed)
    return table


def picture() -> str:
    """A small thread as the engine sees it: lines to the star, the weakest link, loose threads, a ring."""
    source = np.array([1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13])
    target = np.array([0, 0, 1, 2, 2, 4, 4, 5, 5, 14, 8, 8, 9, 11, 12])
    graph = graph_from(15, source, target)
    graph = graph_from(15, [*source, 11], [*target, 13])
    found = reach(graph, [0])
    places = {
        0: (280, 40), 1: (180, 110), 2: (340, 110), 3: (200, 180), 4: (380, 180), 5: (330, 250),
        6: (430, 250), 7: (330, 320), 14: (620, 110), 8: (620, 180), 9: (570, 250), 10: (670, 250),
        11: (570, 320), 12: (520, 390), 13: (620, 390),
    }  # fmt: skip
    heavy = int(np.argmax(found.weak.cut))
    ringed = {node for cycle in found.cycles for node in cycle.nodes}
    tied = marked(np.flatnonzero(found.lines.hops >= 0).astype(np.int32), graph.nodes)
    parts = [_strand(places, graph, strand, heavy, tied, ringed) for strand in range(graph.strands)]
    parts += [_dot(place, node == 0, bool(tied[node])) for node, place in places.items()]
    x, y = places[int(graph.source[heavy])]
    hanging, gain = int(found.weak.cut[heavy]), int(found.loose.gain[0])
    parts.append(_text(x + 14, y - 24, f"the weakest link: {hanging} hang on it"))
    parts.append(_text(500, 66, f"a dead end: tying it would connect {gain}"))
    parts.append(_text(640, 360, "a ring"))
    parts.append(_text(300, 36, "the star"))
    style = (
        "text{font:14px sans-serif;fill:currentColor}line{stroke:currentColor;stroke-width:1.5}"
        "svg{color:#223}@media(prefers-color-scheme:dark){svg{color:#dde}}"
    )
    body = "\n".join(parts)
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 430" role="img">'
    return f"{head}\n<title>A thread and what hangs on it</title>\n<style>{style}</style>\n{body}\n</svg>\n"


def _strand(
    places: dict[int, tuple[int, int]], graph: Graph, strand: int, heavy: int, tied: Any, ringed: set[int]
) -> str:
    low, high = int(graph.source[strand]), int(graph.target[strand])
    (x1, y1), (x2, y2) = places[low], places[high]
    look = 'style="stroke:#d2462f;stroke-width:5"' if strand == heavy else ""
    if not tied[low]:
        look = 'stroke-dasharray="6 4"'
    if {low, high} <= ringed:
        look = 'style="stroke:#c07b00;stroke-width:3"'
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {look}/>'


def _dot(place: tuple[int, int], star: bool, tied: bool) -> str:
    x, y = place
    fill = "#e0a800" if star else "#2f7fd2" if tied else "#8a8f98"
    return f'<circle cx="{x}" cy="{y}" r="{12 if star else 8}" fill="{fill}"/>'


def _text(x: int, y: int, words: str) -> str:
    return f'<text x="{x}" y="{y}">{words}</text>'


def main() -> None:
    """Print all tables, or draw the picture."""
    console = Console()
    if "--picture" in sys.argv[1:]:
        PICTURE.write_text(picture(), encoding="utf-8")
        console.print(f"Written to {PICTURE}")
        return
    _kernels.warm()
    console.print(f"This machine's noise now: {noise()}")
    for nodes in SIZES:
        console.print(beside_networkx(nodes))
    whole, one = growth()
    change, two = changes()
    for table in (whole, single(), change, targets(one | two)):
        console.print(table)


if __name__ == "__main__":
    main()
