"""Votes in files, a block of people in each: read one at a time, so that memory need not hold them all.

A block is a NumPy archive (`.npz`) of `start`, `statement`, `value` and `statements`, as in `Votes`, in the
smallest whole numbers that hold them. People are numbered on through the blocks in order of file name.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import numpy as np

from ledstjarna.engines.opinion.parts import Part, Parts
from ledstjarna.engines.opinion.votes import Votes

ENDING = ".npz"


def write_blocks(folder: Path, blocks: Iterable[Votes]) -> Parts:
    """Write each block into a file of its own in an empty folder, made where it is missing.

    Raises:
        FileExistsError: the folder holds blocks already.
        ValueError: there are no blocks, or they differ in their number of statements.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.glob(f"*{ENDING}")):
        raise FileExistsError(f"{folder} holds blocks already; choose an empty folder")
    for number, votes in enumerate(blocks):
        small = np.min_scalar_type(max(votes.statements - 1, 0))
        np.savez(
            folder / f"{number:06d}{ENDING}",
            start=votes.start,
            statement=votes.statement.astype(small),
            value=votes.value,
            statements=np.int64(votes.statements),
        )
    return read_blocks(folder)


def _sound(votes: Votes) -> bool:
    start, statement, value = votes.start, votes.statement, votes.value
    if len(start) < 1 or start[0] != 0 or (np.diff(start) < 0).any():
        return False
    if not start[-1] == len(statement) == len(value):
        return False
    within = np.ones(len(statement), dtype=bool)
    within[start[:-1][np.diff(start) > 0]] = False
    rises = (np.diff(statement, prepend=-1) > 0) | ~within
    allowed = (statement >= 0) & (statement < votes.statements) & (value >= -1) & (value <= 1)
    return bool(rises.all() and allowed.all())


def _read(file: Path) -> Votes:
    """The votes of a block; ValueError naming the file if it is none."""
    try:
        with np.load(file, allow_pickle=False) as block:
            start, statement, value = (block[name] for name in ("start", "statement", "value"))
            votes = Votes(
                len(start) - 1,
                int(block["statements"]),
                start.astype(np.int64, copy=False),
                statement.astype(np.int64, copy=False),
                value.astype(np.int8, copy=False),
            )
    except (KeyError, TypeError, OSError, ValueError, EOFError) as wrong:
        raise ValueError(f"{file} is no block of votes: {wrong}") from wrong
    if not _sound(votes):
        raise ValueError(
            f"{file} is damaged: its votes are not sorted by person and statement, or out of range"
        )
    return votes


def _size(file: Path) -> tuple[int, int]:
    """People and statements of a block, without its votes."""
    try:
        with np.load(file, allow_pickle=False) as block:
            return len(block["start"]) - 1, int(block["statements"])
    except (KeyError, TypeError, OSError, ValueError, EOFError) as wrong:
        raise ValueError(f"{file} is no block of votes: {wrong}") from wrong


def read_blocks(folder: Path) -> Parts:
    """The blocks in a folder; nothing but their sizes is read until they are looked at.

    Raises:
        ValueError: there are no blocks, one of them is none, or they differ in their number of statements.
    """
    files = sorted(folder.glob(f"*{ENDING}"))
    if not files:
        raise ValueError(f"there are no blocks ({ENDING}) in {folder}")
    sizes = [_size(file) for file in files]
    statements = {size[1] for size in sizes}
    if len(statements) > 1:
        raise ValueError(f"the blocks in {folder} differ in their number of statements: {sorted(statements)}")
    parts = (Part(people, partial(_read, file)) for file, (people, _) in zip(files, sizes, strict=True))
    return Parts(sizes[0][1], tuple(parts))
