"""The stars that each node serves."""

import numpy as np
from hypothesis import given

from ledstjarna.engines.reach import Graph
from ledstjarna.engines.reach.served import served_by
from tests.engines.reach.cases import leading, seen, threads, woven


def test_a_node_serves_every_star_above_it() -> None:
    served = served_by(woven("2>0 3>1 4>2 4>3 5>5"), np.array([1, 0], dtype=np.int32))
    assert [served.by(node).tolist() for node in range(6)] == [[0], [1], [0], [1], [1, 0], []]
    assert served.connected.tolist() == [True] * 5 + [False]
    assert served.counts.tolist() == [2, 2]


def test_more_than_64_stars_are_kept_apart() -> None:
    stars = 130
    strands = " ".join(f"{stars}>{star}" for star in range(0, stars, 3))
    served = served_by(woven(strands), np.arange(stars, dtype=np.int32))
    assert served.by(stars).tolist() == list(range(0, stars, 3))
    assert served.counts.tolist() == [int(star % 3 == 0) for star in range(stars)]


@given(threads())
def test_each_star_is_served_by_what_leads_to_it(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    served = served_by(graph, np.array(stars, dtype=np.int32))
    for place, star in enumerate(stars):
        assert set(np.flatnonzero(served.below(place)).tolist()) == leading(seen(graph), [star])
