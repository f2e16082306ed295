"""Counts kept while nodes and lines come and go."""

import numpy as np
import pytest

from ledstjarna.engines.reach.analysis import nodes_from
from ledstjarna.engines.reach.arrays import Ints
from ledstjarna.engines.reach.tally import Tally, tally_of


def numbers(*given: int) -> Ints:
    return np.array(given, dtype=np.int32)


def tally() -> Tally:
    known = nodes_from(3, numbers(0), aims=None, kind=[0, 1, 1], unit=[-1, 0, 1], parent_unit=[-1, 0])
    return tally_of(known, np.array([True, True, False]))


def test_counts_follow_lines_that_come_and_go() -> None:
    kept = tally()
    kept.count(numbers(0, 2), 1)
    found = kept.coverage()
    assert found.city.covered.tolist() == [2]  # the star does not aim
    kept.count(numbers(1), -1)
    assert found.city.covered.tolist() == [2]  # an answer once given does not change
    after = kept.coverage()
    assert after.unit is not None
    assert after.tree is not None
    assert (after.unit.covered.tolist(), after.tree.covered.tolist()) == ([0, 1], [1, 1])


def test_counts_follow_nodes_that_come_and_go() -> None:
    kept = tally()
    kept.enter(3, 1, 1, aims=True)
    kept.enter(4, 0, 0, aims=False)
    found = kept.coverage()
    assert found.kind is not None
    assert (found.kind.total.tolist(), found.city.total.tolist()) == ([0, 3], [3])
    kept.leave(3)
    assert kept.coverage().city.total.tolist() == [2]
    assert kept.present[:5].tolist() == [True, True, True, False, True]


def test_codes_that_there_are_none_of_are_refused() -> None:
    with pytest.raises(ValueError, match="there is no kind 2: give one from 0 to 1"):
        tally().check(2, 0)
    with pytest.raises(ValueError, match="there is no unit 2: give one from 0 to 1, or -1"):
        tally().check(0, 2)


def test_without_codes_there_is_the_city_alone() -> None:
    bare = tally_of(
        nodes_from(1, numbers(), aims=None, kind=None, unit=None, parent_unit=None), np.array([False])
    )
    bare.enter(1, 5, 7, aims=True)
    found = bare.coverage()
    assert (found.city.total.tolist(), found.kind, found.unit, found.tree) == ([2], None, None, None)
