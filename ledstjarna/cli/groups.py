"""`ledstjarna groups`: who should meet whom, from a spreadsheet of people to a plan of rounds."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from ledstjarna.cli._report import Bars, Output, Report, Section, give, outputs, progress
from ledstjarna.cli._sheet import Column, Sheet, number, read_sheet, text, yes_no
from ledstjarna.engines.groups import (
    Bound,
    Counts,
    Infeasible,
    Limit,
    People,
    Plan,
    Rounds,
    Rule,
    Wish,
    camp,
    even_rounds,
    from_categories,
    labels_of,
    people_from,
    rules_from,
    unmet,
)

EFFORT = {"quick": 4_000, "normal": 40_000, "thorough": 400_000}
"""Exchanges priced for each person in each round."""
COUNTED = {
    "repeats": "people who meet again",
    "same_unit": "pairs from one unit",
    "acquainted": "pairs who know each other",
    "wishes_unmet": "wishes not granted",
}
PAIR = (Column("a", text), Column("b", text))
EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Answer:
    """What `--json` prints: groups by person and round, and what the plan is worth."""

    people: list[str]
    groups: list[list[int]]
    counts: Counts
    certificate: tuple[Bound, ...]
    wishes: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """The spreadsheet read: names, the place of each name, and the sheet itself."""

    sheet: Sheet
    names: list[str]
    place: dict[str, int]

    @property
    def labels(self) -> list[str]:
        """What people are called in words: their name, with the ref where others have the same."""
        called: list[str] = self.sheet.columns["name"]
        often = Counter(called)
        return [
            name if often[name] == 1 else f"{name} ({ref})"
            for name, ref in zip(called, self.names, strict=True)
        ]


def _read(path: Path, unit: str) -> Given:
    columns = [
        Column("name", text),
        Column(unit, text),
        Column("ref", text, required=False),
        Column("manager", text, required=False),
        Column("can", text, required=False),
        Column("accessible", yes_no, required=False),
        Column("wants", text, required=False),
    ]
    sheet = read_sheet(path, columns)
    names = [ref or name for ref, name in zip(sheet.columns["ref"], sheet.columns["name"], strict=True)]
    place = {name: at for at, name in enumerate(names)}
    sheet.refuse((at, "name", "is there twice") for at, name in enumerate(names) if place[name] != at)
    if not names:
        raise click.ClickException(f"{path.name} names nobody.")
    return Given(sheet, names, place)


def _managers(given: Given) -> list[int]:
    found = given.sheet.columns["manager"]
    wrong = [
        (at, "manager", "is nobody in this file")
        for at, ref in enumerate(found)
        if ref and ref not in given.place
    ]
    wrong += [
        (at, "manager", "is the same person") for at, ref in enumerate(found) if given.place.get(ref) == at
    ]
    given.sheet.refuse(wrong)
    return [given.place[ref] if ref else -1 for ref in found]


def _traits(given: Given, balance: Sequence[str]) -> NDArray[np.float64]:
    extra = {name.lower(): cells for name, cells in given.sheet.extra.items()}
    lacking = [name for name in balance if name.lower() not in extra]
    if lacking:
        raise click.BadParameter(f"there is no column {', '.join(lacking)}", param_hint="--balance")
    columns = [_column(extra[name.lower()]) for name in balance]
    return np.hstack(columns) if columns else np.zeros((len(given.names), 0))


def _column(cells: list[str]) -> NDArray[np.float64]:
    """Numbers where all cells are numbers, else one column per category; an empty number is the mean."""
    try:
        values = np.array([number(cell) if cell else np.nan for cell in cells])
    except ValueError:
        return from_categories(labels_of(cells))
    if np.isnan(values).all():
        return np.zeros((len(cells), 0))
    return np.where(np.isnan(values), np.nanmean(values), values)[:, None]


def _pairs(path: Path | None, given: Given) -> list[tuple[int, int]]:
    """Pairs of people from a file with columns a and b."""
    if path is None:
        return []
    sheet = read_sheet(path, PAIR)
    sheet.refuse(
        (at, column, "is nobody in the file of people")
        for column in ("a", "b")
        for at, ref in enumerate(sheet.columns[column])
        if ref not in given.place
    )
    both = list(zip(sheet.columns["a"], sheet.columns["b"], strict=True))
    sheet.refuse((at, "b", "is the same person as a") for at, (one, two) in enumerate(both) if one == two)
    return [(given.place[one], given.place[two]) for one, two in both]


def _history(path: Path | None, given: Given) -> list[tuple[int, int]]:
    """Pairs who shared a group in an earlier plan, as this command writes it with --csv."""
    if path is None:
        return []
    sheet = read_sheet(path, [Column("person", text)])
    who = [given.place.get(name, -1) for name in sheet.columns["person"]]
    met: set[tuple[int, int]] = set()
    for name, cells in sheet.extra.items():
        if name.lower().startswith("round"):
            groups: dict[str, list[int]] = {}
            for person, cell in zip(who, cells, strict=True):
                if person >= 0 and cell:
                    groups.setdefault(cell, []).append(person)
            met |= {(one, two) for inside in groups.values() for one in inside for two in inside if one < two}
    return sorted(met)


def _limits(given: Given, rounds: Rounds, dates: Sequence[str], venues: Sequence[bool]) -> list[Limit]:
    """Group g of every round meets on date g modulo the dates there are, and likewise for venues."""
    groups = len(rounds.lower[0])
    found = []
    if dates:
        free = [
            {day.strip() for day in cell.split(";")} if cell else set(dates)
            for cell in given.sheet.columns["can"]
        ]
        unknown = [
            (at, "can", f"names none of {', '.join(dates)}")
            for at, days in enumerate(free)
            if not days & set(dates)
        ]
        given.sheet.refuse(unknown)
        can = np.array([[dates[group % len(dates)] in days for group in range(groups)] for days in free])
        found.append(Limit("dates", (can,) * rounds.count))
    if venues:
        needs = np.array([bool(flag) for flag in given.sheet.columns["accessible"]])
        fit = np.array([venues[group % len(venues)] for group in range(groups)])
        found.append(Limit("accessible venue", (fit | ~needs[:, None],) * rounds.count))
    return found


def _wishes(given: Given) -> list[Wish]:
    cells = given.sheet.columns["wants"]
    asked = [
        (at, name.strip())
        for at, cell in enumerate(cells)
        if cell
        for name in cell.split(";")
        if name.strip()
    ]
    given.sheet.refuse(
        (at, "wants", f"{name} is nobody in this file") for at, name in asked if name not in given.place
    )
    given.sheet.refuse((at, "wants", "is the same person") for at, name in asked if given.place[name] == at)
    return [Wish(at, given.place[name]) for at, name in asked]


def _who(given: Given, persons: Sequence[int]) -> str:
    called = given.labels
    shown = ", ".join(called[person] for person in persons[:8])
    return shown + (f" and {len(persons) - 8} more" if len(persons) > 8 else "")


def _rule(given: Given, rule: Rule) -> str:
    """A rule as a person says it."""
    when = f" in round {rule.round + 1}" if rule.round >= 0 else ""
    words: dict[str, str] = {
        "apart": f"{_who(given, rule.persons)} must not meet{when}",
        "line": f"{_who(given, rule.persons)} are manager and own staff, and must not meet{when}",
        "together": f"{_who(given, rule.persons)} must be together{when}",
        "limit": f"the {rule.name or 'limits'} of {_who(given, rule.persons)}{when}",
        "fixed": f"the fixed place of {_who(given, rule.persons)} in group {rule.group + 1}{when}",
        "size": f"the size of group {rule.group + 1}{when}",
    }
    return words[rule.kind]


def _certificate(given: Given, plan: Plan) -> Section:
    rows = []
    for bound in plan.certificate:
        if bound.count in COUNTED and (bound.count != "wishes_unmet" or plan.wishes):
            gap = "the least there can be" if bound.gap <= 0 else f"at most {bound.gap:g} too many"
            why = "; ".join(f"{_rule(given, item.rule)}: {item.amount:g}" for item in bound.forced[:5])
            rows.append((COUNTED[bound.count], f"{bound.value:g}", f"{bound.bound:g}", gap, why))
    proven = all(bound.gap <= 0 for bound in plan.certificate if bound.count in COUNTED)
    words = (
        "No plan can be better on any of these counts."
        if proven
        else "What no plan can go below, and how far this one may be."
    )
    columns = ("Count", "This plan", "No plan below", "Verdict", "Forced by")
    return Section("How good is it?", words, columns, rows)


def _mix(plan: Plan) -> Section:
    """How much people meet, in words."""
    counts = plan.counts
    words = (
        f"On average each person meets {counts.others:.0f} others."
        f" Of {counts.possible_unit_pairs} pairs of units, {counts.unit_pairs} meet."
    )
    if plan.people.traits.shape[1]:
        share = f"{100 * counts.likeness:.0f} %"
        words += f" Group averages of what is balanced differ {share} as much as in groups drawn by lot."
    sizes = [int((plan.group[0] == group).sum()) for group in range(len(plan.rounds.lower[0]))]
    units = [len(np.unique(plan.people.unit[plan.group[0] == group])) for group in range(len(sizes))]
    chart = Bars([f"Group {group + 1}" for group in range(len(sizes))], [float(count) for count in units])
    rows = [(f"Group {group + 1}", size, units[group]) for group, size in enumerate(sizes)]
    return Section("Round 1, group by group", words, ("Group", "People", "Units"), rows, chart)


def _unmet(given: Given, plan: Plan) -> list[Section]:
    rows, called = [], given.labels
    for at, granted in enumerate(plan.wishes):
        if not granted:
            wish, answer = plan.rules.wishes[at], unmet(plan, at)
            if answer.rule:
                why = _rule(given, answer.rule)
            elif answer.change is None:
                why = "every single exchange that grants it would break a rule"
            else:
                change, pair = answer.change, _who(given, [answer.moved, answer.partner])
                cost = f"{change.repeats:+d} repeats, {change.same_unit:+d} pairs of a unit"
                why = f"it would take an exchange in round {answer.round + 1} of {pair}: {cost}"
            rows.append((called[wish.person], called[wish.other], why))
    if not rows:
        return []
    return [
        Section(
            "Wishes not granted", f"{len(rows)} of {len(plan.wishes)}.", ("Who", "Wanted", "Why not"), rows
        )
    ]


def _table(given: Given, plan: Plan) -> Section:
    called = given.sheet.columns["name"]
    both = called != given.names
    columns = ("Person", *(["Name"] if both else []), *(f"Round {n + 1}" for n in range(plan.rounds.count)))
    rows = [
        (name, *([called[at]] if both else []), *(f"{group + 1}" for group in plan.group[:, at].tolist()))
        for at, name in enumerate(given.names)
    ]
    return Section("The plan", "The number of each person's group, round by round.", columns, rows)


def _planned(given: Given, people: People, rounds: Rounds, rules: Any, seed: int, effort: str) -> Plan:
    proposals = EFFORT[effort] * people.count * rounds.count
    with progress("Planning", 1.0) as advance:
        tell: Callable[[float], None] = advance
        try:
            return camp(
                people, rounds, rules, rng=np.random.default_rng(seed), proposals=proposals, tell=tell
            )
        except Infeasible as error:
            reasons = "\n".join(f"  - {_rule(given, rule)}" for rule in error.conflict)
            sure = (
                "cannot all be kept; give up any one of them"
                if error.proven
                else "could not all be kept; ease one"
            )
            raise click.ClickException(f"No plan is possible. These {sure}:\n{reasons}") from error


@click.command("groups")
@click.argument("people", type=EXISTING)
@click.option("--size", default=9, show_default=True, help="People in a group.")
@click.option("--rounds", default=6, show_default=True, help="How often new groups meet.")
@click.option("--unit", default="unit", show_default=True, help="The column that people are mixed by.")
@click.option("--balance", default="", help="Columns that groups should be alike in: seniority,competence.")
@click.option("--apart", type=EXISTING, help="Pairs who must not meet: columns a and b.")
@click.option("--together", type=EXISTING, help="Pairs who must be together: columns a and b.")
@click.option("--known", type=EXISTING, help="Pairs who know each other already: columns a and b.")
@click.option("--dates", default="", help="The dates of groups in turn, separated by ; (see column can).")
@click.option("--venues", default="", help="Whether the groups' venues are accessible, in turn: yes;no.")
@click.option(
    "--history", type=EXISTING, help="An earlier plan, as --csv writes it: nobody there meets again."
)
@click.option("--seed", default=1, show_default=True, help="The dice; the same number gives the same plan.")
@click.option(
    "--effort", type=click.Choice([*EFFORT]), default="normal", show_default=True, help="How long to look."
)
@outputs
def command(
    people: Path,
    size: int,
    rounds: int,
    unit: str,
    balance: str,
    apart: Path | None,
    together: Path | None,
    known: Path | None,
    dates: str,
    venues: str,
    history: Path | None,
    seed: int,
    effort: str,
    output: Output,
) -> None:
    """Mix PEOPLE into groups for several rounds, so that strangers meet and nobody meets twice.

    PEOPLE is a sheet with the columns name and unit, and if wanted: ref, manager (a ref; never with own
    staff), can (dates separated by ;), accessible (yes where the venue must be), wants (refs separated by ;).

    \b
    Example: ledstjarna groups people.csv --size 9 --rounds 6 --balance seniority
    """
    given = _read(people, unit)
    if not 1 <= size <= len(given.names) or rounds < 1:
        raise click.BadParameter(
            f"must be 1 to {len(given.names)}, and rounds at least 1", param_hint="--size"
        )
    turns = even_rounds(len(given.names), size=size, rounds=rounds)
    mixed = people_from(
        given.sheet.columns[unit],
        manager=_managers(given),
        traits=_traits(given, [name.strip() for name in balance.split(",") if name.strip()]),
        acquainted=_pairs(known, given),
    )
    days = [day.strip() for day in dates.split(";") if day.strip()]
    rules = rules_from(
        turns,
        people=mixed.count,
        apart=_pairs(apart, given),
        together=_pairs(together, given),
        limits=_limits(
            given, turns, days, [yes_no(word.strip()) for word in venues.split(";") if word.strip()]
        ),
        history=_history(history, given),
        wishes=_wishes(given),
    )
    plan = _planned(given, mixed, turns, rules, seed, effort)
    report = Report(
        f"{mixed.count} people, {len(turns.lower[0])} groups, {rounds} rounds",
        (_table(given, plan), _certificate(given, plan), *_unmet(given, plan), _mix(plan)),
    )
    give(
        report, output, Answer(given.names, plan.group.T.tolist(), plan.counts, plan.certificate, plan.wishes)
    )
