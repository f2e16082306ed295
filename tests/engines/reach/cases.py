"""Small threads: written down, drawn by Hypothesis, and as networkx sees them."""

from importlib import import_module
from typing import Any

import numpy as np
from hypothesis import strategies as st

from ledstjarna.engines.reach import Graph, graph_from

nx: Any = import_module("networkx")  # it says nothing of its types
STRENGTHS = (1.0, 1.0, 0.9, 0.5, 0.25, 1e-200)


def woven(strands: str, nodes: int | None = None) -> Graph:
    """A graph from words like `2>1` or `2>1*0.5`, in order."""
    parts = [word.replace(">", "*").split("*") for word in strands.split()]
    source, target = [int(part[0]) for part in parts], [int(part[1]) for part in parts]
    strength = [float(part[2]) if len(part) > 2 else 1.0 for part in parts]
    return graph_from(nodes or max(source + target) + 1, source, target, strength=strength)


@st.composite
def threads(draw: Any, most: int = 9, stars: int = 3) -> tuple[Graph, list[int]]:
    """A graph with rings, loops and parallel strands as they come, and some stars in it."""
    nodes = draw(st.integers(1, most))
    ends = st.integers(0, nodes - 1)
    strands = draw(st.lists(st.tuples(ends, ends, st.sampled_from(STRENGTHS)), max_size=3 * nodes))
    chosen = draw(st.lists(ends, unique=True, max_size=stars))
    source, target, strength = ([one[at] for one in strands] for at in range(3))
    return graph_from(nodes, source, target, strength=strength), chosen


def seen(graph: Graph, without: int | None = None, strand: int | None = None) -> Any:
    """The graph for networkx, perhaps without a node or a strand."""
    made = nx.DiGraph()
    made.add_nodes_from(range(graph.nodes))
    ends = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
    made.add_edges_from(pair for number, pair in enumerate(ends) if number != strand)
    if without is not None:
        made.remove_node(without)
    return made


def leading(graph: Any, stars: list[int]) -> set[int]:
    """All nodes from which a star can be reached, by networkx."""
    there = [star for star in stars if star in graph]
    return set(there).union(*(nx.ancestors(graph, star) for star in there))


def city(nodes: int, strands: int, seed: int, stars: int = 6, rings: int = 0) -> tuple[Graph, np.ndarray]:
    """A thread as wide and shallow as a city's, its nodes in no order."""
    rng = np.random.default_rng(seed)
    source = rng.integers(stars, nodes, strands)
    target = (source * (0.02 + 0.9 * rng.random(strands) ** 3)).astype(int)
    turned = rng.choice(strands, rings, replace=False)
    source[turned], target[turned] = target[turned], source[turned].copy()
    name = rng.permutation(nodes)
    strength = rng.uniform(0.3, 1, strands)
    return graph_from(nodes, name[source], name[target], strength=strength), name[:stars]
