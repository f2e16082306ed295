"""Seats for everyone, or the reason why not."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.groups.matching import Shortage, bits, seat
from tests.engines.groups.cases import can_seat

TABLES = st.integers(1, 7).flatmap(
    lambda people: st.tuples(
        st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=people, max_size=people),
        st.lists(st.integers(0, 2), min_size=3, max_size=3),
        st.lists(st.integers(0, 3), min_size=3, max_size=3),
    )
)


@settings(max_examples=300)
@given(TABLES)
def test_it_seats_whenever_it_can_be_done_and_else_proves_that_it_cannot(
    drawn: tuple[list[list[bool]], list[int], list[int]],
) -> None:
    can, low = np.array(drawn[0]), np.array(drawn[1])
    high = low + np.array(drawn[2])
    found = seat(can, low, high)
    assert isinstance(found, Shortage) != can_seat(can, low.tolist(), high.tolist())
    if isinstance(found, Shortage):
        groups, items = list(found.groups), list(found.items)
        if found.too_few:
            assert can[:, groups].any(axis=1).sum() == len(items) < low[groups].sum()
        else:
            outside = np.setdiff1d(np.arange(3), groups)
            assert not can[items][:, outside].any()
            assert len(items) > high[groups].sum()
    else:
        size = np.bincount(found, minlength=3)
        assert can[np.arange(len(can)), found].all()
        assert ((size >= low) & (size <= high)).all()


def test_flags_become_bits() -> None:
    assert bits(np.array([[True, False, True], [False] * 3])) == [5, 0]


def test_people_move_along_to_make_room() -> None:
    can = np.array([[True, True], [True, False]])
    assert seat(can, np.array([0, 0]), np.array([1, 1])) == [1, 0]


def test_nobody_can_be_filled_up_by_moving_two() -> None:
    can = np.array([[True, True, False], [False, True, True], [False, True, False]])
    assert seat(can, np.array([1, 1, 1]), np.array([1, 1, 1])) == [0, 2, 1]
