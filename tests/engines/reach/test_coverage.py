"""Shares of what ought to hang together and does."""

import numpy as np

from ledstjarna.engines.reach import coverage
from ledstjarna.engines.reach.coverage import share_by

COVERED = np.array([True, False, True, True])
COUNTED = np.array([True, True, True, False])


def test_only_what_counts_is_counted_and_an_empty_code_has_no_share() -> None:
    found = share_by(np.array([2, 2, -1, 0], dtype=np.int32), COVERED, COUNTED)
    assert (found.covered.tolist(), found.total.tolist()) == ([0, 0, 1], [0, 0, 2])
    assert np.isnan(found.share[:2]).all()
    assert found.share[2] == 0.5


def test_coverage_is_by_kind_by_unit_and_by_tree() -> None:
    kind, unit = np.array([0, 0, 1, 1], dtype=np.int32), np.array([1, 2, 2, 0], dtype=np.int32)
    found = coverage(COVERED, COUNTED, kind, unit, np.array([-1, 0, 1], dtype=np.int32))
    assert (found.city.covered.tolist(), found.city.total.tolist()) == ([2], [3])
    assert found.kind is not None
    assert found.unit is not None
    assert found.tree is not None
    assert found.kind.share.tolist() == [0.5, 1.0]
    assert found.unit.total.tolist() == [0, 1, 2]
    assert (found.tree.covered.tolist(), found.tree.total.tolist()) == ([2, 2, 1], [3, 3, 2])


def test_without_codes_there_is_the_city_alone() -> None:
    found = coverage(COVERED, COUNTED, None, None, None)
    assert (found.kind, found.unit, found.tree) == (None, None, None)
