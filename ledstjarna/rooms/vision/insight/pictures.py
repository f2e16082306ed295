"""What the opinion engine sees in a round, with all that must not be shown held back."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines import opinion
from ledstjarna.engines.opinion.intervals import wilson
from ledstjarna.rooms.vision import rules
from ledstjarna.rooms.vision.insight.sheets import (
    TRAITS,
    UNSEEN,
    Codes,
    Columns,
    columns,
    joined,
    sheet,
    version,
)
from ledstjarna.rooms.vision.models import Round
from ledstjarna.thread import memory

ENOUGH = 30
FOUND = "opinion"
FINEST, COARSEST = 28, 4
DRAWN = 0.8
MARKS = 5

Dots = tuple[tuple[float, float, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One group's votes on one statement; not `shown` where that would say too much."""

    partition: str
    group: int
    agree: int
    disagree: int
    passed: int
    seen: int
    share: float
    low: float
    high: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A statement, and the shown group that is furthest from agreeing with all others."""

    column: int
    cell: Cell
    holds: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A statement, and the two groups that differ most surely on it."""

    column: int
    partition: str
    higher: Cell
    lower: Cell


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement that sets a group apart, and the share of all others who agree."""

    column: int
    own: Cell
    others: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A round as the engine sees it: column c is the statement in `slots[c]`.

    `labels`: the groups' names by given partition. `shown`: by partition, groups x statements. `dots`:
    by opinion group, places with how many people stand there (x, y, people); `left_out` stand where too
    few do. `thin`: columns with too few votes, and how many there are.
    """

    seen: opinion.Opinion
    slots: tuple[int, ...]
    labels: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, NDArray[np.bool_]]
    voters: int
    ballots: int
    votes: int
    sizes: tuple[int, ...]
    stability: tuple[float, ...]
    group: Codes
    ungrouped: int
    dots: tuple[Dots, ...]
    left_out: int
    unites: tuple[Bound, ...]
    rejects: tuple[Bound, ...]
    divides: tuple[Gap, ...]
    thin: tuple[tuple[int, int], ...]


def picture(*, round_: Round, origin: str, day: int | None = None) -> Picture:
    """What the engine sees in the counted ballots; kept until more are counted or a statement is moved."""
    found = columns(round_)
    key = ("vision.picture", round_.pk, origin, day)
    return memory.until(version(round_, found), key, lambda: _look(round_, found, origin, day))


def _look(round_: Round, found: Columns, origin: str, day: int | None) -> Picture:
    drawn = sheet(round_id=round_.pk, origin=origin, width=found.width)
    values = drawn.values if day is None else np.where(drawn.days <= day, drawn.values, np.int8(UNSEEN))
    made = joined(values, found)
    spoke = (made != UNSEEN).any(axis=1)
    labels = {name: tuple(round_.labels.get(name, ())) for name in TRAITS}
    traits = {name: codes[spoke] for name, codes in drawn.traits.items()}
    partitions = {} if day is not None else _partitions(traits, labels)
    seen = opinion.analyse(
        opinion.votes_from_matrix(made[spoke]), partitions=partitions, minimum=round_.threshold, enough=ENOUGH
    )
    return _told(seen, found, labels, round_.threshold, len(spoke))


def _partitions(traits: Mapping[str, Codes], labels: Mapping[str, tuple[str, ...]]) -> dict[str, Codes]:
    """Given partitions for the engine; those who are unstated form the last group."""
    return {
        name: np.where(codes < 0, len(labels[name]), codes)
        for name, codes in traits.items()
        if labels[name] and np.unique(codes).size > 1
    }


def _shown(seen: opinion.Opinion, least: int) -> dict[str, NDArray[np.bool_]]:
    """What may be shown; those outside every group are a row that must not be derived either."""
    made = {}
    for name, counts in seen.counts.items():
        outside = seen.everyone.seen - counts.seen.sum(axis=0)
        made[name] = ~rules.hidden(np.vstack([counts.seen, outside]), least)[:-1]
    return made


def _told(
    seen: opinion.Opinion, found: Columns, labels: Mapping[str, tuple[str, ...]], least: int, ballots: int
) -> Picture:
    shown = _shown(seen, least)
    dots, left_out = _dots(seen, least)
    return Picture(
        seen=seen,
        slots=found.slots,
        labels=labels,
        shown=shown,
        voters=seen.people,
        ballots=ballots,
        votes=int(seen.everyone.seen.sum()),
        sizes=tuple(seen.size.tolist()),
        stability=tuple(seen.stability.tolist()),
        group=seen.group,
        ungrouped=int((seen.group < 0).sum()),
        dots=dots,
        left_out=left_out,
        unites=tuple(
            _bounds(seen, shown, [(one.statement, one.holds) for one in seen.unites], rejected=False)
        ),
        rejects=tuple(
            _bounds(seen, shown, [(one.statement, one.holds) for one in seen.rejects], rejected=True)
        ),
        divides=tuple(_gaps(seen, shown)),
        thin=tuple((one.statement, one.votes) for one in seen.unknown),
    )


def _cell(
    seen: opinion.Opinion, shown: Mapping[str, NDArray[np.bool_]], name: str, group: int, column: int
) -> Cell:
    counts, bounds = seen.counts[name], seen.bounds[name]
    table = (counts.agree, counts.disagree, counts.passed, counts.seen)
    agree, disagree, passed, many = (int(one[group, column]) for one in table)
    share, low, high = (float(one[group, column]) for one in (bounds.share, bounds.lower, bounds.upper))
    return Cell(
        name, group, agree, disagree, passed, many, share, low, high, bool(shown[name][group, column])
    )


def _every(seen: opinion.Opinion, shown: Mapping[str, NDArray[np.bool_]], column: int) -> list[Cell]:
    return [
        _cell(seen, shown, name, group, column)
        for name, counts in seen.counts.items()
        for group in range(len(counts.size))
        if counts.size[group]
    ]


def _turned(cell: Cell) -> Cell:
    """The same votes seen from those who disagree."""
    return Cell(
        cell.partition,
        cell.group,
        cell.agree,
        cell.disagree,
        cell.passed,
        cell.seen,
        1 - cell.share,
        1 - cell.high,
        1 - cell.low,
        cell.shown,
    )


def _bounds(
    seen: opinion.Opinion,
    shown: Mapping[str, NDArray[np.bool_]],
    ranked: list[tuple[int, bool]],
    *,
    rejected: bool,
) -> list[Bound]:
    made = []
    for column, holds in ranked:
        heard = [cell for cell in _every(seen, shown, column) if cell.shown]
        turned = [_turned(cell) for cell in heard] if rejected else heard
        if turned:
            made.append(Bound(column, min(turned, key=lambda cell: cell.low), holds))
    return sorted(made, key=lambda bound: -bound.cell.low)


def _gaps(seen: opinion.Opinion, shown: Mapping[str, NDArray[np.bool_]]) -> list[Gap]:
    made = []
    for one in seen.divides:
        higher, lower = (
            _cell(seen, shown, one.partition, group, one.statement) for group in (one.high, one.low)
        )
        if one.holds and higher.shown and lower.shown:
            made.append(Gap(one.statement, one.partition, higher, lower))
    return made


def _dots(seen: opinion.Opinion, least: int) -> tuple[tuple[Dots, ...], int]:
    """The map in squares as fine as lets most people be drawn, none with fewer than `least`."""
    placed = seen.group >= 0
    if not placed.any():
        return tuple(() for _ in range(seen.groups)), 0
    low, high = seen.position[placed].min(axis=0), seen.position[placed].max(axis=0)
    span = np.maximum(high - low, 1e-9)
    for grid in range(FINEST, COARSEST - 1, -4):
        made = tuple(_squares(seen, group, low, span, grid, least) for group in range(seen.groups))
        drawn = sum(people for dots in made for _, _, people in dots)
        if drawn >= DRAWN * placed.sum():
            break
    return made, int(placed.sum()) - drawn


def _squares(
    seen: opinion.Opinion,
    group: int,
    low: NDArray[np.float64],
    span: NDArray[np.float64],
    grid: int,
    least: int,
) -> Dots:
    own = seen.position[seen.group == group]
    square = np.minimum(((own - low) / span * grid).astype(np.int64), grid - 1)
    many = np.bincount(square[:, 0] * grid + square[:, 1], minlength=grid * grid)
    middle = low + (np.stack(np.divmod(np.arange(grid * grid), grid), axis=1) + 0.5) * span / grid
    return tuple(
        (round(float(middle[place, 0]), 3), round(float(middle[place, 1]), 3), int(many[place]))
        for place in np.flatnonzero(many >= least)
    )


def cells(seen_by: Picture, column: int) -> tuple[Cell, ...]:
    """Every group's votes on a statement."""
    return tuple(_every(seen_by.seen, seen_by.shown, column))


def total(seen_by: Picture, column: int) -> Cell:
    """Everybody's votes on a statement."""
    counts = seen_by.seen.everyone
    table = (counts.agree, counts.disagree, counts.passed, counts.seen)
    agree, disagree, passed, many = (int(one[0, column]) for one in table)
    low, high = wilson(agree, agree + disagree)
    share = agree / (agree + disagree) if agree + disagree else 0.5
    return Cell("", 0, agree, disagree, passed, many, share, float(low), float(high), many >= rules.FLOOR)


def marks(seen_by: Picture, group: int) -> tuple[Mark, ...]:
    """What sets an opinion group apart from all others, most certain first."""
    if seen_by.seen.groups < 2:
        return ()
    made = [
        Mark(one.statement, _cell(seen_by.seen, seen_by.shown, FOUND, group, one.statement), one.elsewhere)
        for one in seen_by.seen.characteristic(group)
    ]
    return tuple(mark for mark in made if mark.own.shown)[:MARKS]
