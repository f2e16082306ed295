"""What sets groups apart."""

import numpy as np
import pytest

from ledstjarna.engines.opinion import analyse, votes_from_matrix
from tests.engines.opinion.cases import two_camps


def test_a_camp_is_told_by_what_it_alone_thinks() -> None:
    seen = analyse(votes_from_matrix(two_camps()))
    camp = int(seen.group[0])
    traits = seen.characteristic(camp)
    assert {(trait.statement, trait.agrees) for trait in traits} == {(s, s < 4) for s in range(8)}
    assert {(trait.share, trait.elsewhere) for trait in traits} == {(1.0, 0.0), (0.0, 1.0)}
    assert all(trait.certain > 0.5 for trait in traits)


def test_groups_by_lot_have_hardly_any_character() -> None:
    rng = np.random.default_rng(2)
    matrix = rng.choice([1, -1], (600, 200)).astype(np.int8)
    seen = analyse(votes_from_matrix(matrix), partitions={"lot": rng.integers(0, 3, 600)})
    assert sum(len(seen.characteristic(group, "lot")) for group in range(3)) <= 3


def test_a_single_group_has_nobody_to_differ_from() -> None:
    assert analyse(votes_from_matrix(np.ones((30, 4), dtype=np.int8))).characteristic(0) == ()


def test_a_group_that_is_not_there_is_refused() -> None:
    seen = analyse(votes_from_matrix(np.ones((30, 4), dtype=np.int8)))
    with pytest.raises(IndexError, match="no group 3"):
        seen.characteristic(3)
    with pytest.raises(IndexError):
        seen.characteristic(-1)
