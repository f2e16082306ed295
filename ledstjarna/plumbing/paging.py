"""A long list, one page at a time."""

from typing import Any

from django.core.paginator import Page, Paginator


def paged(rows: Any, number: int, size: int) -> Page[Any]:
    """The page of that number of a list or an ordered question: the first or the last where there is none.

    The page is gone through like a list; `number` is its own, `paginator.num_pages` how many there are (at
    least one) and `paginator.count` how many rows.
    """
    return Paginator(rows, size).get_page(max(1, number))
