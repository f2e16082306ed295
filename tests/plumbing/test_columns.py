"""Which column holds what."""

from hypothesis import given
from hypothesis import strategies as st

from ledstjarna.plumbing.columns import guess

FIELDS = {"goal": ("mål", "goal"), "target": ("målvärde", "target")}


def test_the_surest_match_is_taken_first_and_poor_ones_not_at_all() -> None:
    assert guess(["Målvärde", "Mål", "Färg"], FIELDS, 75) == {"goal": 1, "target": 0}


@given(st.lists(st.sampled_from(["Mål", "mål", "Goal", "Target", "x", ""]), max_size=6))
def test_no_column_is_taken_twice(header: list[str]) -> None:
    found = guess(header, FIELDS, 75)
    assert len(set(found.values())) == len(found)
