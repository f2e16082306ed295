"""networkx on a thread: reads one request, answers with what it found and how long each part took."""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from statistics import median
from typing import Any

import numpy as np

nx: Any = import_module("networkx")


def timed(work: Callable[[], Any], rounds: int) -> tuple[Any, float]:
    """What a piece of work gives, and the median of its times in seconds."""
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        found = work()
        spent.append(time.perf_counter() - begun)
    return found, median(spent)


def built(nodes: int, source: Any, target: Any, strength: Any, stars: list[int]) -> tuple[Any, Any]:
    """The graph of strands, and the same against their direction from a root behind all stars."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(nodes))
    order = np.argsort(strength, kind="stable")  # of parallel strands the strongest is kept
    length = -np.log(strength)
    ends = zip(source[order].tolist(), target[order].tolist(), length[order].tolist(), strict=True)
    graph.add_weighted_edges_from(ends, weight="length")
    flow = graph.reverse()
    flow.add_edges_from((-1, star) for star in stars)
    return graph, flow


def hops(graph: Any, flow: Any, stars: list[int], nodes: int) -> list[int]:
    """Strands to the nearest star."""
    found = nx.single_source_shortest_path_length(flow, -1)
    return [found.get(node, 0) - 1 for node in range(nodes)]


def strength(graph: Any, flow: Any, stars: list[int], nodes: int) -> list[float]:
    """The product of strengths on the strongest line."""
    found = nx.multi_source_dijkstra_path_length(flow, set(stars), weight="length")
    return [float(np.exp(-found[node])) if node in found else 0.0 for node in range(nodes)]


def served(graph: Any, flow: Any, stars: list[int], nodes: int) -> list[int]:
    """How many nodes serve each star."""
    return [len(nx.ancestors(graph, star)) for star in stars]


def gates(graph: Any, flow: Any, stars: list[int], nodes: int) -> list[int]:
    """The nearest node that all lines pass."""
    found = nx.immediate_dominators(flow, -1)
    return [found.get(node, -1) for node in range(nodes)]


def rings(graph: Any, flow: Any, stars: list[int], nodes: int) -> list[int]:
    """The smallest node on any ring through each."""
    found = [0] * nodes
    for part in nx.strongly_connected_components(graph):
        name = min(part)
        for node in part:
            found[node] = name
    return found


def radii(graph: Any, flow: Any, stars: list[int], nodes: int) -> list[int]:
    """How many nodes serve each node."""
    return [len(nx.ancestors(graph, node)) for node in range(nodes)]


PARTS = {"hops": hops, "strength": strength, "served": served, "gates": gates, "rings": rings, "radii": radii}


def main() -> None:
    """Answer one request: {"parts": [...], "nodes": n, "repeat": r, "arrays": file}."""
    asked = json.load(sys.stdin)
    arrays = np.load(asked["arrays"])
    stars, nodes = arrays["stars"].tolist(), asked["nodes"]
    given = nodes, arrays["source"], arrays["target"], arrays["strength"], stars
    (graph, flow), spent = timed(partial(built, *given), asked["repeat"])
    seconds, found = {"build": spent}, {}
    for part in asked["parts"]:
        found[part], seconds[part] = timed(partial(PARTS[part], graph, flow, stars, nodes), asked["repeat"])
    print(json.dumps({"seconds": seconds, "found": found, "version": nx.__version__}))


if __name__ == "__main__":
    main()
