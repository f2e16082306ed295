"""After every change the kept answers are those that would be found anew."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.engines.reach import Graph, Thread, reach, sight
from tests.engines.reach.cases import city, threads, woven

PARENT = [-1, 0, 0]


def anew(thread: Thread, kind: list[int], unit: list[int], aims: list[bool]) -> None:
    """Everything the thread says, held against `reach` and `sight` of what is there."""
    graph, stars = thread.graph(), thread.stars
    found = reach(graph, stars, aims=np.array(aims, dtype=np.bool_), kind=kind, unit=unit, parent_unit=PARENT)
    assert thread.connected.tolist() == (found.lines.hops >= 0).tolist()
    assert thread.below.tolist() == found.served.counts.tolist()
    assert thread.loose.tolist() == sorted(found.loose.threads.tolist())
    assert thread.orphans.tolist() == found.loose.orphans.tolist()
    kept = thread.coverage
    for one, two in (
        (kept.city, found.coverage.city), (kept.unit, found.coverage.unit), (kept.tree, found.coverage.tree),
    ):  # fmt: skip
        assert one is not None
        assert two is not None
        assert (one.covered.tolist(), one.total.tolist()) == (two.covered.tolist(), two.total.tolist())
    for node in np.flatnonzero(thread.present).tolist():
        lines = sight(graph, node, stars).lines
        assert thread.hops(node) == {line.star: line.shortest.hops for line in lines}


@given(threads(), st.data())
def test_after_any_changes_all_is_as_if_found_anew(
    case: tuple[Graph, list[int]], data: st.DataObject
) -> None:
    graph, stars = case
    kind, unit = [0, 1, 2] * 3, [0, 1, 2] * 3
    kind, unit = kind[: graph.nodes], unit[: graph.nodes]
    aims = [node not in stars for node in range(graph.nodes)]
    thread = Thread(
        graph, stars, aims=np.array(aims, dtype=np.bool_), kind=kind, unit=unit, parent_unit=PARENT
    )
    tied = list(range(graph.strands))
    for _ in range(data.draw(st.integers(1, 6))):
        present = np.flatnonzero(thread.present).tolist()
        change = data.draw(st.sampled_from(["tie", "untie", "untie", "add", "star", "drop"]))
        if change == "tie" and present:
            tied.append(thread.tie(*(data.draw(st.sampled_from(present)) for _ in range(2))))
        elif change == "untie" and tied:
            thread.untie(tied.pop(data.draw(st.integers(0, len(tied) - 1))))
        elif change in ("add", "star"):
            thread.add(kind=0, unit=min(1, max(unit)), star=change == "star")
            kind, unit, aims = [*kind, 0], [*unit, min(1, max(unit))], [*aims, change == "add"]
        elif change == "drop" and present:
            gone = data.draw(st.sampled_from(present))
            thread.drop(gone)
            aims[gone] = False
            tied = [strand for strand in tied if thread._links.there[strand]]
        anew(thread, kind, unit, aims)


def test_a_line_lost_is_found_again_by_a_longer_way() -> None:
    thread = Thread(woven("1>0 2>1 3>2 3>4 4>5 5>0"), [0])
    assert thread.hops(3) == {0: 3}
    thread.untie(1)
    assert (thread.hops(2), thread.loose.tolist(), thread.below.tolist()) == ({}, [2], [4])
    thread.untie(5)
    assert thread.loose.tolist() == [2, 3, 4, 5]
    strand = thread.tie(2, 0)
    assert (strand, thread.hops(3)) == (6, {0: 2})


def test_a_ring_does_not_hold_itself_up() -> None:
    thread = Thread(woven("1>0 2>1 3>2 1>3"), [0])
    thread.untie(0)
    assert thread.loose.tolist() == [1, 2, 3]


def test_a_dropped_node_takes_its_strands_along() -> None:
    thread = Thread(woven("1>0 2>1 2>2"), [0])
    thread.drop(1)
    assert (thread.nodes, thread.present.tolist()) == (3, [True, False, True])
    assert (thread.graph().strands, thread.loose.tolist(), thread.orphans.tolist()) == (1, [2], [])
    thread.drop(0)
    assert (thread.stars.tolist(), thread.below.tolist(), thread.connected.tolist()) == ([], [], [False] * 3)


def test_there_is_room_for_many_more_than_there_were() -> None:
    thread = Thread(woven("1>0"), [0])
    for _ in range(1500):
        node = thread.add()
        thread.tie(node, node - 1, strength=0.5, strand_type=3)
    assert thread.hops(1501) == {0: 1501}
    assert (thread.coverage.city.covered.tolist(), thread.graph().strand_type[-1]) == ([1501], 3)


def test_many_changes_of_a_larger_thread_are_as_if_found_anew() -> None:
    graph, stars = city(800, 2000, seed=5, rings=6)
    thread, rng = Thread(graph, stars), np.random.default_rng(2)
    for strand in rng.choice(2000, 700, replace=False).tolist():
        thread.untie(strand)
        thread.tie(*rng.integers(0, 800, 2).tolist())
    found = reach(thread.graph(), stars)
    assert thread.connected.tolist() == (found.lines.hops >= 0).tolist()
    assert thread.below.tolist() == found.served.counts.tolist()
    assert [min(thread.hops(node).values(), default=-1) for node in range(800)] == found.lines.hops.tolist()


def test_what_is_not_there_is_refused() -> None:
    thread = Thread(woven("1>0"), [0])
    thread.untie(0)
    for strand in (0, 1, -1):
        with pytest.raises(ValueError, match=f"there is no strand {strand}"):
            thread.untie(strand)
    thread.drop(1)
    for node in (1, 2, -1):
        with pytest.raises(ValueError, match=f"there is no node {node}"):
            thread.tie(0, node)
    with pytest.raises(ValueError, match="strength 0"):
        thread.tie(0, 0, strength=0)
