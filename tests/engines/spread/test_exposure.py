"""What each unit met."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread.exposure import history_of, units_from
from tests.engines.spread.cases import NOT, neighbours


def test_three_units_by_hand() -> None:
    # 0 from the outset, 1 in period 2, 2 not yet; 1 heeds 0 alone, 2 heeds both, 0 heeds nobody
    ties = [[0, 0, 0], [1, 0, 0], [1, 1, 0]]
    found = history_of(units_from([0, 2, NOT], 3, ties=ties))
    assert found.waited.tolist() == [0, 1, 3]
    assert found.met == pytest.approx(np.array([[0, 0], [1 / 3, 1], [1 / 3 + 1 / 3 + 2 / 3, 0.5 + 0.5 + 1]]))
    assert found.began.tolist() == [1]
    assert found.then == pytest.approx(np.array([[1 / 3, 1]]))
    assert found.now == pytest.approx(np.array([[2 / 3, 0], [2 / 3, 1], [2 / 3, 1]]))


def test_ties_without_a_link_are_no_channel() -> None:
    units = units_from([0, 1], 1, ties=np.zeros((2, 2)), alike=np.eye(2))
    assert units.channel == ("everyone",)
    assert units_from([0, 1], 1, alike=[[0, 1], [1, 0]]).channel == ("everyone", "alike")


def test_features_are_made_standard_and_a_flat_one_tells_nothing() -> None:
    units = units_from([0, 1, NOT], 1, features=[[1, 7], [2, 7], [3, 7]])
    assert units.features == pytest.approx(np.array([[-1.2247, 0], [0, 0], [1.2247, 0]]), abs=1e-4)


def test_features_are_few_and_fit() -> None:
    with pytest.raises(ValueError, match="there are 3 features"):
        units_from([0], 1, features=[[1, 2, 3]])
    with pytest.raises(ValueError, match="one row for each of 2"):
        units_from([0, 1], 1, features=[[1]])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 5), st.just(NOT)), min_size=2, max_size=12))
def test_it_is_what_a_walk_through_the_periods_would_count(times: list[float]) -> None:
    ties = neighbours(len(times))
    units = units_from(times, 5, ties=ties)
    found = history_of(units)
    waited, met = np.zeros(len(times)), np.zeros((len(times), 2))
    for period in range(1, 6):
        using = np.array([time < period for time in times], dtype=float)
        for unit, time in enumerate(times):
            if not time <= period:
                waited[unit] += 1
                met[unit] += [using.mean(), units.weights[0][unit] @ using]
    assert found.waited.tolist() == waited.tolist()
    assert found.met == pytest.approx(met)
    assert len(found.began) == sum(1 <= time <= 5 for time in times)
