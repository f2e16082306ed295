"""`ledstjarna reach`: does everything hang together, from two spreadsheets and without a server."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from django.utils import timezone

from ledstjarna.cli._report import Bars, Output, Report, Section, give, outputs
from ledstjarna.cli._sheet import Column, Sheet, Unread, date, number, read_sheet, yes_no
from ledstjarna.engines.reach import Blast, Graph, Reach, Share, Sight, blast, graph_from, reach, sight
from ledstjarna.engines.reach import Path as Line

SHOWN = 20
NODES = (
    Column("ref"), Column("kind"), Column("title"), Column("unit", required=False),
    Column("star", yes_no, required=False), Column("touched", date, required=False),
)  # fmt: skip
STRANDS = (
    Column("source"), Column("target"), Column("name", required=False),
    Column("strength", number, required=False),
)  # fmt: skip
SIDES = (Column("a"), Column("b"))
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Threads:
    """What the two sheets say, by place: refs, titles, and codes with their words."""

    refs: list[str]
    titles: list[str]
    kinds: list[str]
    units: list[str]
    kind: list[int]
    unit: list[int]
    stars: list[int]
    touched: list[datetime.date | None]
    names: list[str | None]
    graph: Graph

    def named(self, node: int) -> str:
        """A node in words."""
        return f"{self.titles[node]} ({self.refs[node]})"

    def strand(self, number: int) -> str:
        """A strand in words."""
        source, target = int(self.graph.source[number]), int(self.graph.target[number])
        said = f" {self.names[number]}" if self.names[number] else ""
        return f"{self.named(source)}{said} → {self.named(target)}"

    def path(self, line: Line) -> str:
        """A path in words."""
        return " → ".join(self.titles[node] for node in line.nodes)

    def home(self, node: int) -> str:
        """The unit of a node."""
        return self.units[self.unit[node]] if self.unit[node] >= 0 else ""


@click.command("reach")
@click.argument("nodes", type=FILE)
@click.argument("strands", type=FILE)
@click.option("--node", "ref", help="Show one node: what it leads to, what leads to it, what it touches.")
@click.option("--pairs", type=FILE, help="Things that contradict one another: columns a and b (refs).")
@click.option("--horizon", type=click.FloatRange(min=0), help="Days after which a thing is stale.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day that ages are counted to; today if not given."
)
@click.option("--thin", default=3, show_default=True, help="A star that fewer things serve is called thin.")
@outputs
def command(
    nodes: Path,
    strands: Path,
    ref: str | None,
    pairs: Path | None,
    horizon: float | None,
    today: datetime.datetime | None,
    thin: int,
    output: Output,
) -> None:
    """Show whether everything in NODES leads to a star along STRANDS, and on what it hangs.

    \b
    NODES has a row for each thing: ref, kind, title, and perhaps unit, star (yes or no), touched (a day).
    STRANDS has a row for each tie, from a thing to what it serves: source, target (refs), and perhaps
    name, strength (above 0, at most 1).

    \b
    Example: ledstjarna reach nodes.csv strands.csv --horizon 365
    """
    sheet = read_sheet(nodes, NODES)
    threads = _threads(sheet, read_sheet(strands, STRANDS))
    if ref is not None:
        give(*_one(threads, ref, output))
        return
    day = today.date() if today else timezone.localdate()
    age = _ages(sheet, threads, day) if horizon is not None else None
    coded = {"kind": threads.kind, "unit": threads.unit}
    sides = _sides(read_sheet(pairs, SIDES), threads) if pairs else ()
    found = reach(threads.graph, threads.stars, **coded, age=age, horizon=horizon, thin=thin, pairs=sides)
    answer = {"nodes": threads.refs, "kinds": threads.kinds, "units": threads.units, "reach": found}
    give(Report("Does it hang together?", tuple(_sections(threads, found, len(sides)))), output, answer)


def _threads(nodes: Sheet, strands: Sheet) -> Threads:
    """The two sheets as one thread; what does not fit is refused by row."""
    refs: list[str] = nodes.columns["ref"]
    place = {ref: at for at, ref in reversed(list(enumerate(refs)))}
    nodes.refuse((at, "ref", "is there already") for at, ref in enumerate(refs) if place[ref] != at)
    stars = [at for at, star in enumerate(nodes.columns["star"]) if star]
    if not stars:
        raise Unread(f"{nodes.name}: no row has yes in the column star, so there is nothing to lead to.")
    strands.refuse(_faults(strands, place))
    kinds, kind = _coded(nodes.columns["kind"])
    units, unit = _coded(nodes.columns["unit"])
    graph = graph_from(
        len(refs),
        [place[one] for one in strands.columns["source"]],
        [place[one] for one in strands.columns["target"]],
        strength=[1.0 if one is None else one for one in strands.columns["strength"]],
    )
    titles, touched = nodes.columns["title"], nodes.columns["touched"]
    names = strands.columns["name"]
    return Threads(refs, titles, kinds, units, kind, unit, stars, touched, names, graph)


def _faults(strands: Sheet, place: dict[str, int]) -> Iterator[tuple[int, str, str]]:
    for column in ("source", "target"):
        for at, one in enumerate(strands.columns[column]):
            if one not in place:
                yield at, column, "is no ref among the nodes"
    for at, strength in enumerate(strands.columns["strength"]):
        if strength is not None and not 0 < strength <= 1:
            yield at, "strength", "is not above 0 and at most 1"


def _sides(sheet: Sheet, threads: Threads) -> list[tuple[int, int]]:
    """Pairs of nodes that contradict one another; a ref that is none is refused by row."""
    place = {ref: at for at, ref in enumerate(threads.refs)}
    sheet.refuse(
        (at, column, "is no ref among the nodes")
        for column in ("a", "b")
        for at, one in enumerate(sheet.columns[column])
        if one not in place
    )
    both = list(zip(sheet.columns["a"], sheet.columns["b"], strict=True))
    sheet.refuse((at, "b", "is the same as a") for at, (one, two) in enumerate(both) if one == two)
    return [(place[one], place[two]) for one, two in both]


def _coded(words: Sequence[str | None]) -> tuple[list[str], list[int]]:
    """Words in the order of the alphabet, and for each row its word's place, -1 for none."""
    names = sorted({word for word in words if word})
    place = {name: at for at, name in enumerate(names)}
    return names, [place[word] if word else -1 for word in words]


def _ages(sheet: Sheet, threads: Threads, today: datetime.date) -> list[float]:
    """Days since each node was touched; a day still to come is refused by row."""
    late = (at for at, day in enumerate(threads.touched) if day is not None and day > today)
    sheet.refuse((at, "touched", f"is after {today}") for at in late)
    return [float("nan") if day is None else float((today - day).days) for day in threads.touched]


def many(number: int, thing: str = "thing") -> str:
    """So many things, in words that fit the number."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def percent(share: Share, at: int) -> str:
    """A share in whole per cent; all and none are said only where it is all or none."""
    covered, total = int(share.covered[at]), int(share.total[at])
    if not total:
        return ""
    whole = round(100 * covered / total)
    if whole == 100 and covered < total:
        return "over 99 %"
    return "under 1 %" if whole == 0 and covered else f"{whole} %"


def _sections(threads: Threads, found: Reach, asked: int) -> Iterator[Section]:
    """Everything about the whole, most needed first."""
    yield _covered("Coverage by kind", "Kind", threads.kinds, found.coverage.kind, found.coverage.city)
    if threads.units:
        yield _covered("Coverage by unit", "Unit", threads.units, found.coverage.unit, None)
    yield _stars(threads, found)
    yield _loose(threads, found)
    yield _weak(threads, found)
    yield _ends(threads, found)
    yield _cycles(threads, found)
    if found.staleness is not None:
        yield _stale(threads, found)
    if asked:
        yield _contradictions(threads, found, asked)


def _contradictions(threads: Threads, found: Reach, asked: int) -> Section:
    rows = [
        (
            threads.named(one.one),
            threads.named(one.other),
            threads.titles[one.nearest.node] if one.nearest else "",
            ", ".join(threads.units[unit] for unit in one.units),
            ", ".join(threads.titles[meeting.node] for meeting in one.stars),
        )
        for one in found.contradictions
    ]
    words = f"Of {many(asked, 'pair')} that contradict one another, {len(rows)} meet somewhere."
    columns = ("One", "Other", "Both are served by", "In the units", "Under the stars")
    return Section("Contradictions", words, columns, rows)


def _covered(heading: str, column: str, names: list[str], share: Share | None, city: Share | None) -> Section:
    rows: list[tuple[object, ...]] = []
    if city is not None:
        rows.append(("everything", int(city.total[0]), int(city.covered[0]), percent(city, 0)))
    assert share is not None  # kinds and units are always given
    there = [at for at in range(len(share.total)) if share.total[at]]
    for at in there:
        rows.append((names[at], int(share.total[at]), int(share.covered[at]), percent(share, at)))
    chart = Bars([names[at] for at in there], [float(share.share[at]) for at in there])
    words = "How many of the things that are no stars themselves have a line to a star."
    return Section(heading, words, (column, "Things", "With a line", "Share"), rows, chart if there else None)


def _stars(threads: Threads, found: Reach) -> Section:
    thin = sum(pillar.thin for pillar in found.pillars)
    words = f"Thin: {thin} of {many(len(found.pillars), 'star')}." if thin else "No star is thin."
    if found.staleness is not None:
        words += " Newest: days since anything that serves the star, or the star, was touched."
    fresh = None if found.staleness is None else found.staleness.freshness
    rows = []
    for at, pillar in enumerate(found.pillars):
        heaviest = pillar.nodes[0] if pillar.nodes else None
        rests = f"{threads.named(heaviest.number)}: {heaviest.hanging} others by it alone" if heaviest else ""
        newest = (_days(float(fresh[at])),) if fresh is not None else ()
        rows.append((threads.named(pillar.star), pillar.below, pillar.direct, pillar.thin, rests, *newest))
    columns = ("Star", "Served by", "Directly", "Thin", "Rests most on")
    return Section("Stars", words, columns if fresh is None else (*columns, "Newest"), rows)


def _days(age: float) -> str:
    return "unknown" if np.isnan(age) else f"{age:.0f} days"


def _loose(threads: Threads, found: Reach) -> Section:
    loose = found.loose
    bare = set(loose.orphans.tolist())
    pairs = list(zip(loose.threads.tolist(), loose.gain.tolist(), strict=True))[:SHOWN]
    rows = [
        (threads.named(node), threads.kinds[threads.kind[node]], threads.home(node), gain, node in bare)
        for node, gain in pairs
    ]
    words = (
        f"Without a line to a star: {many(len(loose.threads))}; without any strand: {many(len(bare))}. "
        "Tying one to a star would bring along what hangs on it. The greatest gains first."
        if len(loose.threads)
        else "Everything has a line to a star."
    )
    return Section("Loose threads", words, ("Thing", "Kind", "Unit", "Would bring", "No strand"), rows)


def _weak(threads: Threads, found: Reach) -> Section:
    cut = found.weak.cut
    heavy = np.argsort(-cut, kind="stable")[:SHOWN]
    rows = [(threads.strand(one), int(cut[one])) for one in heavy.tolist() if cut[one] > 1]
    words = (
        "Without one of these strands, so many things would have no line to any star."
        if rows
        else "No single strand holds more than one thing."
    )
    return Section("Weakest links", words, ("Strand", "Would be cut off"), rows)


def _ends(threads: Threads, found: Reach) -> Section:
    ends = found.loose.dead_ends.tolist()
    rows = [(threads.named(node), threads.kinds[threads.kind[node]]) for node in ends[:SHOWN]]
    words = f"Where a line ends without a star: {many(len(ends))}." if ends else "No line ends before a star."
    return Section("Dead ends", words, ("Thing", "Kind"), rows)


def _cycles(threads: Threads, found: Reach) -> Section:
    rows = [
        (len(cycle.nodes), " → ".join(threads.named(node) for node in (*cycle.ring, cycle.ring[0])))
        for cycle in found.cycles[:SHOWN]
    ]
    rings = many(len(found.cycles), "ring")
    words = f"Things that serve one another: {rings}." if rows else "There are no rings."
    return Section("Rings", words, ("Things", "Ring"), rows)


def _stale(threads: Threads, found: Reach) -> Section:
    old = found.staleness
    assert old is not None
    stale = np.flatnonzero(old.stale)
    order = stale[np.argsort(-found.weak.hanging[stale], kind="stable")][:SHOWN].tolist()
    hanging, undated = found.weak.hanging, int(old.undated.sum())
    rows = [(threads.named(node), str(threads.touched[node]), int(hanging[node])) for node in order]
    words = (
        f"Stale: {many(len(stale))}. With lines to stars that all pass something stale: "
        f"{many(int(old.blocked.sum()))}. Of unknown age, and not called stale: {many(undated)}."
    )
    return Section("Stale", words, ("Thing", "Touched", "Hang on it alone"), rows)


def _one(threads: Threads, ref: str, output: Output) -> tuple[Report, Output, object]:
    """One node's report."""
    if ref not in threads.refs:
        raise Unread(f"There is no node {ref}.")
    node = threads.refs.index(ref)
    seen = sight(threads.graph, node, threads.stars)
    touched = blast(threads.graph, node, kind=threads.kind)
    sections = (_upwards(threads, seen), _downwards(threads, seen), _touched(threads, touched))
    answer = {"nodes": threads.refs, "kinds": threads.kinds, "sight": seen, "blast": touched}
    return Report(threads.named(node), sections), output, answer


def _upwards(threads: Threads, seen: Sight) -> Section:
    rows = []
    for line in seen.lines:
        paths = threads.path(line.shortest), threads.path(line.strongest)
        rows.append((threads.named(line.star), line.shortest.hops, *paths, line.strongest.strength))
    words = f"It leads to {many(len(rows), 'star')}." if rows else "It has no line to a star."
    columns = ("Star", "Strands", "Shortest line", "Strongest line", "Its strength")
    return Section("Lines of sight", words, columns, rows)


def _downwards(threads: Threads, seen: Sight) -> Section:
    pairs = list(zip(seen.below.tolist(), seen.below_hops.tolist(), strict=True))[:SHOWN]
    rows = [(threads.named(node), threads.kinds[threads.kind[node]], hops) for node, hops in pairs]
    words = f"Leading to it, the nearest first: {many(len(seen.below))}." if rows else "Nothing leads to it."
    return Section("What serves it", words, ("Thing", "Kind", "Strands"), rows)


def _touched(threads: Threads, found: Blast) -> Section:
    assert found.by_kind is not None
    rows = [(threads.kinds[at], count) for at, count in enumerate(found.by_kind.tolist()) if count]
    by_hops = found.by_hops.tolist()[1:]
    steps = ", ".join(f"{count} at {hops}" for hops, count in enumerate(by_hops, start=1))
    words = f"Touched: {many(len(found.touched))}"
    words += f" (by strands away: {steps})." if steps else "."
    return Section("If it changes", words, ("Kind", "Touched"), rows)
