"""The Polis view as a whole."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import polis, votes_from_matrix
from tests.engines.opinion.cases import real, small_world, two_camps


def test_every_part_has_its_shape() -> None:
    matrix = small_world().matrix
    seen = polis(votes_from_matrix(matrix))
    groups = seen.map.groups
    assert 2 <= groups <= 5
    assert seen.counts.agree.shape == (groups, 80)
    assert len(seen.representative) == groups
    assert seen.consensus.shape == seen.priority.shape == (80,)
    assert seen.counts.size.sum() == (seen.map.group >= 0).sum()


def test_camps_are_told_by_what_they_agree_with() -> None:
    seen = polis(votes_from_matrix(two_camps()), k=2)
    camp = int(seen.map.group[0])
    own = {item.statement for item in seen.representative[camp] if item.agrees}
    assert own <= {0, 1, 2, 3, 8, 9}
    assert own & {0, 1, 2, 3}
    assert {item.statement for item in seen.agreed} == {8, 9}
    assert seen.disagreed == ()
    assert set(np.argsort(-seen.consensus)[:2].tolist()) == {8, 9}


def test_the_number_of_groups_can_be_given() -> None:
    matrix, _ = real("brexit-consensus")
    assert [polis(votes_from_matrix(matrix), k=k).map.groups for k in (1, 2, 4)] == [1, 2, 4]


def test_no_groups_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        polis(votes_from_matrix([[1]]), k=0)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (1, 1), (2, 5)])
def test_hardly_any_votes_are_no_trouble(shape: tuple[int, int]) -> None:
    seen = polis(votes_from_matrix(np.ones(shape, dtype=np.int8)))
    assert np.isfinite(seen.priority).all()
    assert np.isfinite(seen.map.position).all()
