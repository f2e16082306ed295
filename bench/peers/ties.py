"""Burt's constraint by networkx and by igraph; runs in an environment of its own."""

import json
import sys
import time

import igraph  # type: ignore[import-not-found,unused-ignore]
import networkx as nx
import numpy as np


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    arrays = np.load(request["arrays"])
    people = request["people"]
    ends = list(zip(arrays["first"].tolist(), arrays["second"].tolist(), strict=True))
    weight = arrays["weight"].tolist()
    graph = nx.Graph()
    graph.add_nodes_from(range(people))
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in zip(ends, weight, strict=True))
    other = igraph.Graph(n=people, edges=ends)
    spent, answers = {}, {}
    for name, work in (
        ("networkx", lambda: nx.constraint(graph, weight="weight")),
        ("igraph", lambda: other.constraint(weights=weight)),
    ):
        times = []
        for _ in range(3):
            begun = time.perf_counter()
            answers[name] = work()  # type: ignore[no-untyped-call,unused-ignore]
            times.append(time.perf_counter() - begun)
        spent[name] = sorted(times)[1]
    constraint = [answers["networkx"][person] for person in range(people)]
    print(json.dumps({"constraint": [None if one != one else one for one in constraint], **spent}))


if __name__ == "__main__":
    main()
