"""A balanced scorecard read: which column says what, what each goal really is, which say the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process, utils

from ledstjarna.plumbing import columns
from ledstjarna.rooms.missions.rules.wording import activity_in

FIELDS: dict[str, tuple[str, ...]] = {
    "goal": ("mål", "målsättning", "styrtal", "verksamhetsmål", "nämndmål", "goal", "objective"),
    "perspective": ("perspektiv", "område", "målområde", "fokusområde", "perspective", "area"),
    "measure": ("mått", "indikator", "nyckeltal", "mätetal", "measure", "indicator", "kpi"),
    "target": ("målvärde", "målnivå", "målnivå år", "nivå", "target", "target value"),
    "owner": ("ansvarig", "ansvarig enhet", "enhet", "nämnd", "ägare", "owner", "unit", "responsible"),
    "period": ("period", "år", "tidsperiod", "mandatperiod", "year"),
    "outcome": ("utfall", "resultat", "senaste utfall", "uppföljning", "outcome", "result"),
}
FILLED = ("perspective", "owner", "period")  # written once and left empty below, as merged cells are
SURE = 75  # of 100, for a header to say a field
LIKE = 88  # of 100, for two goals to say the same
LONGEST = 300
INFORMING = re.compile(
    r"^(?:att\s+)?(?:antal|andel|statistik|redovis|rapport|uppgift|följa|mäta|information|number of|share of|"
    r"statistics|report|measure)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A goal as its row says it; `sheet` and `row` are where it stands."""

    sheet: str
    row: int
    goal: str
    perspective: str
    measure: str
    target: str
    owner: str
    period: str
    outcome: str


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that cannot be a goal, and why, by a name that the reader has words for."""

    sheet: str
    row: int
    why: str


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """The column of each field, as far as the header tells."""
    return columns.guess(header, FIELDS, SURE)


def _plain(text: str) -> str:
    return utils.default_process(text)


def entries_of(
    sheet: str, lines: Sequence[tuple[int, Sequence[str]]], chosen: Mapping[str, int]
) -> tuple[tuple[Entry, ...], tuple[RowFault, ...]]:
    """The goals of a sheet, and the rows that cannot be goals.

    Where no column says whose a goal is, the sheet's own name does: one sheet a unit.
    """
    made: list[Entry] = []
    faults: list[RowFault] = []
    above: dict[str, str] = {}
    for number, cells in lines:
        typed = {field: _cell(cells, chosen.get(field)) for field in FIELDS}
        above |= {field: typed[field] for field in FILLED if typed[field]}
        if not typed["goal"]:
            if typed["measure"] or typed["target"]:
                faults.append(RowFault(sheet, number, "no_goal"))
            continue
        if len(typed["goal"]) > LONGEST:
            faults.append(RowFault(sheet, number, "long"))
            continue
        filled = {field: typed[field] or above.get(field, "") for field in FILLED}
        filled["owner"] = filled["owner"] or sheet
        rest = {field: typed[field] for field in ("goal", "measure", "target", "outcome")}
        made.append(Entry(sheet, number, **rest, **filled))
    return tuple(made), tuple(faults)


def book_of(
    sheets: Sequence[Mapping[str, Any]], chosen: Mapping[str, int]
) -> list[tuple[tuple[Entry, ...], tuple[RowFault, ...]]]:
    """The goals and faults of each sheet; columns are chosen in the first and found by name in the others."""
    first = [str(name).casefold() for name in sheets[0]["header"]] if sheets else []
    read = []
    for sheet in sheets:
        names = [str(name).casefold() for name in sheet["header"]]
        moved = {
            field: names.index(first[place]) if place < len(first) and first[place] in names else place
            for field, place in chosen.items()
        }
        read.append(entries_of(sheet["name"], sheet["lines"], moved))
    return read


def _cell(cells: Sequence[str], place: int | None) -> str:
    return " ".join(cells[place].split()) if place is not None and place < len(cells) else ""


def nature_of(goal: str, target: str) -> tuple[str, str]:
    """Whether a goal is an effect, an activity or information, and the word that decided."""
    if word := activity_in(goal):
        return "activity", word
    if hit := INFORMING.match(goal.strip()):
        return "information", hit.group(0)
    if not target and re.search(r"\b(?:redovisas|följs|rapporteras)\b", goal):
        return "information", "följs"
    return "effect", ""


def likenesses(goals: Sequence[str]) -> tuple[int, ...]:
    """For each goal the number of its group, from 1: goals that say the same; 0 where nothing does."""
    plain = [_plain(goal) for goal in goals]
    group = list(range(len(goals)))
    for one, other in _pairs(plain):
        left, right = _root(group, one), _root(group, other)
        group[max(left, right)] = min(left, right)
    roots = [_root(group, place) for place in range(len(goals))]
    many = {root for root in roots if roots.count(root) > 1}
    number = {root: place for place, root in enumerate(sorted(many), 1)}
    return tuple(number.get(root, 0) for root in roots)


def _pairs(plain: list[str]) -> Iterator[tuple[int, int]]:
    if plain:
        scores = process.cdist(plain, plain, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE)
        for one, other in zip(*np.nonzero(np.triu(scores, 1) >= LIKE), strict=True):
            yield int(one), int(other)


def _root(group: list[int], place: int) -> int:
    while group[place] != place:
        place = group[place]
    return place
