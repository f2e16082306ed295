"""The node or strand without which there would be no line: by published examples, and by taking each out."""

import numpy as np
from hypothesis import given

from ledstjarna.engines.reach import Graph
from ledstjarna.engines.reach.dominance import cuts, dominance, tree_towards
from tests.engines.reach.cases import leading, nx, seen, threads, woven

STAR = np.array([0], dtype=np.int32)


def gates(flow: str, names: str) -> dict[str, str]:
    """Gates for a flow graph from the first name; strands lead against the flow."""
    strands = (f"{names.index(word[2])}>{names.index(word[0])}" for word in flow.split())
    found = dominance(woven(" ".join(strands)), STAR).gate.tolist()
    return {name: names[gate] for name, gate in zip(names[1:], found[1:], strict=True)}


def test_the_flow_graph_of_lengauer_and_tarjan_1979() -> None:
    flow = "R>A R>B R>C A>D B>A B>D B>E C>F C>G D>L E>H F>I G>I G>J H>E H>K I>K J>I K>I K>R L>H"
    assert gates(flow, "RABCDEFGHIJKL") == {
        "A": "R", "B": "R", "C": "R", "D": "R", "E": "R", "F": "C",
        "G": "C", "H": "R", "I": "R", "J": "G", "K": "R", "L": "D",
    }  # fmt: skip


def test_the_irreducible_flow_graph_of_cooper_harvey_and_kennedy_2001() -> None:
    assert gates("6>5 6>4 5>1 4>2 4>3 1>2 2>1 2>3 3>2", "654321") == dict.fromkeys("54321", "6")


def test_a_diamond_hangs_on_its_top_and_on_the_strand_above_it() -> None:
    found = dominance(woven("1>0 2>1 3>1 4>2 4>3 5>4", nodes=7), STAR)
    assert found.gate.tolist() == [-1, 0, 1, 1, 1, 4, -1]
    assert found.link.tolist() == [-1, 0, 1, 2, 0, 5, -1]
    assert found.hanging.tolist() == [5, 4, 0, 0, 1, 0, 0]
    assert found.cut.tolist() == [5, 1, 1, 0, 0, 1]


def test_two_strands_between_the_same_nodes_hold_one_another() -> None:
    found = dominance(woven("1>0 1>0 2>1"), STAR)
    assert (found.link.tolist(), found.cut.tolist()) == ([-1, -1, 2], [0, 0, 1])


def test_a_ring_under_a_bridge_does_not_hide_it() -> None:
    found = dominance(woven("1>0 1>2 2>1 3>2"), STAR)
    assert found.link.tolist() == [-1, 0, 2, 3]
    assert found.cut.tolist() == [3, 0, 2, 1]


@given(threads())
def test_gates_are_the_dominators_of_networkx(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    flow = seen(graph).reverse()
    flow.add_edges_from(("root", star) for star in stars)
    flow.add_node("root")
    known = nx.immediate_dominators(flow, "root")
    found = dominance(graph, np.array(stars, dtype=np.int32)).gate.tolist()
    for node in range(graph.nodes):
        gate = known.get(node, "root")
        assert found[node] == (-1 if gate == "root" else gate)


@given(threads())
def test_without_a_node_just_those_that_hang_on_it_have_no_line(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    tied = leading(seen(graph), stars)
    found = dominance(graph, np.array(stars, dtype=np.int32))
    for node in range(graph.nodes):
        left = leading(seen(graph, without=node), stars)
        assert found.hanging[node] == len(tied - left - {node})


@given(threads(most=7))
def test_without_a_strand_just_those_that_it_cuts_have_no_line(case: tuple[Graph, list[int]]) -> None:
    graph, stars = case
    tied = leading(seen(graph), stars)
    found = dominance(graph, np.array(stars, dtype=np.int32))
    lost = [tied - leading(seen(graph, strand=strand), stars) for strand in range(graph.strands)]
    assert found.cut.tolist() == [len(nodes) for nodes in lost]
    for node in range(graph.nodes):
        link = int(found.link[node])
        assert (link >= 0) == any(node in nodes for nodes in lost)
        if link >= 0:  # the nearest: what it cuts is cut by every other strand that cuts this node
            assert node in lost[link]
            assert all(lost[link] <= nodes for nodes in lost if node in nodes)


def test_a_tree_lists_parents_before_children() -> None:
    tree = tree_towards(woven("2>1 1>0 3>1 4>2"), STAR)
    place = {node: at for at, node in enumerate(tree.queue.tolist())}
    assert all(place[node] > place[int(tree.parent[node])] for node in (1, 2, 3, 4))
    assert cuts(woven("2>1 1>0 3>1 4>2"), tree).tolist() == [2, 4, 1, 1]
