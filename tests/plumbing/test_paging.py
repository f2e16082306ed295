"""Pages hold every row once, whatever page is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.plumbing.paging import paged


@given(st.integers(0, 60), st.integers(1, 9))
def test_the_pages_together_are_the_list(many: int, size: int) -> None:
    rows = list(range(many))
    last = paged(rows, 1, size).paginator.num_pages
    assert last >= 1
    assert [row for number in range(1, last + 1) for row in paged(rows, number, size)] == rows


@given(st.integers(0, 60), st.integers(1, 9), st.integers(-5, 70))
def test_a_page_before_the_first_is_the_first_and_one_beyond_the_last_is_the_last(
    many: int, size: int, number: int
) -> None:
    page = paged(list(range(many)), number, size)
    assert page.number == min(max(1, number), page.paginator.num_pages)
    assert page.paginator.count == many
