"""`ledstjarna opinion`: what unites and what divides, from a consultation's files or a sheet of votes."""

from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from ledstjarna.cli import _lists
from ledstjarna.cli._report import Bars, Output, Points, Report, Section, give, outputs
from ledstjarna.cli._sheet import Column, Sheet, Unread, read_sheet
from ledstjarna.engines import opinion
from ledstjarna.engines.opinion import Opinion, Votes
from ledstjarna.rooms.vision import files

WORDS = {
    "1": 1, "agree": 1, "yes": 1, "håller med": 1, "ja": 1,
    "-1": -1, "disagree": -1, "no": -1, "håller inte med": -1, "nej": -1,
    "0": 0, "pass": 0, "hoppar över": 0,
}  # fmt: skip
FOUND = "opinion"
TRAITS = 5


def choice(cell: str) -> int:
    """A vote in words or figures.

    Raises:
        ValueError: it is none.
    """
    if cell.lower() not in WORDS:
        raise ValueError("is neither agree (1), disagree (-1) nor pass (0)")
    return WORDS[cell.lower()]


VOTES = [Column("person"), Column("statement"), Column("vote", choice)]


@dataclass(frozen=True, slots=True)
class Cast:
    """Votes with the names of those who cast them and the words of what they were cast on."""

    votes: Votes
    people: list[str]
    texts: list[str]


@click.command("opinion")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--people",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A sheet with a column person; every other column is a way to divide them.",
)
@click.option("--minimum", type=click.IntRange(5), default=7, show_default=True, help="Smallest group shown.")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="Rows in each table.")
@outputs
def command(source: Path, people: Path | None, minimum: int, most: int, output: Output) -> None:
    """Read SOURCE and tell what unites every group, what divides, and what is not known yet.

    SOURCE is a consultation's folder (comments.csv, votes.csv, participants-votes.csv), or a sheet with the
    columns person, statement and vote (agree, disagree, pass, or 1, -1, 0).

    \b
    Example: ledstjarna opinion polis/brexit-consensus
    Example: ledstjarna opinion votes.csv --people people.csv
    """
    cast = _folder(source) if source.is_dir() else _sheet(source)
    parts, names = _partitions(people, cast) if people else ({}, {})
    found = opinion.analyse(cast.votes, partitions=parts, minimum=minimum)
    names[FOUND] = [f"Group {chr(65 + n % 26)}" for n in range(max(found.groups, 1))]
    lists = _lists.lists_of(found, cast.votes, cast.texts, parts, minimum)
    sections = [
        _uniting(found, cast, names, most),
        _dividing(found, cast, names, most),
        *_groups(found, cast, names),
        *_lists.sections(lists, cast.texts, names[FOUND], most),
        _unheard(found, cast, most),
    ]
    title = f"What {found.people:,} people think of {found.statements} statements"
    give(Report(title, sections), output, _answer(found, cast, names) | _lists.told(lists))


def _folder(folder: Path) -> Cast:
    try:
        read = files.read(folder)
    except files.Unreadable as error:
        raise Unread(str(error)) from error
    people = list(dict.fromkeys(vote.voter for vote in read.votes))
    shown = [one for one in read.comments if one.moderated >= 0]
    place = {one.number: at for at, one in enumerate(shown)}
    who = {name: at for at, name in enumerate(people)}
    kept = [vote for vote in read.votes if vote.number in place]
    votes = opinion.votes_from(
        np.array([who[vote.voter] for vote in kept], dtype=np.int64),
        np.array([place[vote.number] for vote in kept], dtype=np.int64),
        np.array([vote.choice for vote in kept], dtype=np.int8),
        people=len(people),
        statements=len(shown),
    )
    return Cast(votes, people, [one.text for one in shown])


def _sheet(file: Path) -> Cast:
    sheet = read_sheet(file, VOTES)
    people, who = _numbered(sheet, "person")
    texts, what = _numbered(sheet, "statement")
    pairs: set[tuple[int, int]] = set()
    wrong = []
    for at, pair in enumerate(zip(who, what, strict=True)):
        if pair in pairs:
            wrong.append((at, "person", "has voted on this statement on another row already"))
        pairs.add(pair)
    sheet.refuse(wrong)
    values = np.array(sheet.columns["vote"], dtype=np.int8)
    votes = opinion.votes_from(
        np.array(who, dtype=np.int64), np.array(what, dtype=np.int64), values,
        people=len(people), statements=len(texts),
    )  # fmt: skip
    return Cast(votes, people, texts)


def _numbered(sheet: Sheet, name: str) -> tuple[list[str], list[int]]:
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(one, len(numbers)) for one in sheet.columns[name]]
    return list(numbers), places


def _partitions(file: Path, cast: Cast) -> tuple[dict[str, np.ndarray], dict[str, list[str]]]:
    """Each other column of the sheet as numbers per person, and what the numbers mean."""
    sheet = read_sheet(file, [Column("person")])
    at = {name: place for place, name in enumerate(sheet.columns["person"])}
    parts: dict[str, np.ndarray] = {}
    names: dict[str, list[str]] = {}
    for column, cells in sheet.extra.items():
        values = sorted({cell for cell in cells if cell})
        number = {value: place for place, value in enumerate(values)}
        parts[column] = np.array(
            [number.get(cells[at[one]], -1) if one in at else -1 for one in cast.people], dtype=np.int64
        )
        names[column] = values
    return parts, names


def _name(names: dict[str, list[str]], partition: str, group: int) -> str:
    own = names[partition][group]
    return own if partition == FOUND else f"{partition}: {own}"


def _uniting(found: Opinion, cast: Cast, names: dict[str, list[str]], most: int) -> Section:
    rows = [
        (cast.texts[one.statement], f"{one.bound:.0%}", _name(names, one.partition, one.group), one.votes)
        for one in found.unites[:most]
    ]
    words = "So many of those who take a stand agree in every group that was heard; the weakest is named."
    columns = ("Statement", "In every group at least", "Weakest", "Votes there")
    chart = Bars([row[0] for row in rows], [one.bound for one in found.unites[:most]])
    return Section("What unites", words, columns, rows, chart if rows else None)


def _dividing(found: Opinion, cast: Cast, names: dict[str, list[str]], most: int) -> Section:
    rows = [
        (
            cast.texts[one.statement],
            f"{100 * one.gap:.0f} ({100 * one.lower:.0f} to {100 * one.upper:.0f})",
            _name(names, one.partition, one.high),
            _name(names, one.partition, one.low),
        )
        for one in found.divides[:most]
        if one.holds
    ]
    columns = ("Statement", "Percentage points apart", "Agrees most", "Agrees least")
    return Section("What divides", "" if rows else "Nothing surely divides the groups.", columns, rows)


def _groups(found: Opinion, cast: Cast, names: dict[str, list[str]]) -> list[Section]:
    if found.groups < 2:
        return [Section("Groups", "No groups stand apart: people differ one by one.")]
    rows = [
        (names[FOUND][group], int(found.size[group]), f"{found.stability[group]:.0%}")
        for group in range(found.groups)
    ]
    placed = found.group >= 0
    chart = Points(
        found.position[placed, 0].tolist(),
        found.position[placed, 1].tolist(),
        [names[FOUND][group] for group in found.group[placed]],
    )
    words = f"{found.groups} ways to see it. Who votes alike is near each other; the sides have no meaning."
    sections = [Section("Groups", words, ("Group", "People", "How sure"), rows, chart)]
    for group in range(found.groups):
        marks = [
            (cast.texts[one.statement], f"{one.share:.0%}", f"{one.elsewhere:.0%}")
            for one in found.characteristic(group)[:TRAITS]
        ]
        columns = ("Statement", "Agree here", "Agree elsewhere")
        sections.append(Section(f"What marks {names[FOUND][group]}", "", columns, marks))
    return sections


def _unheard(found: Opinion, cast: Cast, most: int) -> Section:
    rows = [(cast.texts[one.statement], f"{one.votes} of {one.needed}") for one in found.unknown[:most]]
    words = (
        f"{len(found.unknown)} statements have too few votes to be told of."
        if rows
        else "Everything has been heard."
    )
    return Section("Not known yet", words, ("Statement", "Votes"), rows)


def _answer(found: Opinion, cast: Cast, names: dict[str, list[str]]) -> dict[str, object]:
    """What is found of groups and statements; nothing of single persons."""
    return {
        "people": found.people,
        "statements": cast.texts,
        "partitions": names,
        "sizes": found.size,
        "stability": found.stability,
        "unites": found.unites,
        "rejects": found.rejects,
        "divides": found.divides,
        "unknown": found.unknown,
    }
