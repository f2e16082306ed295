"""`ledstjarna ties`: bridges and silos between units, from a spreadsheet of who works with whom."""

from pathlib import Path

import click
import numpy as np

from ledstjarna.cli._report import Bars, Output, Report, Section, give, outputs
from ledstjarna.cli._sheet import Column, Sheet, number, read_sheet
from ledstjarna.engines import ties
from ledstjarna.engines.ties import Camp, Introductions, Modularity, Network, Silos

PAIRS = [Column("a"), Column("b"), Column("weight", number, required=False)]
PEOPLE = [Column("ref"), Column("unit")]
SHOWN = 15
# Without direction a gatekeeper is a representative too, so that one is told once.
STANDS = ("coordinator", "consultant", "gatekeeper", "", "liaison")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("ties")
@click.argument("joint", type=FILE)
@click.option("--people", required=True, type=FILE, help="A sheet with columns ref and unit.")
@click.option("--camp", type=FILE, help="Meetings at a camp, columns a and b: what would it change?")
@click.option("--me", default="", help="One's own ref: where one stands oneself, and nobody else.")
@click.option("--minimum", type=click.IntRange(5), default=7, show_default=True, help="Smallest unit shown.")
@click.option("--seed", type=int, default=1, show_default=True, help="The dice of the reference by chance.")
@outputs
def command(
    joint: Path, people: Path, camp: Path | None, me: str, minimum: int, seed: int, output: Output
) -> None:
    """Read JOINT (columns a, b and if wanted weight: who works with whom) and tell how units are tied.

    Nothing is said of units under the smallest size, nor of persons but of oneself.

    \b
    Example: ledstjarna ties joint.csv --people people.csv
    """
    rng = np.random.default_rng(seed)
    whom = read_sheet(people, PEOPLE)
    places = _places(whom)
    units, unit = np.unique(np.array(whom.columns["unit"]), return_inverse=True)
    sheet = read_sheet(joint, PAIRS)
    first, second, weight = _pairs(sheet, places)
    network = ties.network_from(len(places), first, second, unit, weight=weight, minimum=minimum)
    names = ["small units" if one < 0 else str(units[one]) for one in network.label]
    silos, parts = ties.silos(network, rng=rng), ties.modularity(network, rng=rng)
    bridges = ties.introductions(network)
    answer: dict[str, object] = {"units": names, "silos": silos, "bridges": bridges}
    answer["modularity"] = {"units": parts.units, "best": parts.best, "share": parts.share}
    sections = [_silos(silos, parts), _units(silos, names, network), _bridges(bridges, names)]
    if camp is not None:
        met = _pairs(read_sheet(camp, PAIRS[:2]), places)
        answer["camp"] = found = ties.camp(network, met[0], met[1], rng=rng)
        sections.insert(1, _camp(found))
    if me:
        if me not in places:
            raise click.UsageError(f"{people.name} has no ref {me}.")
        answer["me"] = own = _own(network, places[me], rng)
        sections.append(Section("Where you stand", "For you alone.", ("", ""), list(own.items())))
    give(Report("Ties between units", sections), output, answer)


def _places(whom: Sheet) -> dict[str, int]:
    places: dict[str, int] = {}
    wrong = []
    for at, ref in enumerate(whom.columns["ref"]):
        if ref in places:
            wrong.append((at, "ref", "is on another row already"))
        places.setdefault(ref, at)
    whom.refuse(wrong)
    return places


def _pairs(sheet: Sheet, places: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    wrong = [
        (at, name, "is nobody among the people")
        for name in ("a", "b")
        for at, ref in enumerate(sheet.columns[name])
        if ref not in places
    ]
    both = zip(sheet.columns["a"], sheet.columns["b"], strict=True)
    wrong += [(at, "b", "is the same person as a") for at, (a, b) in enumerate(both) if a == b]
    given = sheet.columns.get("weight", [None] * len(sheet.numbers))
    wrong += [
        (at, "weight", "must be over 0") for at, one in enumerate(given) if one is not None and one <= 0
    ]
    sheet.refuse(sorted(wrong))
    ends = [np.array([places[ref] for ref in sheet.columns[name]], dtype=np.int64) for name in ("a", "b")]
    return ends[0], ends[1], np.array([1.0 if one is None else one for one in given])


def _silos(silos: Silos, parts: Modularity) -> Section:
    if silos.index is None:
        return Section("Silos", "There are no ties to tell of.")
    assert silos.low is not None
    assert silos.high is not None
    against = "less across units than" if silos.index < silos.low else "as much across units as"
    against = "more across units than" if silos.index > silos.high else against
    words = (
        f"People work {against} chance would have it. The index is {silos.index:+.2f} "
        "(-1: only within, +1: only across); dealt into the same units at random it would be "
        f"{silos.expected:+.2f}, and in 95 of 100 deals from {silos.low:+.2f} to {silos.high:+.2f}."
    )
    if parts.share is not None:
        words += f"\nThe units explain {max(parts.share, 0):.0%} of the structure that there is."
    rows = [("Index", silos.index), ("Rescaled: 0 is chance", silos.rescaled)]
    return Section("Silos", words, ("", ""), rows)


def _units(silos: Silos, names: list[str], network: Network) -> Section:
    shown = range(len(names) - network.pooled)
    rows = [
        (names[at], int(network.sizes[at]), silos.unit_index[at], silos.unit_low[at], silos.unit_high[at])
        for at in shown
    ]
    chart = Bars([row[0] for row in rows], [None if np.isnan(row[2]) else float(row[2]) for row in rows])
    columns = ("Unit", "People", "Index", "By chance from", "to")
    return Section("Each unit", "Units in the order of their names; no order of merit.", columns, rows, chart)


def _bridges(found: Introductions, names: list[str]) -> Section:
    rows = [
        (names[a], names[b], gain, seen, wanted)
        for a, b, gain, seen, wanted in zip(
            found.first, found.second, found.gain, found.ties, found.expected, strict=True
        )
    ][:SHOWN]
    words = (
        "If one person of each met and began to work together, so many pairs of people in different units "
        "would come within two steps of each other, in the mean."
    )
    columns = ("Unit", "Unit", "New pairs", "Ties now", "Ties by chance")
    return Section("Introductions that would bridge most", words, columns, rows)


def _camp(found: Camp) -> Section:
    before = "" if found.before is None else f"from {found.before:+.2f} "
    words = (
        f"{found.meetings} pairs meet, {found.across} of them across units and new to each other. If 2 to 10 "
        f"in a hundred begin to work together, the index goes {before}to {found.expected:+.2f}, "
        f"in 80 of 100 cases from {found.low:+.2f} to {found.high:+.2f}."
    )
    return Section("What the camp would change", words)


def _own(network: Network, person: int, rng: np.random.Generator) -> dict[str, object]:
    found, stands = ties.brokerage(network), ties.roles(network, rng=rng).person[person]
    own: dict[str, object] = {
        "Contacts": int(np.diff(network.adjacent.indptr)[person]),
        "Contacts who are not tied to one another (effective size)": float(found.effective[person]),
        "Constraint": float(found.constraint[person]),
    }
    for name, many in zip(STANDS, stands, strict=True):
        if name:
            own[f"Open pairs between which you stand as {name}"] = int(many)
    return own
