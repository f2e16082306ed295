"""Units in units."""

import numpy as np
import pytest

from ledstjarna.engines.reach import tree_of
from ledstjarna.engines.reach.units import depths, parents_of, rolled_up

PARENT = np.array([-1, 0, 0, 2, -1], dtype=np.int32)


def test_a_tree_has_all_under_its_top() -> None:
    assert tree_of(0, PARENT).tolist() == [True, True, True, True, False]
    assert tree_of(2, PARENT).tolist() == [False, False, True, True, False]


def test_what_units_have_adds_up_along_their_tree() -> None:
    assert depths(PARENT).tolist() == [0, 1, 1, 2, 0]
    assert rolled_up(np.array([1, 10, 100, 1000, 5]), PARENT).tolist() == [1111, 10, 1100, 1000, 5]
    assert rolled_up(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32)).tolist() == []


@pytest.mark.parametrize(
    ("parent", "units", "said"),
    [
        ([-1, 2], 2, "the unit above unit 1 is 2, but there are 2 units"),
        ([-1], 2, "unit 1 has nodes, but parent_unit ends at unit 0"),
        ([-1, 2, 1, 2], 4, "unit 1 is above itself"),
        ([0], 1, "unit 0 is above itself"),
    ],
)
def test_a_tree_that_is_none_is_refused(parent: list[int], units: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parents_of(parent, units)
