"""Ballots as arrays: a row a ballot, a column a statement's slot."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.rooms.vision.models import Ballot, Round, Statement
from ledstjarna.rooms.vision.room import Standing, Trait
from ledstjarna.thread import memory

Codes = NDArray[np.int64]
Values = NDArray[np.int8]
TRAITS = tuple(Trait.values)
UNSEEN = -128
STEPS = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """The counted ballots of one origin: values and days (ballots x slots), traits by name."""

    values: Values
    days: NDArray[np.uint16]
    traits: dict[str, Codes]


@dataclass(frozen=True, slots=True)
class Columns:
    """The slots that are voted on, in order, and where votes on joined statements count."""

    slots: tuple[int, ...]
    into: dict[int, int]
    width: int


def _stacked(rows: Sequence[bytes], width: int, dtype: str, empty: int) -> NDArray[np.generic]:
    """Byte strings of any length as the rows of one matrix, padded with `empty`."""
    size = np.dtype(dtype).itemsize * width
    pad = np.full(width, empty, dtype=dtype).tobytes()
    joined = b"".join(bytes(row)[:size] + pad[min(len(row), size) :] for row in rows)
    return np.frombuffer(joined, dtype=dtype).reshape(len(rows), width)


def sheet(*, round_id: int, origin: str, width: int) -> Sheet:
    """The counted ballots of a round, in order of their keys."""
    rows = Ballot.objects.filter(round_id=round_id, origin=origin).order_by("key")
    read = list(rows.values_list("shown_values", "shown_days", *TRAITS))
    values = _stacked([row[0] for row in read], width, "i1", UNSEEN).astype(np.int8)
    days_ = _stacked([row[1] for row in read], width, "<u2", 0).astype(np.uint16)
    traits = {name: np.array([row[2 + i] for row in read], dtype=np.int64) for i, name in enumerate(TRAITS)}
    return Sheet(values, days_, traits)


def columns(round_: Round) -> Columns:
    """Which statements are voted on, and which ones were joined into them."""
    rows = Statement.objects.filter(round=round_).order_by("slot")
    every = list(rows.values_list("pk", "slot", "merged_into_id", "standing"))
    slots = tuple(slot for _, slot, merged, standing in every if not merged and standing == Standing.IN)
    width = max((slot for _, slot, *_ in every), default=-1) + 1
    slot_of = {pk: slot for pk, slot, *_ in every}
    return Columns(slots, {slot: slot_of[merged] for _, slot, merged, _ in every if merged}, width)


def version(round_: Round, found: Columns) -> Hashable:
    """All that a picture of a round is made from, so that what happens elsewhere does not make it anew."""
    labels = tuple((name, tuple(words)) for name, words in sorted(round_.labels.items()))
    return (
        round_.counted,
        round_.threshold,
        labels,
        found.slots,
        tuple(sorted(found.into.items())),
        found.width,
    )


def joined(values: Values, found: Columns) -> Values:
    """The columns voted on; a vote on a joined statement counts for the one it was joined into.

    No ballot is touched: where somebody voted on both, the vote on the remaining one stands.
    """
    made = values[:, list(found.slots)].copy()
    place = {slot: column for column, slot in enumerate(found.slots)}
    for slot, target in sorted(found.into.items()):
        if target in place:
            column = made[:, place[target]]
            column[column == UNSEEN] = values[column == UNSEEN, slot]
    return made


def days(*, round_: Round, origin: str) -> tuple[int, ...]:
    """Days of the round to look back at, each with enough changed ballots since the one before (T3)."""

    found = columns(round_)

    def ask() -> tuple[int, ...]:
        return _steps(sheet(round_id=round_.pk, origin=origin, width=found.width), round_.threshold)

    return memory.until(version(round_, found), ("vision.days", round_.pk, origin), ask)


def _steps(found: Sheet, least: int) -> tuple[int, ...]:
    seen = found.values != UNSEEN
    every = np.unique(found.days[seen]) if seen.any() else np.zeros(0, dtype=np.uint16)
    wanted = max(least, int(seen.any(axis=1).sum()) // STEPS)
    steps: list[int] = []
    for day in every.tolist():
        since = seen & (found.days <= day) & (found.days > (steps[-1] if steps else -1))
        if since.any(axis=1).sum() >= wanted or day == every[-1]:
            steps.append(int(day))
    return tuple(steps)
