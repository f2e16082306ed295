"""Ballots as arrays, and what the opinion engine sees in them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledstjarna.engines import opinion
from ledstjarna.rooms.vision.models import Ballot, Round, Standing, Statement
from ledstjarna.rooms.vision.room import Trait
from ledstjarna.thread import memory

Codes = NDArray[np.int64]
Values = NDArray[np.int8]
TRAITS = tuple(Trait.values)
UNSEEN = -128


@dataclass(frozen=True, slots=True)
class Sheet:
    """The counted ballots of one origin: values and days (ballots x slots), traits by name."""

    values: Values
    days: NDArray[np.uint16]
    traits: dict[str, Codes]


@dataclass(frozen=True, slots=True)
class Picture:
    """A sheet seen by the engine: column c of the opinion is the statement in `slots[c]`."""

    opinion: opinion.Opinion
    slots: tuple[int, ...]
    labels: dict[str, tuple[str, ...]]
    voters: int
    ballots: int
    votes: int


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
    days = _stacked([row[1] for row in read], width, "<u2", 0).astype(np.uint16)
    traits = {name: np.array([row[2 + i] for row in read], dtype=np.int64) for i, name in enumerate(TRAITS)}
    return Sheet(values, days, traits)


def joined(values: Values, slots: Sequence[int], into: dict[int, int]) -> Values:
    """The columns voted on; a vote on a joined statement counts for the one it was joined into.

    No ballot is touched: where somebody voted on both, the vote on the remaining one stands.
    """
    made = values[:, list(slots)].copy()
    place = {slot: column for column, slot in enumerate(slots)}
    for slot, target in sorted(into.items()):
        if target in place:
            column = made[:, place[target]]
            column[column == UNSEEN] = values[column == UNSEEN, slot]
    return made


def _roots(statements: Sequence[tuple[int, int, int | None]]) -> dict[int, int]:
    """For each joined statement's slot, the slot of the one that remains."""
    slot_of = {pk: slot for pk, slot, _ in statements}
    above = {pk: target for pk, _, target in statements if target}
    roots = {}
    for pk in above:
        root = pk
        while root in above:
            root = above[root]
        roots[slot_of[pk]] = slot_of[root]
    return roots


def _labels(stored: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(stored.get(name, ())) for name in TRAITS}


def _partitions(traits: dict[str, Codes], labels: dict[str, tuple[str, ...]]) -> dict[str, Codes]:
    """Given partitions for the engine; those who are unstated form the last group."""
    return {
        name: np.where(codes < 0, len(labels[name]), codes)
        for name, codes in traits.items()
        if labels[name] and np.unique(codes).size > 1
    }


def _look(round_: Round, origin: str, day: int | None) -> Picture:
    rows = Statement.objects.filter(round=round_).order_by("slot")
    every = list(rows.values_list("pk", "slot", "merged_into_id", "standing"))
    slots = tuple(slot for _, slot, merged, standing in every if not merged and standing == Standing.IN)
    width = max((slot for _, slot, *_ in every), default=-1) + 1
    found = sheet(round_id=round_.pk, origin=origin, width=width)
    values = found.values
    if day is not None:
        values = np.where(found.days <= day, values, np.int8(UNSEEN))
    made = joined(values, slots, _roots([row[:3] for row in every]))
    spoke = (made != UNSEEN).any(axis=1)
    labels = _labels(round_.labels)
    traits = {name: codes[spoke] for name, codes in found.traits.items()}
    partitions = {} if day is not None else _partitions(traits, labels)
    seen = opinion.analyse(
        opinion.votes_from_matrix(made[spoke]), partitions=partitions, minimum=round_.threshold
    )
    return Picture(seen, slots, labels, int(spoke.sum()), len(spoke), int((made != UNSEEN).sum()))


def picture(*, round_: Round, origin: str, day: int | None = None) -> Picture:
    """What the engine sees in the counted ballots; kept until more are counted or a fact is recorded."""
    version = (round_.counted, memory.tide())
    return memory.until(version, ("vision.picture", round_.pk, origin, day), lambda: _look(round_, origin, day))
