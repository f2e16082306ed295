"""Does it all hang together? Everything this engine knows of a whole city, in one answer."""

from dataclasses import dataclass

from numpy.typing import ArrayLike

from ledstjarna.engines.reach.arrays import Flags, Ints, codes, flags, marked, star_numbers
from ledstjarna.engines.reach.contradiction import Contradiction, contradictions, pairs_of
from ledstjarna.engines.reach.coverage import Coverage, coverage
from ledstjarna.engines.reach.cycles import Cycle, cycles
from ledstjarna.engines.reach.dominance import Dominance, dominance
from ledstjarna.engines.reach.graph import Graph
from ledstjarna.engines.reach.lines import Lines, lines_of
from ledstjarna.engines.reach.loose import Loose, loose_of
from ledstjarna.engines.reach.pillars import Pillar, pillars
from ledstjarna.engines.reach.served import Served, served_by
from ledstjarna.engines.reach.staleness import Staleness, ages_of, horizons_of, staleness
from ledstjarna.engines.reach.units import parents_of

THIN = 3


@dataclass(frozen=True, slots=True)
class Reach:
    """The whole answer.

    `aims`: per node, whether it ought to have a line to a star. `lines`: per node, the shortest and the
    strongest line. `served`: the stars of each node. `coverage`: shares that have a line. `loose`: what has
    none. `weak`: the gates and links on which lines hang. `pillars`: what each star rests on. `staleness`:
    where ages were given. `contradictions`: of the pairs given, those that meet. `cycles`: rings.
    """

    stars: Ints
    aims: Flags
    lines: Lines
    served: Served
    coverage: Coverage
    loose: Loose
    weak: Dominance
    pillars: tuple[Pillar, ...]
    staleness: Staleness | None
    contradictions: tuple[Contradiction, ...]
    cycles: tuple[Cycle, ...]


@dataclass(frozen=True, slots=True)
class Nodes:
    """What the caller says of nodes, checked: codes of kind and unit, the units above units, who aims."""

    kind: Ints | None
    unit: Ints | None
    parent: Ints | None
    aims: Flags


def nodes_from(
    nodes: int,
    stars: Ints,
    *,
    aims: ArrayLike | None,
    kind: ArrayLike | None,
    unit: ArrayLike | None,
    parent_unit: ArrayLike | None,
) -> Nodes:
    """What is said of nodes; by default all but the stars aim.

    Raises:
        ValueError: something does not fit.
    """
    kinds = codes("kind", kind, nodes)
    units = codes("unit", unit, nodes, least=-1)
    parent = None
    if parent_unit is not None:
        if units is None:
            raise ValueError("parent_unit is given, but the units of nodes are not: give unit too")
        parent = parents_of(parent_unit, int(units.max(initial=-1)) + 1)
    return Nodes(kinds, units, parent, flags("aims", aims, nodes, ~marked(stars, nodes)))


def reach(
    graph: Graph,
    stars: ArrayLike,
    *,
    aims: ArrayLike | None = None,
    kind: ArrayLike | None = None,
    unit: ArrayLike | None = None,
    parent_unit: ArrayLike | None = None,
    age: ArrayLike | None = None,
    horizon: ArrayLike | None = None,
    pairs: ArrayLike | None = None,
    thin: int = THIN,
) -> Reach:
    """Everything about how nodes lead to stars.

    Args:
        graph: nodes and strands.
        stars: numbers of the nodes that all else is to lead to.
        aims: per node, whether it ought to lead to a star; all but the stars where left out.
        kind: per node, a code from 0.
        unit: per node, a code from 0, or -1 for none.
        parent_unit: per unit, the unit above it, -1 for the top.
        age: per node, days since it was last touched, nan for unknown.
        horizon: days after which a node is stale: one number, or one per kind; nan for never.
        pairs: rows of two nodes that contradict one another.
        thin: a star that fewer nodes serve is called thin.

    Raises:
        ValueError: something does not fit; the text says what, where, and how to mend it.
    """
    chosen = star_numbers(stars, graph.nodes)
    known = nodes_from(graph.nodes, chosen, aims=aims, kind=kind, unit=unit, parent_unit=parent_unit)
    if (age is None) != (horizon is None):
        raise ValueError("age and horizon belong together: give both or neither")
    lines, served = lines_of(graph, chosen), served_by(graph, chosen)
    connected = lines.hops >= 0
    old = None
    if age is not None and horizon is not None:
        days = ages_of(age, graph.nodes), horizons_of(horizon, known.kind, graph.nodes)
        old = staleness(graph, chosen, lines.hops, *days)
    found = pairs_of([] if pairs is None else pairs, graph.nodes)
    return Reach(
        stars=chosen,
        aims=known.aims,
        lines=lines,
        served=served,
        coverage=coverage(connected, known.aims, known.kind, known.unit, known.parent),
        loose=loose_of(graph, chosen, known.aims, connected),
        weak=dominance(graph, chosen),
        pillars=pillars(graph, served, thin=thin, counted=known.aims),
        staleness=old,
        contradictions=contradictions(graph, found, served, known.unit),
        cycles=cycles(graph),
    )
