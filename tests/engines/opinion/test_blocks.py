"""Votes in files give the answer they give in memory, and a file that is none is named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.worlds import world
from ledstjarna.engines.opinion import analyse, read_blocks, votes_from_matrix, write_blocks
from tests.engines.opinion.test_analysis import plain

WHOLE = votes_from_matrix(world(600, 40, 0.4, seed=2).matrix)


def _blocks(folder: Path) -> Path:
    write_blocks(folder, (WHOLE.part(low, low + 200) for low in (0, 200, 400)))
    return folder


def test_votes_from_files_give_the_answer_of_votes_in_memory_to_the_bit(tmp_path: Path) -> None:
    assert plain(analyse(read_blocks(_blocks(tmp_path / "new")))) == plain(analyse(WHOLE))


def test_people_without_votes_keep_their_number(tmp_path: Path) -> None:
    matrix = np.full((4, 3), -128)
    matrix[1, 2], matrix[3, 0] = 1, -1
    (part,) = write_blocks(tmp_path, [votes_from_matrix(matrix)]).parts
    assert part.load().person.tolist() == [1, 3]


def test_blocks_are_never_written_over_others(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError, match="choose an empty folder"):
        write_blocks(_blocks(tmp_path), [WHOLE])


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there are no blocks"):
        read_blocks(tmp_path)


def test_blocks_on_different_statements_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"differ in their number of statements: \[3, 40\]"):
        write_blocks(tmp_path, [WHOLE, votes_from_matrix(np.ones((2, 3), dtype=np.int8))])


def test_a_file_that_is_no_block_is_named(tmp_path: Path) -> None:
    (tmp_path / "000000.npz").write_text("person,statement,vote")
    with pytest.raises(ValueError, match=r"000000\.npz is no block of votes"):
        read_blocks(tmp_path)


def test_a_file_cut_short_is_named_when_it_is_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "000000.npz", start=np.array([0, 1]), statements=np.int64(3))
    (part,) = read_blocks(tmp_path).parts
    with pytest.raises(ValueError, match=r"000000\.npz is no block of votes"):
        part.load()


@pytest.mark.parametrize(
    "harm",
    [
        lambda block: block["statement"].__setitem__(slice(0, 2), [1, 1]),
        lambda block: block["statement"].__setitem__(3, 9),
        lambda block: block["value"].__setitem__(0, 2),
        lambda block: block["start"].__setitem__(1, 5),
        lambda block: block["start"].__setitem__(0, 1),
    ],
    ids=[
        "a vote twice",
        "a statement out of range",
        "a value out of range",
        "falling starts",
        "a late start",
    ],
)
def test_damaged_votes_are_refused(tmp_path: Path, harm: Callable[[dict[str, Any]], None]) -> None:
    block: dict[str, Any] = {
        "start": np.array([0, 2, 4]),
        "statement": np.array([0, 1, 1, 2]),
        "value": np.array([1, -1, 0, 1]),
        "statements": np.int64(3),
    }
    harm(block)
    np.savez(tmp_path / "000000.npz", **block)
    with pytest.raises(ValueError, match="is damaged"):
        read_blocks(tmp_path).parts[0].load()
