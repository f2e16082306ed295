"""The wait for the second unit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledstjarna.engines.spread import second_unit


def test_three_lessons_by_hand() -> None:
    found = second_unit(["a", "a", "b", "a", "c", "c"], [1, 4, 2, 9, 7, 7], 10)
    assert found.lesson == ("a", "b", "c")
    assert found.wait.tolist() == [3, 8, 0]
    assert found.came.tolist() == [True, False, True]
    assert found.waiting.share.tolist() == pytest.approx([2 / 3, 1 / 3, 1 / 3])
    assert found.waiting.median.value == 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 20)), min_size=1, max_size=30))
def test_it_is_the_gap_between_the_two_first_of_each_lesson(rows: list[tuple[int, int]]) -> None:
    lesson, time = zip(*rows, strict=True)
    found = second_unit(lesson, time, 20)
    for name, wait, came in zip(found.lesson, found.wait, found.came, strict=True):
        own = sorted(when for of, when in rows if of == name)
        assert came == (len(own) > 1)
        assert wait == (own[1] if len(own) > 1 else 20) - own[0]


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="time is empty"):
        second_unit([], [], 10)
    with pytest.raises(ValueError, match=r"time\[1\] is 11, after 10"):
        second_unit(["a", "b"], [1, 11], 10)
