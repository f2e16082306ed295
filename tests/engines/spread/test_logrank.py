"""Two kinds of units, one pace or two."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread import logrank
from tests.engines.spread.cases import NAMES, published


def test_four_units_by_hand() -> None:
    found = logrank([1, 2, 3, 4], [1, 1, 1, 1], ["a", "a", "b", "b"])
    expected = 2 / 4 + 1 / 3  # the share of group a among those at risk, at 1 and at 2
    variance = 1 / 4 + 2 / 9
    assert found.group == ("a", "b")
    assert found.observed.tolist() == [2, 2]
    assert found.expected == pytest.approx([expected, 4 - expected])
    assert found.statistic == pytest.approx((2 - expected) ** 2 / variance)
    assert found.freedom == 1


@pytest.mark.parametrize("name", NAMES)
def test_published_data_give_what_lifelines_says(name: str) -> None:
    data, theirs = published()[name]["data"], published()[name]["logrank"]
    ours = logrank(data["time"], data["event"], data["group"])
    assert ours.statistic == pytest.approx(theirs["statistic"], rel=1e-8)
    assert ours.p == pytest.approx(theirs["p"], rel=1e-8)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(0, 2)), min_size=3, max_size=30))
def test_the_order_of_units_and_the_names_of_groups_do_not_matter(rows: list[tuple[int, bool, int]]) -> None:
    time, event, group = (np.array(column) for column in zip(*[*rows, (1, 1, 0), (2, 0, 1)], strict=True))
    one = logrank(time, event, group)
    other = logrank(time[::-1], event[::-1], 5 - group[::-1])
    assert other.statistic == pytest.approx(one.statistic, abs=1e-7)
    assert one.observed.sum() == pytest.approx(one.expected.sum())
    assert 0 <= one.p <= 1


def test_without_any_event_there_is_no_difference_to_see() -> None:
    found = logrank([1, 2], [0, 0], ["a", "b"])
    assert (found.statistic, found.p) == (0, 1)


def test_one_group_has_nothing_to_be_compared_with() -> None:
    with pytest.raises(ValueError, match="at least two"):
        logrank([1, 2], [1, 1], ["a", "a"])
