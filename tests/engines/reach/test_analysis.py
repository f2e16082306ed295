"""The whole answer."""

import numpy as np
import pytest

from ledstjarna.engines.reach import graph_from, reach
from tests.engines.reach.cases import city, woven

GRAPH = woven("2>0 3>2 4>2 5>4 6>1 7>8", nodes=10)


def test_the_whole_answer_of_a_small_thread() -> None:
    found = reach(
        GRAPH, [0, 1],
        kind=[0, 0, 1, 1, 1, 2, 2, 2, 2, 2], unit=[0, 0, 1, 1, 2, 2, 2, 3, 3, -1],
        parent_unit=[-1, 0, 0, 2], age=[1, 1, 100, 1, 1, 1, 1, 1, 1, 1], horizon=[50, 50, np.nan],
        pairs=[[3, 4]], thin=2,
    )  # fmt: skip
    assert found.stars.tolist() == [0, 1]
    assert found.lines.hops.tolist() == [0, 0, 1, 2, 2, 3, 1, -1, -1, -1]
    assert found.coverage.city.share.tolist() == [5 / 8]
    assert found.coverage.kind is not None
    assert found.coverage.tree is not None
    assert found.coverage.kind.covered.tolist() == [0, 3, 2]
    assert found.coverage.tree.total.tolist() == [7, 2, 5, 2]
    assert (found.loose.threads.tolist(), found.loose.gain.tolist()) == ([8, 7, 9], [2, 1, 1])
    assert (found.loose.orphans.tolist(), found.loose.dead_ends.tolist()) == ([9], [8])
    assert found.weak.hanging.tolist() == [4, 1, 3, 0, 1, 0, 0, 0, 0, 0]
    assert [(pillar.below, pillar.thin) for pillar in found.pillars] == [(4, False), (1, True)]
    assert found.staleness is not None
    assert np.flatnonzero(found.staleness.blocked).tolist() == [3, 4, 5]
    assert [meeting.node for meeting in found.contradictions[0].stars] == [0]
    assert found.cycles == ()


def test_what_is_said_to_aim_is_what_is_covered() -> None:
    aims = np.zeros(10, dtype=np.bool_)
    aims[[5, 9]] = True
    found = reach(GRAPH, [0], aims=aims)
    assert (found.coverage.city.covered.tolist(), found.coverage.city.total.tolist()) == ([1], [2])
    assert found.loose.threads.tolist() == [9]
    assert found.staleness is None


def test_no_stars_and_no_nodes_have_their_answers() -> None:
    assert reach(GRAPH, []).coverage.city.share.tolist() == [0.0]
    found = reach(graph_from(0, [], []), [])
    assert np.isnan(found.coverage.city.share).all()
    assert (found.pillars, found.cycles, found.contradictions) == ((), (), ())


@pytest.mark.parametrize(
    ("given_as", "said"),
    [
        ({"stars": [10]}, "star 0 is node 10"),
        ({"age": np.zeros(10)}, "age and horizon belong together"),
        ({"horizon": 3}, "age and horizon belong together"),
        ({"parent_unit": [-1]}, "give unit too"),
        ({"kind": [0] * 9}, "kind has 9 values"),
        ({"aims": [1] * 10}, "aims must be"),
    ],
)
def test_what_does_not_fit_is_refused(given_as: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        reach(GRAPH, **({"stars": [0]} | given_as))  # type: ignore[arg-type]


def test_numbering_everything_anew_changes_only_the_numbers() -> None:
    graph, stars = city(400, 900, seed=3, rings=4)
    name = np.random.default_rng(1).permutation(400)
    other = graph_from(400, name[graph.source], name[graph.target], strength=graph.strength)
    one, two = reach(graph, stars), reach(other, name[stars])
    assert one.lines.hops.tolist() == two.lines.hops[name].tolist()
    assert one.lines.strength.tolist() == two.lines.strength[name].tolist()
    assert one.weak.hanging.tolist() == two.weak.hanging[name].tolist()
    assert one.weak.cut.tolist() == two.weak.cut.tolist()
    assert one.weak.link.tolist() == two.weak.link[name].tolist()
    assert sorted(one.loose.gain.tolist()) == sorted(two.loose.gain.tolist())
    assert [len(cycle.nodes) for cycle in one.cycles] == [len(cycle.nodes) for cycle in two.cycles]


def test_a_thread_as_deep_as_it_is_long_breaks_nothing() -> None:
    nodes = 3000
    found = reach(graph_from(nodes, np.arange(1, nodes), np.arange(nodes - 1)), [0])
    assert found.lines.hops.tolist() == list(range(nodes))
    assert found.weak.cut.tolist() == list(range(nodes - 1, 0, -1))
