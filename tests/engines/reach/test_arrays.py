"""What callers give is checked once, and what is wrong is said by its place."""

import numpy as np
import pytest

from ledstjarna.engines.reach.arrays import codes, flags, marked, node_numbers, star_numbers, whole_numbers


def test_numbers_that_are_not_whole_are_refused() -> None:
    with pytest.raises(ValueError, match="kind must be a flat array of whole numbers"):
        whole_numbers("kind", [0.5])
    with pytest.raises(ValueError, match="flat array"):
        whole_numbers("kind", [[1]])


def test_too_few_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="target has 1 values, but 2 are needed"):
        whole_numbers("target", [1], 2)


def test_the_first_number_that_is_no_node_is_named() -> None:
    with pytest.raises(
        ValueError, match="source 1 is node 5, but there are 3 nodes: number them from 0 to 2"
    ):
        node_numbers("source", [0, 5, 9], 3)
    with pytest.raises(ValueError, match="source 0 is node -1"):
        node_numbers("source", [-1], 3)


def test_a_star_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="node 2 is given twice"):
        star_numbers([2, 0, 2], 3)
    assert star_numbers([2, 0], 3).tolist() == [2, 0]


def test_codes_under_the_least_are_refused_by_place() -> None:
    assert codes("kind", None, 2) is None
    with pytest.raises(ValueError, match="unit of 1 is -2: give whole numbers from -1"):
        codes("unit", [0, -2], 2, least=-1)
    found = codes("unit", [0, -1], 2, least=-1)
    assert found is not None
    assert found.tolist() == [0, -1]


def test_truth_values_are_one_for_each_node() -> None:
    default = np.array([True, False])
    assert flags("aims", None, 2, default) is default
    assert flags("aims", [False, True], 2, default).tolist() == [False, True]
    for wrong in ([True], [1, 0]):
        with pytest.raises(ValueError, match="aims must be one truth value for each of 2 nodes"):
            flags("aims", wrong, 2, default)


def test_numbers_are_marked() -> None:
    assert marked(np.array([2, 0], dtype=np.int32), 4).tolist() == [True, False, True, False]
