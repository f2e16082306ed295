"""The same answer from any parts, in memory or not."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from ledstjarna.engines.opinion import Part, Parts, Votes, analyse, votes_from_matrix
from ledstjarna.engines.opinion.parts import parted
from tests.engines.opinion.cases import small_world, votes_of
from tests.engines.opinion.test_analysis import plain


def _read(file: Path) -> Votes:
    with np.load(file) as kept:
        return votes_from_matrix(kept["matrix"])


@pytest.fixture(scope="module")
def votes() -> Votes:
    return votes_from_matrix(small_world().matrix)


@pytest.mark.parametrize("together", [1, 7, 333, 1199])
def test_parts_of_any_size_give_the_same_answer_to_the_bit(votes: Votes, together: int) -> None:
    half = {"half": np.arange(votes.people) % 2}
    whole = analyse(votes, partitions=half)
    assert plain(analyse(parted(votes, together), partitions=half)) == plain(whole)


def test_parts_on_disk_give_the_same_answer_to_the_bit(votes: Votes, tmp_path: Path) -> None:
    parts = []
    for number, rows in enumerate(np.array_split(small_world().matrix, 3)):
        file = tmp_path / f"{number}.npz"
        np.savez_compressed(file, matrix=rows)
        parts.append(Part(len(rows), partial(_read, file)))
    assert plain(analyse(Parts(80, tuple(parts)))) == plain(analyse(votes))


def test_each_part_gets_its_own_share_of_the_rows() -> None:
    looks = parted(votes_of("+ - o +"), 3).each(
        lambda own, row: (own.value.tolist(), row.tolist()), np.arange(4)
    )
    assert list(looks) == [([1, -1, 0], [0, 1, 2]), ([1], [3])]


def test_nobody_is_one_part_without_people() -> None:
    assert [part.people for part in parted(votes_of("+").part(0, 0)).parts] == [0]


def test_a_part_that_brings_other_people_than_it_said_is_refused() -> None:
    wrong = Parts(2, (Part(3, lambda: votes_of("+- ++")),))
    with pytest.raises(ValueError, match="3 people on 2 statements brought 2 people on 2"):
        analyse(wrong)
