"""The share for which it has not happened yet."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread import survival, survival_by
from tests.engines.spread.cases import NAMES, published

FOLLOWED = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=25)


def test_five_units_by_hand() -> None:
    found = survival([1, 2, 2, 3, 4], [1, 1, 0, 1, 0])
    assert found.time.tolist() == [0, 1, 2, 3, 4]
    assert found.at_risk.tolist() == [5, 5, 4, 2, 1]
    assert found.events.tolist() == [0, 1, 1, 1, 0]
    assert found.censored.tolist() == [0, 0, 1, 0, 1]
    assert found.share == pytest.approx([1, 0.8, 0.6, 0.3, 0.3])
    assert found.variance == pytest.approx([0, 1 / 20, 1 / 20 + 1 / 12, 1 / 20 + 1 / 12 + 1 / 2, 19 / 30])
    assert found.median.value == 3
    assert found.count == 5
    assert found.share_at(2.9) == pytest.approx(0.6)


def test_the_restricted_mean_is_the_area_and_its_error_greenwoods_by_hand() -> None:
    found = survival([1, 2, 2, 3, 4], [1, 1, 0, 1, 0]).restricted_mean(4)
    assert found.value == pytest.approx(1 + 0.8 + 0.6 + 0.3)
    error = np.sqrt(1.7**2 / 20 + 0.9**2 / 12 + 0.3**2 / 2)
    assert found.high == pytest.approx(min(2.7 + 1.959963984540054 * error, 4))
    assert found.low == pytest.approx(2.7 - 1.959963984540054 * error)


@pytest.mark.parametrize("name", NAMES)
def test_published_data_give_what_lifelines_says(name: str) -> None:
    data, theirs = published()[name]["data"], published()[name]["survival"]
    ours = survival(data["time"], data["event"])
    for field in ("time", "share", "low", "high", "at_risk", "events"):
        assert getattr(ours, field) == pytest.approx(theirs[field], rel=1e-8, abs=1e-8)
    median = [
        np.inf if one is None else one for one in (ours.median.value, ours.median.low, ours.median.high)
    ]
    assert median == theirs["median"]
    assert ours.restricted_mean(theirs["limit"]).value == pytest.approx(theirs["mean"], rel=1e-8)


def test_the_median_is_unknown_where_half_is_not_reached() -> None:
    found = survival([1, 2, 3], [1, 0, 0]).median
    assert (found.value, found.high) == (None, None)


def test_all_at_once_leaves_nobody_and_no_doubt_of_it() -> None:
    found = survival([2, 2, 2], [1, 1, 1])
    assert (found.share[-1], found.low[-1], found.high[-1]) == (0, 0, 0)
    assert found.restricted_mean(5).value == 2


def test_nobody_yet_is_certain_only_in_so_far_as_nothing_was_seen() -> None:
    found = survival([3, 5], [0, 0])
    assert found.share.tolist() == [1, 1, 1]
    assert found.low.tolist() == [1, 1, 1]


def test_groups_are_told_apart_by_their_label() -> None:
    found = survival_by([1, 2, 3, 4], [1, 1, 1, 0], ["b", "a", "b", "a"])
    assert list(found) == ["a", "b"]
    assert found["a"].share.tolist() == survival([2, 4], [1, 0]).share.tolist()


@settings(max_examples=60, deadline=None)
@given(FOLLOWED)
def test_shares_fall_within_their_bounds(followed: list[tuple[int, bool]]) -> None:
    time, event = zip(*followed, strict=True)
    found = survival(time, event)
    assert (np.diff(found.share) <= 0).all()
    assert ((found.low >= 0) & (found.low <= found.share) & (found.share <= found.high)).all()
    assert found.events.sum() + found.censored.sum() == len(followed)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=25))
def test_without_anyone_lost_sight_of_it_is_the_plain_share_and_the_plain_mean(time: list[int]) -> None:
    found = survival(time, np.ones(len(time)))
    plain = [(np.array(time) > moment).mean() for moment in found.time]
    assert found.share == pytest.approx(plain, abs=1e-12)
    assert found.restricted_mean().value == pytest.approx(np.mean(time))


@pytest.mark.parametrize("limit", [0.0, 6.0])
def test_a_limit_beyond_what_was_seen_is_refused(limit: float) -> None:
    with pytest.raises(ValueError, match="limit is"):
        survival([2, 5], [1, 0]).restricted_mean(limit)


def test_nobody_to_follow_is_refused() -> None:
    with pytest.raises(ValueError, match="time is empty"):
        survival([], [])
